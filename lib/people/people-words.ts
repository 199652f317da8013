import type { FarSource } from './list-work';

/** “1 person”, “1,200 people”. */
export const countedPeople = (count: number): string =>
  count === 1 ? '1 person' : `${count.toLocaleString('en')} people`;

const FAR_WORDS: Record<FarSource, string> = {
  address: 'everybody from a web address',
  'server-file': 'everybody from a file on the server',
  database: 'everybody from a database',
};

/** “40 people”, or “everybody from a database”: where they are fetched, they are not counted here. */
export const importedPeople = (people: number | FarSource): string =>
  typeof people === 'number' ? countedPeople(people) : FAR_WORDS[people];
