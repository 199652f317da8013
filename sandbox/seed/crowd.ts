import type { BounceType, SubscriptionStatus } from '../world/octeth.ts';
import { domains, firstNames, lastNames, localPart } from './names.ts';
import { notable } from './notable.ts';
import { tagIds } from './octeth.ts';
import type { ListName } from './octeth.ts';
import type { OctethStanding, SeedPerson, SystemeStanding } from './person.ts';
import { createRandom } from './random.ts';
import type { Random } from './random.ts';
import { contactTagIds, courseIds } from './systeme.ts';
import type { ContactTagName } from './systeme.ts';

type Whereabouts = 'octeth' | 'systeme' | 'both';

/** The notable people first, then others until a third is in each system only and a third in both. */
export function everyone(count: number): SeedPerson[] {
  const random = createRandom(18_151_210);
  const people: SeedPerson[] = Object.values(notable);
  const third = Math.floor(count / 3);
  const wanted: [Whereabouts, number][] = [
    ['octeth', third],
    ['systeme', third],
    ['both', count - 2 * third],
  ];
  const places = wanted.flatMap(([place, total]) => {
    const taken = people.filter((person) => whereabouts(person) === place).length;
    return Array<Whereabouts>(Math.max(0, total - taken)).fill(place);
  });
  const crowd = places.map((place, index) => somebody(index, place, random));
  const newest = people.findIndex((person) => person.email === notable.newest.email);
  return [...people.slice(0, newest), ...crowd, ...people.slice(newest)];
}

export function whereabouts(person: SeedPerson): Whereabouts {
  if (person.octeth && person.systeme) return 'both';
  return person.octeth ? 'octeth' : 'systeme';
}

function somebody(index: number, place: Whereabouts, random: Random): SeedPerson {
  const first = firstNames[index % firstNames.length]!;
  const last = lastNames[(index * 37 + Math.floor(index / firstNames.length)) % lastNames.length]!;
  const serial = index < firstNames.length * lastNames.length ? '' : `.${index}`;
  const person: SeedPerson = {
    email: `${localPart(first, last)}${serial}@${domains[index % domains.length]}`,
    first,
    last,
  };
  if (place !== 'systeme') person.octeth = octethStandings(random);
  if (place !== 'octeth') person.systeme = systemeStanding(random);
  if (place !== 'systeme' && random.chance(0.02)) person.suppressed = true;
  return person;
}

function octethStandings(random: Random): Partial<Record<ListName, OctethStanding>> {
  const standings: Partial<Record<ListName, OctethStanding>> = {};
  if (random.chance(0.8)) standings.newsletter = standing('newsletter', random);
  if (random.chance(0.35)) standings.customers = standing('customers', random);
  if (random.chance(0.15)) standings.archive = { ...standing('archive', random), imported: true };
  if (Object.keys(standings).length === 0) standings.newsletter = {};
  return standings;
}

function standing(list: ListName, random: Random): OctethStanding {
  const status: SubscriptionStatus = random.chance(0.84)
    ? 'Subscribed'
    : random.pick(['Unsubscribed', 'Unsubscribed', 'Opt-In Pending']);
  const bounce: BounceType = random.chance(0.93)
    ? 'Not Bounced'
    : random.pick<BounceType>(['Soft', 'Hard']);
  const tags = Object.keys(tagIds[list]).filter(() => random.chance(0.2));
  return { status, bounce, tags };
}

function systemeStanding(random: Random): SystemeStanding {
  const names = Object.keys(contactTagIds) as ContactTagName[];
  const result: SystemeStanding = {
    tags: names.filter((name) => !name.startsWith('<') && random.chance(0.1)),
  };
  if (random.chance(0.06)) result.unsubscribed = true;
  if (random.chance(0.04)) result.bounced = true;
  if (random.chance(0.2)) {
    const courseId = random.pick([courseIds.watercolour, courseIds.sourdough]);
    result.courses = [{ courseId, accessType: 'full_access' }];
  }
  return result;
}
