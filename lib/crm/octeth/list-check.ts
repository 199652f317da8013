/** What is read of a list before something is taken from it. */
import { FailureError } from '../../failure';
import type { Place } from '../../people/account';
import type { Choice } from '../../people/details';
import type { ListSize } from '../../people/list-work';
import type { Ask } from '../crm';
import { assertId, badInput } from '../guards';
import type { OctethClient } from './client';
import { IGNORED, PAGE_SIZE } from './many';
import { addressRule } from './rules';
import type { Rules } from './rules';

/** Everybody has an address, so rules that a server ignores count the same. */
export async function listSize(client: OctethClient, place: Place, ask: Ask): Promise<ListSize> {
  const listId = assertId(place.id, 'list');
  const [people, { Tags }] = await Promise.all([
    client.countPeople(listId, addressRule('contains', '@'), ask),
    client.tags(listId, ask),
  ]);
  return { people, tags: Tags.length };
}

/** Laws 1 and 8: whom an id stands for is read again before anybody is deleted by it. */
export async function stillThere(
  client: OctethClient,
  { place, people }: { place: Place; people: Choice[] },
  ask: Ask,
): Promise<Choice[]> {
  const [first] = people;
  if (!first || people.length > PAGE_SIZE) throw badInput('people', TOO_MANY);
  const listId = assertId(place.id, 'list');
  const found = await read(client, { listId, people }, ask);
  // A server that takes “or” for “and” finds nobody, and must not pass for an empty list.
  if (found.length > 0 || people.length === 1) return found;
  const alone = await read(client, { listId, people: [first] }, ask);
  if (alone.length > 0) throw new FailureError(IGNORED);
  return [];
}

const TOO_MANY = `Between 1 and ${PAGE_SIZE} people can be deleted at a time`;

async function read(
  client: OctethClient,
  { listId, people }: { listId: string; people: Choice[] },
  ask: Ask,
): Promise<Choice[]> {
  const window = { from: 0, count: PAGE_SIZE };
  const reply = await client.searchPeople(listId, anyOf(people), window, ask);
  const asked = new Set(people.map(({ name }) => folded(name)));
  const isMeant = reply.Subscribers.every((row) => asked.has(folded(row.EmailAddress)));
  if (!isMeant) throw new FailureError(IGNORED);
  const addresses = new Map(
    reply.Subscribers.map((row) => [row.SubscriberID, folded(row.EmailAddress)]),
  );
  return people.filter(({ id, name }) => addresses.get(id) === folded(name));
}

const folded = (address: string): string => address.trim().toLowerCase();

/** Groups with “or” between them, one for each. */
function anyOf(people: Choice[]): Rules {
  const groups = people.flatMap(({ name }) => addressRule('is', name).groups);
  const [one, ...others] = groups;
  if (!one) throw badInput('people', TOO_MANY);
  return { connector: 'or', groups: [one, ...others] };
}
