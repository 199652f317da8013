/** What a subscriber can do as herself, in a session of her own. */
import { misses, personGone, refused } from '../refusals';
import type { Refusals } from '../refusals';
import * as schemas from '../schemas/session';
import { onList, READ } from './command';

const LOGIN: Refusals = {
  codes: {
    1: misses(1, 'a list'),
    2: misses(2, 'an address'),
    3: refused(3, 'The server does not take this for an email address'),
    4: personGone,
  },
};

const LISTS_OF: Refusals = { codes: { 1: refused(1, 'The server has ended this session') } };

export const login = (who: { listId: string; address: string }) => ({
  ...READ,
  name: 'subscriber.login',
  params: { ...onList(who.listId), EmailAddress: who.address },
  refusals: LOGIN,
  schema: schemas.LoginReply,
});

export const listsOf = (session: string) => ({
  ...READ,
  name: 'subscriber.getlists',
  params: {},
  session,
  refusals: LISTS_OF,
  schema: schemas.ListsOfReply,
});
