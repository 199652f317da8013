/** What it means when a server refuses to change a person's row, by command and code. */
import { listGone, misses, personGone, refused } from '../refusals';
import type { Refusals } from '../refusals';

const noAddress = 'The server does not take this for an email address';
const noAccount = 'The server finds the account of this list out of order';
const noTaker = 'The server does not know who owns this list';
const required = 'The list has a required field that would be left empty';
const unique = 'Somebody else on this list has this value already, where each must be unique';
const invalid = 'The server does not take a value for what its field may hold';

export const CREATE: Refusals = {
  codes: {
    1: misses(1, 'a list'),
    2: misses(2, 'an address'),
    3: refused(3, noAddress),
    4: listGone,
    5: refused(5, 'The server does not know this kind of bounce'),
    6: refused(6, 'The server does not know this standing'),
    7: refused(7, 'The server does not take this for a date of subscribing'),
    8: misses(8, 'a date of subscribing'),
    9: misses(9, 'an IP address'),
    10: refused(10, 'The server does not take this for an IP address'),
    11: misses(11, 'a date of unsubscribing'),
    12: misses(12, 'an IP address'),
    13: refused(13, 'The server does not take this for a date of unsubscribing'),
    14: refused(14, 'The server does not take this for an IP address'),
    15: misses(15, 'a date of confirmation'),
    16: refused(16, 'The server does not take this for a date of confirmation'),
    17: refused(17, invalid),
    18: refused(18, 'The account may not hold more people'),
    19: refused(19, noAddress),
    20: refused(20, 'This address is on the list already'),
    21: refused(21, 'This person unsubscribed from the list before; nothing was changed'),
    22: refused(22, noTaker),
    23: refused(23, 'The server cannot read how this list is set up'),
    24: refused(24, 'The server does not take this for a confirmation mail'),
    25: refused(25, 'The server has no such confirmation mail'),
    26: refused(26, required),
    27: refused(27, unique),
    28: refused(28, invalid),
  },
};

export const SUBSCRIBE: Refusals = {
  codes: {
    1: misses(1, 'a list'),
    2: misses(2, 'an address'),
    3: misses(3, 'an IP address'),
    4: listGone,
    5: refused(5, noAddress),
    6: refused(6, required),
    7: refused(7, unique),
    8: refused(8, invalid),
    9: refused(9, 'This address is on the list already'),
    10: refused(10, 'The server could not subscribe this address'),
    11: refused(11, noAccount),
    101: refused(101, 'An extension of the server refused this address'),
  },
};

export const UPDATE: Refusals = {
  codes: {
    1: misses(1, 'a person'),
    2: misses(2, 'a list'),
    3: misses(3, 'an address'),
    4: refused(4, noAddress),
    5: listGone,
    6: personGone,
    7: refused(7, 'Somebody else on this list has this address'),
    8: refused(8, required),
    9: refused(9, unique),
    10: refused(10, invalid),
    11: refused(11, 'A field is no longer on this list; nothing was changed'),
  },
};

export const UNSUBSCRIBE: Refusals = {
  codes: {
    1: misses(1, 'a list'),
    2: misses(2, 'an IP address'),
    3: misses(3, 'a person'),
    4: listGone,
    5: refused(5, noAccount),
    6: refused(6, noAddress),
    7: personGone,
    8: refused(8, 'The server has no such campaign'),
    9: refused(9, 'This person has unsubscribed from the list already'),
    10: refused(10, 'The server has no such mail'),
    11: refused(11, 'The server could not tell whom it was asked to unsubscribe'),
  },
};

export const OPT_IN: Refusals = {
  codes: {
    1: misses(1, 'a list'),
    2: misses(2, 'a person'),
    3: misses(3, 'a confirmation code'),
    4: refused(4, 'This is not the code from the confirmation mail, or it was used already'),
    5: personGone,
  },
};
