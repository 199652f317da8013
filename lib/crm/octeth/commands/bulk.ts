/** Writes by rules: none can be asked for without what `provenParams` gives (law 8). */
import { assertId } from '../../guards';
import { listGone, misses, refused } from '../refusals';
import type { Refusals } from '../refusals';
import { AnyReply } from '../schemas/parts';
import { onList, WRITE } from './command';
import { DELETE } from './lists';

/** Of `provenParams`. */
export interface RuledParams {
  RulesJSON: string;
  RulesOperator: string;
}

const UNREADABLE = 'The server does not understand the rules it was sent';

const UNSUBSCRIBE: Refusals = {
  codes: {
    1: misses(1, 'the list'),
    2: misses(2, 'the IP address'),
    3: misses(3, 'whom to unsubscribe'),
    4: listGone,
    5: refused(5, 'The server finds the account of this list out of order'),
    6: refused(6, 'The server does not take this for an email address'),
    7: refused(7, UNREADABLE),
    8: refused(8, 'The server has no such campaign'),
    9: refused(9, 'Whoever was meant has unsubscribed from the list already'),
    10: refused(10, 'The server has no such mail'),
    11: refused(11, UNREADABLE),
  },
};

const TAG: Refusals = {
  codes: {
    1: misses(1, 'the list or the tag'),
    2: refused(2, 'This server tags single people only'),
    3: misses(3, 'the tag'),
    4: listGone,
    5: refused(5, 'The tag is no longer on this list'),
    6: refused(6, 'The tag is no longer on this list'),
    7: refused(7, UNREADABLE),
    8: refused(8, UNREADABLE),
  },
};

export const deleteByRules = (listId: string, rules: RuledParams) => ({
  ...WRITE,
  name: 'subscribers.delete',
  params: { ...onList(listId), ...rules },
  refusals: DELETE,
  schema: AnyReply,
});

export const unsubscribeByRules = (listId: string, rules: RuledParams, ipAddress: string) => ({
  ...WRITE,
  name: 'subscriber.unsubscribe',
  params: { ...onList(listId), IPAddress: ipAddress, ...rules },
  refusals: UNSUBSCRIBE,
  schema: AnyReply,
});

/** Servers that know tags of single people alone refuse this for want of a SubscriberID. */
export const tagByRules = (
  verb: 'tag' | 'untag',
  listId: string,
  tagId: string,
  rules: RuledParams,
) => ({
  ...WRITE,
  name: `subscriber.${verb}`,
  params: { ...onList(listId), TagID: Number(assertId(tagId, 'tag')), ...rules },
  refusals: TAG,
  schema: AnyReply,
});
