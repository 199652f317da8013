import { journeyGone, listGone, misses, personGone, refused } from '../refusals';
import type { Refusals } from '../refusals';
import * as schemas from '../schemas/journeys';
import { LIMITED_READ, LIMITED_WRITE, personOn } from './command';
import type { OnList } from './command';

const noList = 'the list';
const noPerson = 'the person';
const noJourney = 'the journey';

export const JOURNEY: Refusals = {
  codes: {
    1: misses(1, noList),
    2: misses(2, noPerson),
    3: misses(3, noJourney),
    4: listGone,
    5: personGone,
    // Older servers say the same of a journey that is gone and of one that is disabled.
    6: refused(6, 'The server does not accept this journey; it may be disabled or gone'),
  },
  errorsCodes: {
    1: misses(1, noJourney),
    2: misses(2, noList),
    3: misses(3, noPerson),
    4: journeyGone,
    5: listGone,
    6: personGone,
    7: journeyGone,
    8: listGone,
    9: personGone,
    10: refused(10, 'This journey is disabled'),
  },
};

const JOURNEYS_OF_PERSON: Refusals = {
  codes: { 1: misses(1, noList), 2: misses(2, noPerson), 3: listGone, 4: personGone },
  errorsCodes: {
    2: misses(2, noList),
    3: misses(3, noPerson),
    5: listGone,
    6: personGone,
    8: listGone,
    9: personGone,
  },
};

/** Of days that are never sent. */
const DAYS = 'The server does not take the days of the statistics';

const JOURNEYS: Refusals = {
  codes: { 4: refused(4, DAYS), 5: refused(5, DAYS), 6: refused(6, DAYS) },
};

export const journeys = () => ({
  ...LIMITED_READ,
  name: 'journey.list',
  params: { SkipStats: 1 },
  refusals: JOURNEYS,
  schema: schemas.JourneysReply,
});

export const journeysOf = (who: OnList) => ({
  ...LIMITED_READ,
  name: 'subscriber.journey.list',
  params: personOn(who),
  refusals: JOURNEYS_OF_PERSON,
  schema: schemas.PersonJourneysReply,
});

const journeying = (name: string, who: OnList, journeyId: string) => ({
  ...LIMITED_WRITE,
  name,
  params: { ...personOn(who), JourneyID: Number(journeyId) },
  refusals: JOURNEY,
  schema: schemas.SkippedReply,
});
export const triggerJourney = (who: OnList, journeyId: string) =>
  journeying('subscriber.journey.trigger', who, journeyId);
export const removeFromJourney = (who: OnList, journeyId: string) =>
  journeying('subscriber.journey.remove', who, journeyId);
export const exitJourney = (who: OnList, journeyId: string) =>
  journeying('subscriber.journey.exit', who, journeyId);
