/** One person's rows of what she may enter or pays for. */
import { FailureError } from '../../failure';
import type { Failure } from '../../failure';
import type { Ask } from '../crm';
import { isFresh } from '../needs';
import type { Memory } from '../needs';
import { LARGEST_SUBSCRIPTIONS_PAGE } from './calls/payments';
import type { SystemeClient } from './client';
import { gather } from './gather';
import { isInvalid, isMissing } from './refusals';
import type { Page } from './request';
import type { Enrollment, Membership, Subscription } from './schemas';
import { PAGE_SIZE } from './walk';

/** Every id that was ever given is smaller. */
export const NOBODY = '999999999999999';
/** What one pays is shown of nobody else: the server may be another a minute later. */
const HEEDED_LASTS_MS = 60_000;

export const pageAfter = (after: string | null, limit = PAGE_SIZE): Page => ({
  limit,
  ...(after !== null && { startingAfter: after }),
});

interface Whose {
  contactId: string;
  /** Only those of this course or community. */
  of?: string;
  /** Only the one of this id. */
  only?: string;
}

/** A server that does not say so has no other. */
export const isActive = ({ active }: Enrollment): boolean => active ?? true;

export const enrollmentsOf = (
  client: SystemeClient,
  { contactId, of, only }: Whose,
  ask: Ask,
): Promise<Enrollment[]> =>
  gather({
    read: (after) => {
      const filter = { contact: contactId, ...(of !== undefined && { course: of }) };
      return client.enrollments({ ...pageAfter(after), ...filter }, ask);
    },
    isWanted: ({ id, contact, course }) =>
      contact.id === contactId && (of ?? course.id) === course.id && (only ?? id) === id,
    ...(only !== undefined && { enough: 1 }),
    // Beside one that has ended there may be another: of a course, all are looked for.
    ...(of !== undefined && { willDo: (rows) => rows.some(isActive) }),
    signal: ask.signal,
  });

export const membershipsOf = (
  client: SystemeClient,
  { contactId, of }: Whose,
  ask: Ask,
): Promise<Membership[]> =>
  gather({
    read: (after) => {
      const filter = { contact: contactId, ...(of !== undefined && { community: of }) };
      return client.memberships({ ...pageAfter(after), ...filter }, ask);
    },
    isWanted: ({ contact, community }) =>
      contact.id === contactId && (of ?? community.id) === community.id,
    // Of a community there can be but one.
    ...(of !== undefined && { enough: 1 }),
    signal: ask.signal,
  });

interface Paying {
  client: SystemeClient;
  memory: Memory;
  now: () => number;
  /** Before a write: what was proven once may have changed with the server. */
  anew?: true;
}

/** Null where payments were never set up. */
export async function subscriptionsOf(
  paying: Paying,
  contactId: string,
  ask: Ask,
): Promise<Subscription[] | null> {
  const { client, memory } = paying;
  let others = 0;
  try {
    const rows = await gather({
      read: (after) => {
        const page = pageAfter(after, LARGEST_SUBSCRIPTIONS_PAGE);
        return client.subscriptions({ ...page, contact: contactId }, ask);
      },
      isWanted: ({ contact }) => {
        const isHers = (contact?.id ?? contactId) === contactId;
        if (!isHers) others += 1;
        return isHers;
      },
      signal: ask.signal,
    });
    // Whoever else is in the reply got past the filter.
    if (others > 0) await unlearn(memory);
    const isUnnamed = rows.some(({ contact }) => !contact);
    if (isUnnamed && (others > 0 || !(await isHeeded(paying, ask))))
      throw new FailureError(UNNAMED);
    return rows;
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

const UNNAMED: Failure = {
  kind: 'changed-shape',
  where: 'GET /payment/subscriptions items.contact',
  expected: 'whose each subscription is',
};

async function unlearn(memory: Memory): Promise<void> {
  const { subscriptionFilter } = await memory.read();
  if (subscriptionFilter === null) return;
  await memory.learn({ subscriptionFilter: null, subscriptionFilterSeenAt: null });
}

/** Rows that do not say whose they are count only where the question is known to be heeded (law 1). */
async function isHeeded({ client, memory, now, anew }: Paying, ask: Ask): Promise<boolean> {
  const { subscriptionFilter, subscriptionFilterSeenAt } = await memory.read();
  const isSeen = !anew && isFresh(subscriptionFilterSeenAt, now(), HEEDED_LASTS_MS);
  if (subscriptionFilter === 'honoured' && isSeen) return true;
  const verdict = await probeFilter(client, ask);
  await memory.learn({ subscriptionFilter: verdict, subscriptionFilterSeenAt: now() });
  return verdict === 'honoured';
}

async function probeFilter(client: SystemeClient, ask: Ask): Promise<'honoured' | 'ignored'> {
  try {
    const { items } = await client.subscriptions({ limit: 10, contact: NOBODY }, ask);
    return items.length === 0 ? 'honoured' : 'ignored';
  } catch (error) {
    // A server that finds fault with the number has read it.
    if (isInvalid(error) || isMissing(error)) return 'honoured';
    throw error;
  }
}
