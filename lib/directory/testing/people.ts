/** A few people, and registers filled with them. */
import type { EmailAddress } from '../../people/address';
import type { Findings } from '../../people/findings';
import type { Standing } from '../../people/standing';
import { type Directory, openDirectory } from '../directory';
import type { Registered, RegisterKey } from '../registers';

export const list: RegisterKey = { accountId: 'mail', placeId: '1' };
export const other: RegisterKey = { accountId: 'mail', placeId: '2' };
export const school: RegisterKey = { accountId: 'school', placeId: '' };
export const person = (name: string) => `${name}@x.dev` as EmailAddress; // Already folded.
export const ada = person('ada');
export const bob = person('bob');
export const cyd = person('cyd');
export const standing = (address: EmailAddress, ...standings: Standing[]): Registered => ({
  address,
  standings: standings.length > 0 ? standings : ['subscribed'],
});

/** The directory that searches these places. */
export const open = (searched = [list]) => openDirectory({ searchedPlaces: async () => searched });

export async function fill(
  { registers }: Directory,
  key: RegisterKey,
  people: Registered[],
  at = 100,
) {
  await registers.begin(key, at);
  for (const each of people) await registers.takePage(key, [each], each.address);
  await registers.finish(key);
}

/** What a look-up on that list saw; null where she was not there. */
export function seen(address: EmailAddress, at: number, standings: Standing[] | null): Findings {
  const account = { id: 'mail', name: 'Acme Mail', system: 'octeth' } as const;
  const place = { id: '1', name: 'Newsletter' };
  const blank = { name: null, since: null, tags: [], journeys: [] };
  const profiles = standings ? [{ account, place, id: '7', address, standings, ...blank }] : [];
  const places = [{ place, outcome: standings ? ('found' as const) : ('absent' as const) }];
  return { account, at, profiles, places, walk: null, failure: null };
}
