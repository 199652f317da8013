import { FailureError } from '../../failure';
import type { TagOffer } from '../../people/offers';
import type { Tag } from '../../people/profile';
import type { Ask } from '../crm';
import { assertName, sameName } from '../guards';
import type { SystemeClient } from './client';
import { gather } from './gather';
import { isInvalid, isMissing } from './refusals';
import { pageAfter } from './rows';

export async function readTags(client: SystemeClient, ask: Ask): Promise<TagOffer[]> {
  const tags = await gather({
    read: (after) => client.tags(pageAfter(after), ask),
    isWanted: () => true,
    signal: ask.signal,
  });
  return tags.map(({ id, name }) => ({ id, name, place: null, people: null }));
}

/** The tag of that name, created where there is none. */
export async function ensureTag(client: SystemeClient, wanted: string, ask: Ask): Promise<Tag> {
  const name = assertName(wanted);
  const existing = await tagByName(client, name, ask);
  if (existing) return existing;
  try {
    return await client.createTag(name, ask);
  } catch (error) {
    // Made by somebody else in between, or made with an answer we did not understand.
    if (!mayExistNow(error)) throw error;
    const made = await tagByName(client, name, ask).catch(() => null);
    if (made) return made;
    throw error;
  }
}

/** Newer servers refuse a tag she has: then what was wanted is so. */
export async function assignTag(
  client: SystemeClient,
  { contactId, tagId }: { contactId: string; tagId: string },
  ask: Ask,
): Promise<null> {
  try {
    await client.assignTag(contactId, tagId, ask);
  } catch (error) {
    if (!isInvalid(error) || !(await hasTag(client, { contactId, tagId }, ask))) throw error;
  }
  return null;
}

/** Newer servers refuse to take what she does not have: then what was wanted is so. */
export async function removeTag(
  client: SystemeClient,
  { contactId, tagId }: { contactId: string; tagId: string },
  ask: Ask,
): Promise<null> {
  try {
    await client.removeTag(contactId, tagId, ask);
  } catch (error) {
    if (!isMissing(error) || (await hasTag(client, { contactId, tagId }, ask))) throw error;
  }
  return null;
}

async function hasTag(
  client: SystemeClient,
  { contactId, tagId }: { contactId: string; tagId: string },
  ask: Ask,
): Promise<boolean> {
  const { tags } = await client.contact(contactId, ask);
  return tags.some((tag) => tag.id === tagId);
}

async function tagByName(client: SystemeClient, name: string, ask: Ask): Promise<Tag | null> {
  const offer = (await readTags(client, ask)).find((one) => sameName(one.name, name));
  return offer ? { id: offer.id, name: offer.name } : null;
}

const mayExistNow = (error: unknown): boolean =>
  isInvalid(error) || (error instanceof FailureError && error.failure.kind === 'changed-shape');
