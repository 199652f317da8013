/** The tags and journeys that can be chosen. */
import { done, FailureError, failureOf } from '../../failure';
import type { OctethAccount, Place } from '../../people/account';
import type { JourneyOffer, NewTag, TagOffer } from '../../people/offers';
import type { Tag } from '../../people/profile';
import { attempt } from '../attempt';
import type { Ask, TagsReply } from '../crm';
import { assertName, assertPlace, sameName } from '../guards';
import type { OctethClient } from './client';
import { countOf, isEnabled, tagOf } from './map';

/** Each list has its own tags. One list that cannot be read hides none of the others. */
export async function readTags(
  client: OctethClient,
  places: Place[],
  ask: Ask,
): Promise<TagsReply> {
  const answers = await Promise.all(
    places.map((place) => attempt('octeth tags', () => tagsOf(client, place, ask))),
  );
  const [first] = answers;
  if (first && !first.ok && answers.every(({ ok }) => !ok)) return first;
  const missing = places.filter((_, index) => answers[index]?.ok === false);
  const read = done(answers.flatMap((answer) => (answer.ok ? answer.value : [])));
  return missing.length > 0 ? { ...read, missing } : read;
}

async function tagsOf(client: OctethClient, place: Place, ask: Ask): Promise<TagOffer[]> {
  const { Tags } = await client.tags(place.id, ask);
  return Tags.map((row) => {
    const description = row.TagDescription?.trim();
    const people = countOf(row.SubscriberCount);
    return { ...tagOf(row), place, people, ...(description && { description }) };
  });
}

export async function readJourneys(
  client: OctethClient,
  account: OctethAccount,
  ask: Ask,
): Promise<JourneyOffer[]> {
  try {
    const { Journeys } = await client.journeys(ask);
    return Journeys.map((row) => ({
      id: row.JourneyID,
      name: row.JourneyName ?? `Journey ${row.JourneyID}`,
      enabled: isEnabled(row.Status),
      placeId: row.TriggerParameters.ListID ?? null,
    }));
  } catch (error) {
    if (account.journeysByHand.length === 0 || !isUnknownCommand(error)) throw error;
    return account.journeysByHand.map(({ id, name }) => ({
      id,
      name,
      enabled: true,
      placeId: null,
    }));
  }
}

/** Before 5.9.3 a command the server does not know is answered with a web page. */
export function isUnknownCommand(error: unknown): boolean {
  const failure = failureOf(error, 'octeth');
  return (
    failure.kind === 'web-page' || (failure.kind === 'not-found' && failure.what === 'command')
  );
}

/** The tag of that name in the list, created where there is none. */
export async function ensureTag(
  client: OctethClient,
  wanted: NewTag & { place: Place | null },
  ask: Ask,
): Promise<Tag> {
  const place = assertPlace(wanted.place);
  const name = assertName(wanted.name);
  const existing = await tagByName(client, { place, name }, ask);
  if (existing) return existing;
  try {
    const { TagID } = await client.createTag(place.id, { ...wanted, name }, ask);
    return { id: TagID, name };
  } catch (error) {
    // Made by somebody else in between, or made with an answer we did not understand.
    if (!mayExistNow(error)) throw error;
    const made = await tagByName(client, { place, name }, ask).catch(() => null);
    if (made) return made;
    throw error;
  }
}

async function tagByName(
  client: OctethClient,
  { place, name }: { place: Place; name: string },
  ask: Ask,
): Promise<Tag | null> {
  const offers = await tagsOf(client, place, ask);
  const offer = offers.find((one) => sameName(one.name, name));
  return offer ? { id: offer.id, name: offer.name } : null;
}

const mayExistNow = (error: unknown): boolean =>
  error instanceof FailureError && ['refused', 'changed-shape'].includes(error.failure.kind);
