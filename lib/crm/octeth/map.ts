/** From Octeth's words to ours. Past here nobody says subscriber. */
import type { AccountRef, Place } from '../../people/account';
import type { JourneyState, Profile, Tag } from '../../people/profile';
import { STANDINGS } from '../../people/standing';
import type { Standing } from '../../people/standing';
import { plainDate } from '../dates';
import type { JourneyRow } from './schemas/journeys';
import type { SubscriberReply } from './schemas/person';

const STATUSES: Record<string, Standing> = {
  subscribed: 'subscribed',
  'opt-in pending': 'pending',
  'opt-out pending': 'leaving',
  unsubscribed: 'unsubscribed',
};

const BOUNCES: Record<string, Standing | null> = {
  '': null,
  'not bounced': null,
  soft: 'soft-bounced',
  hard: 'hard-bounced',
};

export function profileOf(account: AccountRef, place: Place, reply: SubscriberReply): Profile {
  const { SubscriberInformation: person, SubscriberJourneys: journeys } = reply;
  return {
    account,
    place,
    id: person.SubscriberID,
    address: person.EmailAddress,
    // In custom fields, whose ids the list must be asked for: see `names.ts`.
    name: null,
    standings: standingsOf(reply),
    since: plainDate(person.SubscriptionDate),
    tags: reply.SubscriberTags.map(tagOf),
    journeys: [
      ...(journeys?.InProgress ?? []).map((row) => journeyOf(row, 'active')),
      ...(journeys?.Completed ?? []).map((row) => journeyOf(row, 'completed')),
    ],
  };
}

const standingsOf = ({ SubscriberInformation: person, Suppressed }: SubscriberReply): Standing[] =>
  standingsIn({ ...person, Suppressed: Suppressed || person.Suppressed });

/** Worst first, as far as the row tells. */
export function standingsIn(row: {
  SubscriptionStatus: string;
  BounceType?: string | null | undefined;
  Suppressed?: boolean | undefined;
}): Standing[] {
  const { SubscriptionStatus, BounceType, Suppressed } = row;
  const bounce = BOUNCES[(BounceType ?? '').trim().toLowerCase()];
  const found = new Set<Standing>([standingNamed(SubscriptionStatus)]);
  if (Suppressed) found.add('suppressed');
  if (bounce !== null) found.add(bounce ?? 'unclear');
  return STANDINGS.filter((standing) => found.has(standing));
}

export const standingNamed = (status: string): Standing =>
  STATUSES[status.trim().toLowerCase()] ?? 'unclear';

export const tagOf = (row: {
  TagID: string;
  TagName?: string | null | undefined;
  Tag?: string | null | undefined;
}): Tag => ({ id: row.TagID, name: row.TagName ?? row.Tag ?? `Tag ${row.TagID}` });

export function journeyOf(row: JourneyRow, state: JourneyState['state']): JourneyState {
  return {
    id: row.JourneyID,
    name: row.JourneyName ?? `Journey ${row.JourneyID}`,
    state,
    step: countOf(row.CurrentStep),
    steps: countOf(row.TotalSteps),
    since: plainDate(row.EnrolledAt ?? row.JoinedAt),
  };
}

/** `subscriber.journey.list` tells the journey's own status in one version, hers in another. */
export const stateOf = (status: string | null | undefined): JourneyState['state'] =>
  /complet|finish/i.test(status ?? '') ? 'completed' : 'active';

/** Disabled by any other word than these two is still disabled: the server would refuse it. */
export const isEnabled = (status: string | null | undefined): boolean =>
  ['', 'enabled', 'active'].includes((status ?? '').trim().toLowerCase());

export function countOf(value: string | number | null | undefined): number | null {
  const count = value === null || value === undefined || value === '' ? Number.NaN : Number(value);
  return Number.isInteger(count) && count >= 0 ? count : null;
}
