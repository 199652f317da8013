import type { AddressFault } from '@/lib/people/import-sources';

/** What is wrong with where the people are said to be, and what to type instead. */
export const ADDRESS_WORDS: Record<AddressFault, string> = {
  empty: 'Type the address of the file.',
  long: 'That is far too long for an address.',
  scheme: 'Begin with https://, like https://acme.com/people.csv.',
  none: 'This is no web address.',
  user: 'Leave the user name and password out of it.',
  unsafe: 'http would bring the people in the open. Use https.',
};

export const FIELD_WORDS: Record<string, string> = {
  name: 'Type the bare name, without folders.',
  host: 'Type the bare name of the host, like db.acme.com.',
  port: 'A port is a number up to 65535; MySQL’s own is 3306.',
  database: 'Type the name of the database.',
  query: 'Begin the query with SELECT: an import only reads.',
};
