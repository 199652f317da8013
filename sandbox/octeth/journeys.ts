import type { Journey, Subscriber } from '../world/octeth.ts';
import type { Call, Command, Commands } from './command.ts';
import { success } from './command.ts';
import { refuse } from './errors.ts';
import { place, seedPlace } from './place.ts';

const errors = { seed: 'code', public: 'errors' } as const;

export const journeyCommands: Commands = {
  'journey.list': {
    permission: 'Campaign.Create',
    limited: true,
    route: { method: 'GET', path: '/api/v1/journeys' },
    errors: { seed: 'errors', public: 'errors' },
    answer({ parameters, world }) {
      for (const [index, name] of ['StatsStartDate', 'StatsEndDate'].entries()) {
        const date = parameters.text(name);
        if (date !== '' && !isDate(date)) refuse(4 + index, `Invalid ${name} format`);
      }
      const [start, end] = [parameters.text('StatsStartDate'), parameters.text('StatsEndDate')];
      if (start !== '' && end !== '' && start > end) {
        refuse(6, 'StatsStartDate must be before StatsEndDate');
      }
      const skipStats = parameters.flag('SkipStats', false);
      return { Journeys: world.journeys.map((journey) => journeyRow(journey, skipStats)) };
    },
  },
  'subscriber.journey.trigger': changing('trigger', enter),
  'subscriber.journey.remove': changing('remove', leave),
  'subscriber.journey.exit': changing('exit', leave),
  'subscriber.journey.list': {
    permission: 'Campaign.Create',
    limited: true,
    route: { method: 'POST', path: '/api/v1/subscriber.journey.list' },
    errors,
    answer(call) {
      const { subscriber } = call.dialect === 'seed' ? seedPlace(call) : place(call);
      const rows = subscriber.journeys.map((enrolment) => {
        const journey = call.world.journeys.find(({ id }) => id === enrolment.journeyId);
        return {
          JourneyID: enrolment.journeyId,
          JourneyName: journey?.name ?? '',
          Status: call.dialect === 'seed' ? 'Active' : (journey?.status ?? 'Disabled'),
          JoinedAt: enrolment.enrolledAt,
        };
      });
      return call.dialect === 'seed'
        ? { ...success, Journeys: rows }
        : { ListID: subscriber.listId, SubscriberID: subscriber.id, Journeys: rows };
    },
  },
};

type Change = (subscriber: Subscriber, journey: Journey, call: Call) => void;

function changing(verb: 'trigger' | 'remove' | 'exit', change: Change): Command {
  return {
    permission: 'Campaign.Create',
    limited: true,
    route: { method: 'POST', path: `/api/v1/subscriber.journey.${verb}` },
    errors,
    answer(call) {
      if (call.dialect === 'seed') return changeOne(call, verb, change);
      return changeMany(call, verb, change);
    },
  };
}

/** The reference: one journey, and nothing said but that it was done. */
function changeOne(call: Call, verb: string, change: Change): object {
  const { parameters, world } = call;
  const { subscriber } = seedPlace(call, 'JourneyID');
  const journey = world.journeys.find(({ id }) => id === parameters.id('JourneyID'));
  const asleep = verb === 'trigger' && journey?.status === 'Disabled';
  if (!journey || asleep) refuse(6, 'Invalid JourneyID');
  change(subscriber, journey, call);
  return success;
}

/** 5.9: several journeys at once, and which of them were skipped, and why. */
function changeMany(call: Call, verb: string, change: Change): object {
  const { parameters, world } = call;
  if (!parameters.filled('JourneyID')) refuse(1, 'Missing JourneyID parameter');
  if (!parameters.filled('ListID')) refuse(2, 'Missing ListID parameter');
  if (!parameters.filled('SubscriberID')) refuse(3, 'Missing SubscriberID parameter');
  const wanted = journeyIds(parameters.raw('JourneyID'), verb === 'exit');
  if (!wanted) refuse(4, 'Invalid JourneyID parameter');
  const { listId, subscriber } = place(call);
  const bypass = parameters.flag('BypassJourneyStatusCheck', false);
  const done: number[] = [];
  const skipped: { JourneyID: number; Reason: string }[] = [];
  for (const id of wanted) {
    const journey = world.journeys.find((candidate) => candidate.id === id);
    if (!journey) {
      skipped.push({ JourneyID: id, Reason: 'Journey not found' });
    } else if (verb === 'trigger' && journey.status === 'Disabled' && !bypass) {
      skipped.push({ JourneyID: id, Reason: 'Journey is disabled' });
    } else {
      change(subscriber, journey, call);
      done.push(id);
    }
  }
  const where = { ListID: listId, SubscriberID: subscriber.id };
  if (verb === 'exit') {
    return done.length > 0 ? { JourneyID: done[0], ...where } : refuse(7, 'Journey not found');
  }
  if (done.length === 0) {
    refuse(7, 'Journey not found', { Success: false, SkippedJourneys: skipped });
  }
  const rest = skipped.length > 0 ? { SkippedJourneys: skipped } : {};
  return { Success: true, JourneyIDs: done, ...where, ...rest };
}

/** Triggering what she is already in changes nothing. */
function enter(subscriber: Subscriber, journey: Journey, { world, now }: Call): void {
  const already = subscriber.journeys.some(
    ({ journeyId, completedAt }) => journeyId === journey.id && completedAt === null,
  );
  if (already) return;
  subscriber.journeys.push({
    entryId: world.nextId(),
    journeyId: journey.id,
    step: 1,
    enrolledAt: now,
    completedAt: null,
  });
}

function leave(subscriber: Subscriber, journey: Journey): void {
  subscriber.journeys = subscriber.journeys.filter(({ journeyId }) => journeyId !== journey.id);
}

/** One id, or an array of ids; `exit` takes one only. */
function journeyIds(given: unknown, single: boolean): number[] | undefined {
  const ids = (Array.isArray(given) && !single ? given : [given]).map(String);
  return ids.every((id) => /^[1-9]\d*$/.test(id)) ? ids.map(Number) : undefined;
}

function journeyRow(journey: Journey, skipStats: boolean): object {
  const stats = {
    ActiveSubscribers: 150,
    TotalSubscribers: 500,
    AggregatedEmailActions: {},
    AggregatedDaysEmailActions: [],
    TotalRevenue: 0,
    DaysRevenue: [],
  };
  return {
    JourneyID: String(journey.id),
    JourneyName: journey.name,
    Trigger: 'ListSubscription',
    TriggerParameters: { ListID: journey.listId },
    Status: journey.status,
    ...(skipStats ? {} : { JourneyStats: stats }),
  };
}

function isDate(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === text;
}
