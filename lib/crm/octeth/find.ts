import { FailureError, failureOf } from '../../failure';
import type { Failure } from '../../failure';
import type { Place } from '../../people/account';
import type { EmailAddress } from '../../people/address';
import type { Findings, PlaceSearch } from '../../people/findings';
import type { Profile } from '../../people/profile';
import type { Ask } from '../crm';
import type { Gate } from '../gate';
import { isUnknownCommand } from './offers';
import { readByAddress } from './read-profile';
import type { Octeth } from './read-profile';

interface Searching extends Octeth {
  gate: Gate;
}

interface Search {
  search: PlaceSearch;
  profile: Profile | null;
}

/** Asks every searched list, each on its own: one that fails hides none of the others. */
export async function findInOcteth(
  searching: Searching,
  { places, address }: { places: Place[]; address: EmailAddress },
  ask: Ask,
): Promise<Findings> {
  const searches = await Promise.all(
    places.map((place) =>
      searchPlace(searching, { place, address, alone: places.length === 1 }, ask),
    ),
  );
  return {
    account: searching.account,
    at: searching.now(),
    profiles: searches.flatMap(({ profile }) => profile ?? []),
    places: searches.map(({ search }) => search),
    walk: null,
    failure: places.length === 0 ? NO_LIST : failureOfAll(searches),
  };
}

async function searchPlace(
  searching: Searching,
  { place, address, alone }: { place: Place; address: EmailAddress; alone: boolean },
  ask: Ask,
): Promise<Search> {
  try {
    const isThere = alone ? null : await isOnList(searching, { place, address }, ask);
    if (isThere === false) return { search: { place, outcome: 'absent' }, profile: null };
    const profile = await readByAddress(searching, { place, address }, ask);
    if (!profile && isThere) throw new FailureError(CONTRADICTION);
    return { search: { place, outcome: profile ? 'found' : 'absent' }, profile };
  } catch (error) {
    const failure = failureOf(error, 'octeth find');
    return { search: { place, outcome: 'failed', failure }, profile: null };
  }
}

/**
 * `subscriber.exists` has no limit of calls. Null where this server may not know it: the page it
 * then answers with could be any page, so what `subscriber.get` says next decides.
 */
async function isOnList(
  { client, gate }: Searching,
  { place, address }: { place: Place; address: EmailAddress },
  ask: Ask,
): Promise<boolean | null> {
  try {
    const reply = await gate.through(ask.urgency, () =>
      client.exists({ listId: place.id, address }, ask),
    );
    return reply.Exists;
  } catch (error) {
    if (isUnknownCommand(error)) return null;
    throw error;
  }
}

/** One reason that holds for every list is the account's; a missing list is the list's own. */
function failureOfAll(searches: Search[]): Failure | null {
  const failures = searches.flatMap(({ search }) =>
    search.outcome === 'failed' ? search.failure : [],
  );
  const [first] = failures;
  if (!first || first.kind === 'not-found' || failures.length < searches.length) return null;
  return failures.every((failure) => failure.kind === first.kind) ? first : null;
}

const NO_LIST: Failure = {
  kind: 'bad-input',
  field: 'lists',
  reason: 'No list of this account is chosen to be searched. Choose one in the options',
};

const CONTRADICTION: Failure = {
  kind: 'changed-shape',
  where: 'subscriber.get',
  expected: 'the person whom subscriber.exists knows',
};
