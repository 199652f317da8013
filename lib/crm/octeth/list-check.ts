/** What is read of a list before something is taken from it. */
import { FailureError } from '../../failure';
import type { Place } from '../../people/account';
import type { Choice } from '../../people/details';
import type { ListSize } from '../../people/list-work';
import type { Ask } from '../crm';
import { assertId, badInput } from '../guards';
import { askByRules } from './grammar';
import type { Searching } from './grammar';
import { readLists } from './lists';
import { PAGE_SIZE } from './many';
import { addressRule, anyOf, IGNORED, nobody } from './rules';

export async function listSize(searching: Searching, place: Place, ask: Ask): Promise<ListSize> {
  const listId = assertId(place.id, 'list');
  const [people, { Tags }, lists] = await Promise.all([
    countEverybody(searching, listId, ask),
    searching.client.tags(listId, ask),
    readLists(searching.client, ask),
  ]);
  const name = lists?.find(({ id }) => id === listId)?.name ?? null;
  return { people, tags: Tags.length, name };
}

/** Laws 1 and 8: whom an id stands for is read again before anybody is deleted by it. */
export async function stillThere(
  searching: Searching,
  { place, people }: { place: Place; people: Choice[] },
  ask: Ask,
): Promise<Choice[]> {
  if (people.length > PAGE_SIZE) throw badInput('people', TOO_MANY);
  const listId = assertId(place.id, 'list');
  const found = await read(searching, { listId, people }, ask);
  if (found.length === 0) await assertSought(searching, listId, ask);
  return found;
}

/**
 * A server that takes “or” for “and”, or reads one rule alone, finds nobody whoever is there: it
 * must find somebody by a rule that stands between two that nobody fits, and nobody by one of those.
 */
async function assertSought(searching: Searching, listId: string, ask: Ask): Promise<void> {
  const { client } = searching;
  const [one, other] = [addressRule('is', nobody()), addressRule('is', nobody())];
  const [found] = await askByRules(
    searching,
    {
      listId,
      rules: anyOf([one, SOMEBODY, other]),
      read: async (rules) => {
        const strangers = { ...one, grammar: rules.grammar ?? 'typed' };
        return Promise.all([
          client.countPeople(listId, rules, ask),
          client.countPeople(listId, strangers, ask),
        ]);
      },
      fits: ([, strangers]) => strangers === 0,
    },
    ask,
  );
  if (found > 0 || (await countEverybody(searching, listId, ask)) === 0) return;
  throw new FailureError(IGNORED);
}

const TOO_MANY = `Between 1 and ${PAGE_SIZE} people can be deleted at a time`;

const SOMEBODY = addressRule('contains', '@');

/** Everybody has an address, so rules that a server ignores count the same. */
const countEverybody = (searching: Searching, listId: string, ask: Ask): Promise<number> =>
  askByRules(
    searching,
    {
      listId,
      rules: SOMEBODY,
      read: (rules) => searching.client.countPeople(listId, rules, ask),
    },
    ask,
  );

async function read(
  { client, memory }: Searching,
  { listId, people }: { listId: string; people: Choice[] },
  ask: Ask,
): Promise<Choice[]> {
  const [one, ...others] = people.map(({ name }) => addressRule('is', name));
  if (!one) throw badInput('people', TOO_MANY);
  const window = { from: 0, count: PAGE_SIZE };
  const asked = new Set(people.map(({ name }) => folded(name)));
  const reply = await askByRules(
    { client, memory },
    {
      listId,
      rules: anyOf([one, ...others]),
      read: (rules) => client.searchPeople(listId, rules, window, ask),
      fits: ({ Subscribers }) => Subscribers.every((row) => asked.has(folded(row.EmailAddress))),
    },
    ask,
  );
  const addresses = new Map(
    reply.Subscribers.map((row) => [row.SubscriberID, folded(row.EmailAddress)]),
  );
  return people.filter(({ id, name }) => addresses.get(id) === folded(name));
}

const folded = (address: string): string => address.trim().toLowerCase();
