import { listGone, misses, personGone } from '../refusals';
import type { Refusals } from '../refusals';
import * as schemas from '../schemas/person';
import { LIMITED_READ, onList, personOn, READ } from './command';
import type { OnList } from './command';

const noPerson = 'a person';
const noList = 'a list';

export const GET_PERSON: Refusals = {
  codes: { 1: misses(1, noPerson), 2: misses(2, noList), 3: personGone, 4: listGone },
};

const EXISTS: Refusals = {
  codes: { 1: misses(1, noList), 2: misses(2, 'an address'), 3: listGone },
};

const ACTIVITY: Refusals = {
  codes: {
    1: misses(1, noPerson),
    2: misses(2, noList),
    3: personGone,
    6: listGone,
    7: personGone,
  },
};

/** Up to 5.6 the codes 3 to 5 are about the filter: they say nothing of the person. */
const FILTERED_ACTIVITY: Refusals = {
  codes: { 1: misses(1, noPerson), 2: misses(2, noList), 6: listGone, 7: personGone },
};

/** Everything there is, and newer servers have no others. */
const HAPPENINGS = [
  'subscription',
  'unsubscription',
  'email campaign delivery',
  'transactional email delivery',
  'auto responder delivery',
  'email open',
  'email link click',
  'hard bounce',
  'journey start',
  'journey end',
  'journey exit',
  'tagged',
  'untagged',
];
const ACTIVITIES_AT_ONCE = 100;

export const subscriber = (who: { listId: string; address: string } | OnList) => ({
  ...LIMITED_READ,
  name: 'subscriber.get',
  params: {
    ...('address' in who ? { ...onList(who.listId), EmailAddress: who.address } : personOn(who)),
    IncludeJourneys: true,
    IncludeTags: true,
    IncludeEvents: false,
    IncludeActivity: false,
    IncludeRevenue: false,
    IncludeSegments: false,
  },
  refusals: GET_PERSON,
  schema: schemas.SubscriberReply,
});

/** Everything about her; what she is called is in `subscriber` already. */
export const details = (who: OnList) => ({
  ...LIMITED_READ,
  name: 'subscriber.get',
  params: {
    ...personOn(who),
    IncludeJourneys: false,
    IncludeTags: false,
    IncludeEvents: true,
    IncludeActivity: true,
    IncludeRevenue: true,
    IncludeSegments: true,
  },
  refusals: GET_PERSON,
  schema: schemas.DetailsReply,
});

/** Up to 5.6 a filter must be sent; later it is ignored. */
export const activity = (who: OnList, how: 'filtered' | 'plain') => ({
  ...READ,
  name: 'subscriber.get.activity',
  params: {
    ...personOn(who),
    ...(how === 'filtered' && {
      FilterJSON: JSON.stringify(HAPPENINGS),
      Operator: 'OR',
      RecordsPerRequest: ACTIVITIES_AT_ONCE,
      RecordsFrom: 0,
    }),
  },
  refusals: how === 'filtered' ? FILTERED_ACTIVITY : ACTIVITY,
  schema: schemas.ActivityReply,
});

export const exists = (who: { listId: string; address: string }) => ({
  ...READ,
  name: 'subscriber.exists',
  params: { ...onList(who.listId), EmailAddress: who.address },
  refusals: EXISTS,
  schema: schemas.ExistsReply,
});
