/** One person's rows of what she may enter or pays for. */
import { FailureError } from '../../failure';
import type { Ask } from '../crm';
import type { Memory } from '../needs';
import { LARGEST_SUBSCRIPTIONS_PAGE } from './calls/payments';
import type { SystemeClient } from './client';
import { gather } from './gather';
import { isInvalid, isMissing } from './refusals';
import type { Page } from './request';
import type { Enrollment, Membership, Subscription } from './schemas';
import { PAGE_SIZE } from './walk';

/** Every contact's id is smaller. */
const NOBODY = '999999999999999';

export const pageAfter = (after: string | null, limit = PAGE_SIZE): Page => ({
  limit,
  ...(after !== null && { startingAfter: after }),
});

interface Whose {
  contactId: string;
  /** Only that of this course or community, of which there can be but one. */
  of?: string;
}

export const enrollmentsOf = (
  client: SystemeClient,
  { contactId, of }: Whose,
  ask: Ask,
): Promise<Enrollment[]> =>
  gather({
    read: (after) => {
      const filter = { contact: contactId, ...(of !== undefined && { course: of }) };
      return client.enrollments({ ...pageAfter(after), ...filter }, ask);
    },
    isWanted: ({ contact, course }) => contact.id === contactId && (of ?? course.id) === course.id,
    ...(of !== undefined && { enough: 1 }),
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
    ...(of !== undefined && { enough: 1 }),
    signal: ask.signal,
  });

/** Null where payments were never set up. */
export async function subscriptionsOf(
  { client, memory }: { client: SystemeClient; memory: Memory },
  contactId: string,
  ask: Ask,
): Promise<Subscription[] | null> {
  try {
    const rows = await gather({
      read: (after) => {
        const page = pageAfter(after, LARGEST_SUBSCRIPTIONS_PAGE);
        return client.subscriptions({ ...page, contact: contactId }, ask);
      },
      isWanted: ({ contact }) => (contact?.id ?? contactId) === contactId,
      signal: ask.signal,
    });
    if (rows.some(({ contact }) => !contact)) await assertHeeded({ client, memory }, ask);
    return rows;
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** Rows that do not say whose they are count only where the question is known to be heeded (law 1). */
async function assertHeeded(
  { client, memory }: { client: SystemeClient; memory: Memory },
  ask: Ask,
): Promise<void> {
  const { subscriptionFilter } = await memory.read();
  const verdict = subscriptionFilter ?? (await probeFilter(client, ask));
  if (subscriptionFilter === null) await memory.learn({ subscriptionFilter: verdict });
  if (verdict === 'honoured') return;
  throw new FailureError({
    kind: 'changed-shape',
    where: 'GET /payment/subscriptions items.contact',
    expected: 'whose each subscription is',
  });
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
