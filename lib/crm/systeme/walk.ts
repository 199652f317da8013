/**
 * Reading all contacts, newest first, page by page: the way to somebody where the address filter
 * is ignored.
 *
 *   newest ┌──────────────┐ head.topId      what came in since, read first
 *          │              │ head.cursorId   … down to here so far
 *          ├──────────────┤ newestId ┐
 *          │              │          │ passed: kept by the memory, never read again
 *          ├──────────────┤ oldestId ┘
 *          │              │ what is still to be read
 *   oldest └──────────────┘
 */
import { FailureError } from '../../failure';
import type { EmailAddress } from '../../people/address';
import { sameAddress } from '../../people/address';
import type { Ask } from '../crm';
import { WALK_START } from '../needs';
import type { WalkMemory, WalkPosition } from '../needs';
import type { SystemeClient } from './client';
import { passedOf } from './map';
import { isInvalid, isMissing } from './refusals';
import type { Contact, ContactsPage } from './schemas';

export const PAGE_SIZE = 100;

export interface Walking {
  client: SystemeClient;
  walk: WalkMemory;
}

export interface Step {
  position: WalkPosition;
  found: Contact | null;
  /** This page reached what had been passed before: nobody came in since that is not passed. */
  isCaughtUp: boolean;
}

/** One page of those who came in since the walk began; the first page of all where it has not. */
export async function stepHead(
  { client, walk }: Walking,
  address: EmailAddress,
  ask: Ask,
): Promise<Step> {
  const before = await walk.position();
  if (before.newestId === null) return stepDown({ client, walk }, address, ask);
  const page = await readAfter(client, before.head?.cursorId ?? null, ask);
  if (page === 'cursor-gone') return restartHead(walk, before);
  const known = before.newestId;
  const fresh = page.items.filter((contact) => isNewer(contact.id, known));
  const isCaughtUp = fresh.length < page.items.length || !page.hasMore;
  const topId = before.head?.topId ?? fresh[0]?.id ?? known;
  const cursorId = fresh.at(-1)?.id ?? before.head?.cursorId ?? known;
  const passed = (before.head?.passed ?? 0) + fresh.length;
  const position: WalkPosition = isCaughtUp
    ? { ...before, newestId: topId, head: null, passed: before.passed + passed }
    : { ...before, head: { topId, cursorId, passed } };
  return keep(walk, { position, contacts: fresh, isCaughtUp, address, page });
}

/** One page further down. */
export async function stepDown(
  { client, walk }: Walking,
  address: EmailAddress,
  ask: Ask,
): Promise<Step> {
  const before = await walk.position();
  const page = await readAfter(client, before.oldestId, ask);
  if (page === 'cursor-gone') {
    await walk.pass([], WALK_START);
    return { position: WALK_START, found: null, isCaughtUp: false };
  }
  const position: WalkPosition = {
    ...before,
    newestId: before.newestId ?? page.items[0]?.id ?? null,
    oldestId: page.items.at(-1)?.id ?? before.oldestId,
    passed: before.passed + page.items.length,
    complete: !page.hasMore,
  };
  const isCaughtUp = before.oldestId === null;
  return keep(walk, { position, contacts: page.items, isCaughtUp, address, page });
}

interface Kept {
  position: WalkPosition;
  contacts: Contact[];
  isCaughtUp: boolean;
  address: EmailAddress;
  page: ContactsPage;
}

async function keep(
  walk: WalkMemory,
  { position, contacts, isCaughtUp, address, page }: Kept,
): Promise<Step> {
  await walk.pass(contacts.map(passedOf), position);
  const found = page.items.find((contact) => sameAddress(contact.email, address)) ?? null;
  return { position, found, isCaughtUp };
}

async function restartHead(walk: WalkMemory, before: WalkPosition): Promise<Step> {
  const position = { ...before, head: null };
  await walk.pass([], position);
  return { position, found: null, isCaughtUp: false };
}

/** The page below the cursor, checked to be below it: a server may lose a deleted cursor's place. */
export async function readAfter(
  client: SystemeClient,
  cursor: string | null,
  ask: Ask,
  filter: { tags?: string } = {},
): Promise<ContactsPage | 'cursor-gone'> {
  try {
    const page = await client.contacts(
      { limit: PAGE_SIZE, ...filter, ...(cursor !== null && { startingAfter: cursor }) },
      ask,
    );
    assertDescending(page, cursor);
    return page;
  } catch (error) {
    if (cursor === null || !mayBeLostCursor(error)) throw error;
    if (await isGone(client, cursor, ask)) return 'cursor-gone';
    throw error;
  }
}

function assertDescending({ items, hasMore }: ContactsPage, cursor: string | null): void {
  const ids = cursor === null ? [] : [cursor];
  ids.push(...items.map(({ id }) => id));
  const isOrdered = ids.every((id, index) => index === 0 || isNewer(ids[index - 1] ?? id, id));
  if (isOrdered && (items.length > 0 || !hasMore)) return;
  throw new FailureError({
    kind: 'changed-shape',
    where: 'GET /contacts items',
    expected: 'contacts older than the one before',
  });
}

async function isGone(client: SystemeClient, id: string, ask: Ask): Promise<boolean> {
  try {
    await client.contact(id, ask);
    return false;
  } catch (error) {
    if (isMissing(error)) return true;
    throw error;
  }
}

const mayBeLostCursor = (error: unknown): boolean =>
  isInvalid(error) ||
  isMissing(error) ||
  (error instanceof FailureError && error.failure.kind === 'changed-shape');

/** Ids are given in the order in which contacts come in. */
const isNewer = (one: string, other: string): boolean => Number(one) > Number(other);
