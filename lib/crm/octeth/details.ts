/** What the list knows of a person beyond the profile. Each part fails on its own. */
import { failed, FailureError } from '../../failure';
import type { Failure, Result } from '../../failure';
import { sameAddress } from '../../people/address';
import type { Activity, Details, Field, Origin } from '../../people/details';
import type { Target } from '../../people/intent';
import { attempt } from '../attempt';
import type { Ask } from '../crm';
import { plainDate } from '../dates';
import { saidBy } from '../said-by';
import { parseShape } from '../shape';
import { activitiesOf, newestFirst, readActivity } from './activity';
import type { OctethClient } from './client';
import type { OnList } from './commands/command';
import { valueIn } from './field-values';
import { Activities, Origins, Segments, WebsiteEvents } from './schemas/person';
import type { DetailsReply } from './schemas/person';
import { placesOf } from './session';

export interface Reading {
  who: OnList;
  address: Target['address'];
  now: number;
}

/** Law 1: her activity carries no address, so it counts only once her row did. */
export async function readDetails(
  client: OctethClient,
  { who, address, now }: Reading,
  ask: Ask,
): Promise<Details> {
  const [person, names, history, places] = await Promise.all([
    attempt('octeth details', () => rowOf(client, { who, address }, ask)),
    attempt('octeth fields', () => client.customFields(who.listId, ask)),
    attempt('octeth activity', () => readActivity(client, who, ask)),
    // Many servers open no session for an address alone: nothing is said then.
    attempt('octeth places', () => placesOf(client, { listId: who.listId, address }, ask)),
  ]);
  if (!person.ok) return nothingKnown(now, person.failure);
  const reply = person.value;
  return {
    at: now,
    fields: names.ok
      ? await attempt('octeth fields', async () => fieldsIn(reply, names.value.CustomFields))
      : names,
    places: places.ok ? places.value : null,
    segments: await segmentsIn(reply),
    activity: await withWebsite(reply, history),
    revenue: revenueIn(reply),
    origin: originIn(reply),
    ...ELSEWHERE,
  };
}

/** Her row, or why there is none: gone, or by now somebody else's under her number. */
export async function rowOf(
  client: OctethClient,
  { who, address }: { who: OnList; address: Target['address'] },
  ask: Ask,
): Promise<DetailsReply> {
  const reply = await client.details(who, ask);
  if (sameAddress(reply.SubscriberInformation.EmailAddress, address)) return reply;
  throw new FailureError({ kind: 'not-found', what: 'person' });
}

/** Octeth has none of these. */
const ELSEWHERE = { courses: null, communities: null, subscriptions: null };

const NO_ORIGIN: Origin = {
  since: null,
  confirmedAt: null,
  unsubscribedAt: null,
  from: null,
  page: null,
  locale: null,
};

export const nothingKnown = (now: number, failure: Failure): Details => ({
  at: now,
  fields: failed(failure),
  places: null,
  segments: failed(failure),
  activity: failed(failure),
  revenue: null,
  origin: NO_ORIGIN,
  ...ELSEWHERE,
});

function fieldsIn(
  { SubscriberInformation: row }: DetailsReply,
  named: { CustomFieldID: string; FieldName?: string | null | undefined }[],
): Field[] {
  return named.map(({ CustomFieldID: id, FieldName }) => ({
    id,
    name: FieldName ?? `Field ${id}`,
    value: valueIn(row, id),
  }));
}

async function segmentsIn(reply: DetailsReply): Promise<Result<string[]> | null> {
  const told = reply['SubscriberSegments'];
  if (told === undefined) return null;
  return attempt('octeth segments', async () =>
    parseShape(Segments, told, 'subscriber.get SubscriberSegments').map(
      ({ SegmentID, SegmentName, Name }) => SegmentName ?? Name ?? `Segment ${SegmentID}`,
    ),
  );
}

/**
 * Where the history cannot be read, the last ten days stand in for it, unless nothing happened in
 * them: that would be said of all her days.
 */
async function withWebsite(
  reply: DetailsReply,
  history: Result<Activity[]>,
): Promise<Result<Activity[]>> {
  const recent = await attempt('octeth activity', async () =>
    activitiesOf(parseShape(Activities, reply['SubscriberActivity'] ?? [], 'subscriber.get')),
  );
  const known = !history.ok && recent.ok && recent.value.length > 0 ? recent : history;
  if (!known.ok) return known;
  const visits = await attempt('octeth website', async () => visitsIn(reply));
  return visits.ok && visits.value.length > 0
    ? { ok: true, value: newestFirst([...known.value, ...visits.value]) }
    : known;
}

function visitsIn(reply: DetailsReply): Activity[] {
  const trackers = parseShape(WebsiteEvents, reply['SubscriberWebsiteEvents'] ?? [], 'website');
  const visits = trackers.flatMap((tracker) => Object.values(tracker)).flat();
  return visits.flatMap(({ event, event_created_at }) => {
    const at = plainDate(event_created_at);
    return at === null ? [] : { kind: 'other' as const, what: `Website: ${saidBy(event)}`, at };
  });
}

function revenueIn({ TotalRevenue: told }: DetailsReply): number | null {
  const amount = typeof told === 'string' && told.trim() !== '' ? Number(told) : told;
  return typeof amount === 'number' && Number.isFinite(amount) ? amount : null;
}

function originIn({ SubscriberInformation: row }: DetailsReply): Origin {
  const told = parseShape(Origins, row, 'subscriber.get SubscriberInformation');
  return {
    ...NO_ORIGIN,
    since: plainDate(told.SubscriptionDate),
    confirmedAt: plainDate(told.OptInDate),
    unsubscribedAt: plainDate(told.UnsubscriptionDate),
    from: sourceOf(told.SubscriptionIP),
  };
}

/** Rows from a file have a note instead of an address, written ` - Manual Import`. */
function sourceOf(text: string | null | undefined): string | null {
  const source = saidBy(text).replace(/^[-–\s]+/, '');
  return source === '' || source === '0.0.0.0' ? null : source;
}
