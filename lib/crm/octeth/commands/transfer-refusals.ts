/** What the numbers of the import and export commands mean, in words for a person. */
import { listGone, misses, refused } from '../refusals';
import type { Codes, Refusals } from '../refusals';

const table = (words: Record<number, string>): Codes =>
  Object.fromEntries(
    Object.entries(words).map(([code, reason]) => [code, refused(Number(code), reason)]),
  );

const lacking = (words: Record<number, string>): Codes =>
  Object.fromEntries(
    Object.entries(words).map(([code, what]) => [code, misses(Number(code), what)]),
  );

const LIST = { 1: misses(1, 'the list') };
const UNMAPPED = 'No column was said to hold the email address';
const jobGone = 'The server no longer knows this job';
const foreign = (service: string, what: string) => `${service} did not give its ${what}`;

export const IMPORT: Refusals = {
  codes: {
    ...LIST,
    ...lacking({
      4: 'a word on the suppression of all lists',
      5: 'a word on the suppression of this list',
      6: 'what to do with people who are there already',
      7: 'whether to start anything',
      9: 'a word on the suppression of all lists',
      10: 'a word on the suppression of this list',
      11: 'what to do with people who are there already',
      12: 'whether to start anything',
    }),
    ...table({
      2: 'The server was not told what stands between the columns',
      8: UNMAPPED,
      13: 'The server does not understand which column is which',
      14: 'There is nothing to import',
      15: UNMAPPED,
      16: 'The server was not told how signs are escaped',
      17: 'A column was meant for a field that this list does not have',
      18: 'The server could not fetch the file from its address',
      21: 'The server was not told which tags to give',
    }),
    19: listGone,
    20: refused(20, 'The server could not begin the import on this list'),
  },
};

export const IMPORT_STATE: Refusals = {
  codes: {
    ...LIST,
    ...table({ 4: jobGone, 6: jobGone, 7: jobGone }),
    2: misses(2, 'the import'),
    3: listGone,
    5: listGone,
  },
};

export const PREPARE: Refusals = {
  codes: table({
    1: 'No service was named, or its key is missing',
    2: 'The server does not know this service',
    3: 'The key of ActiveCampaign is missing',
    4: 'The account name of ActiveCampaign is missing',
    5: 'ActiveCampaign did not accept the key or did not answer',
    7: 'The key of Mailchimp is missing',
    8: 'The server name of Mailchimp, such as us1, is missing',
    9: 'The service did not accept the key or did not answer',
    11: foreign('Mailchimp', 'lists'),
    12: foreign('Mailchimp', 'fields'),
    13: foreign('Mailchimp', 'tags'),
    14: foreign('Mailchimp', 'interest categories'),
    15: foreign('Mailchimp', 'interests'),
    ...Object.fromEntries(
      [16, 17, 18, 19, 20, 21, 22, 23].map((code) => [code, 'The service answered with an error']),
    ),
  }),
};

export const OLD_IMPORT: Refusals = {
  codes: {
    ...table({
      1: 'The server was not told where the people come from',
      2: 'There is nothing to import',
      3: 'The server has lost the first step of this import; begin again',
      5: 'The server could not read the lines',
      6: 'This import was done already',
      7: 'Two columns were said to hold the email address',
      8: UNMAPPED,
      9: 'The name of the file is missing',
      10: 'The database’s host is missing',
      11: 'The database’s port is missing',
      12: 'The database’s name is missing',
      13: 'The server has no such file',
      14: 'The database’s query is missing',
      15: 'The server could not reach the database',
      16: 'The database refused the query',
      17: 'The server cannot import from there',
      18: 'That is more than the server takes at once',
    }),
    4: listGone,
  },
};

export const EXPORT: Refusals = {
  codes: {
    ...LIST,
    ...table({
      2: 'The server was not told whom to export',
      3: 'The server was not told how rules combine',
      4: 'The server was not told the kind of file',
      5: 'No field was chosen for the file',
      7: 'The server does not understand the rules it was sent',
      8: 'The server does not understand how rules combine',
      9: 'The server makes CSV and JSON files only',
      11: 'The server does not know this group of people',
      12: 'This segment is no longer there',
    }),
    6: listGone,
    10: listGone,
  },
};

/** 5 is an export that is not ready in one version and a wrong number in another. */
export const EXPORT_STATE: Refusals = {
  codes: {
    ...LIST,
    ...table({
      3: jobGone,
      5: 'The file is not ready, or the export is of another list',
      6: jobGone,
      7: 'The server keeps files for a while only, and this one is gone; export again',
    }),
    2: listGone,
    4: listGone,
  },
};
