import { assertId, badInput } from '../../guards';
import { listGone, misses, refused } from '../refusals';
import type { Refusals } from '../refusals';
import { written } from '../rules';
import type { Rules } from '../rules';
import * as schemas from '../schemas/lists';
import { AnyReply } from '../schemas/parts';
import { onList, READ, WRITE } from './command';

const UNREADABLE = 'The server does not understand the rules it was sent';

const LIST = misses(1, 'the list');

const SEARCH: Refusals = {
  codes: {
    1: LIST,
    2: misses(2, 'how rules combine'),
    3: listGone,
    4: refused(4, 'The server could not work out the search'),
    5: refused(5, 'The segments refer to each other in a circle'),
    6: refused(6, UNREADABLE),
  },
};

const BROWSE: Refusals = {
  codes: {
    1: LIST,
    2: misses(2, 'the group of people'),
    3: listGone,
    4: refused(4, 'The server cannot search in this field'),
  },
};

export const DELETE: Refusals = {
  codes: {
    2: misses(2, 'the list'),
    5: listGone,
    6: refused(6, UNREADABLE),
    7: refused(7, UNREADABLE),
    8: refused(8, 'The server does not take this for the number of a person'),
  },
};

const brokeDown = (code: number, what: string) =>
  refused(code, `The server failed while deleting ${what}; look at the list before going on`);

const DELETE_ALL: Refusals = {
  codes: {
    1: LIST,
    3: listGone,
    4: refused(4, 'The list belongs to another user'),
    5: brokeDown(5, 'the people'),
    6: brokeDown(6, 'which tags they had'),
    7: brokeDown(7, 'the tags'),
    8: brokeDown(8, 'the list’s people'),
  },
};

/** Never 0: some versions read that as the whole table. */
export interface Window {
  from: number;
  count: number;
  newestFirst?: boolean;
}

const windowed = ({ from, count, newestFirst = false }: Window) => ({
  RecordsFrom: from,
  RecordsPerRequest: Math.max(1, count),
  // An id never changes, so no page is shifted by somebody's new address.
  OrderField: 'SubscriberID',
  OrderType: newestFirst ? 'DESC' : 'ASC',
});

function ruled(rules: Rules) {
  const { connector, json } = written(rules);
  return { Operator: connector, RulesJSON: json };
}

export const search = (listId: string, rules: Rules, window: Window) => ({
  ...READ,
  name: 'subscribers.search',
  params: { ...onList(listId), ...ruled(rules), ...windowed(window) },
  refusals: SEARCH,
  schema: schemas.ManyReply,
});

export const count = (listId: string, rules: Rules) => ({
  ...READ,
  name: 'subscribers.search',
  params: { ...onList(listId), ...ruled(rules), OnlyTotal: true },
  refusals: SEARCH,
  schema: schemas.TotalReply,
});

/** `segment`: a name every list has, or the id of one that somebody made. */
export const browse = (listId: string, segment: string, window: Window) => ({
  ...READ,
  name: 'subscribers.get',
  params: { ...onList(listId), SubscriberSegment: segment, ...windowed(window) },
  refusals: BROWSE,
  schema: schemas.ManyReply,
});

export const segments = (listId: string) => ({
  ...READ,
  name: 'segments.get',
  params: { ...onList(listId), IncludeTotals: true, OrderField: 'SegmentName', OrderType: 'ASC' },
  refusals: { codes: { 1: LIST } },
  schema: schemas.SegmentsReply,
});

export type Ids = readonly [string, ...string[]];

/** By ids alone; no key that could be read as rules is anywhere in it (law 8). */
export const deletePeople = (listId: string, ids: Ids) => {
  if (ids.length === 0) throw badInput('people', 'Nobody is named, so nothing was sent');
  return {
    ...WRITE,
    name: 'subscribers.delete',
    params: { ...onList(listId), Subscribers: ids.map((id) => assertId(id, 'person')).join(',') },
    refusals: DELETE,
    schema: AnyReply,
  };
};

export const deleteEveryone = (listId: string, alsoTags: boolean) => ({
  ...WRITE,
  name: 'subscribers.delete.all',
  params: { ...onList(assertId(listId, 'list')), DeleteListTags: alsoTags },
  refusals: DELETE_ALL,
  schema: AnyReply,
});
