import type { Contact, SystemeAccount } from '../world/systeme.ts';
import type { SeedPerson } from './person.ts';
import { communities, contactFields, contactTagIds, contactTags, courses } from './systeme.ts';

const firstContactId = 70_001;

/** The account behind the right connection: everybody who is in Systeme.io. */
export function rightAccount(people: SeedPerson[]): SystemeAccount {
  const members = people.filter((person) => person.systeme);
  const contacts = members.map((person, index) => contact(person, firstContactId + index * 7));
  const ids = new Map(members.map((person, index) => [person, contacts[index]!.id]));
  const idOf = (person: SeedPerson) => ids.get(person)!;
  const enrolled = members.flatMap((person) =>
    (person.systeme?.courses ?? []).map((course) => ({ ...course, contactId: idOf(person) })),
  );
  const joined = members.flatMap((person) =>
    (person.systeme?.communities ?? []).map((communityId) => ({
      communityId,
      contactId: idOf(person),
    })),
  );
  const paying = members.filter((person) => person.systeme?.subscription);
  return {
    contacts,
    tags: structuredClone(contactTags),
    contactFields: structuredClone(contactFields),
    courses: structuredClone(courses),
    enrollments: enrolled.map((entry, index) => ({ id: 4001 + index, active: true, ...entry })),
    communities: structuredClone(communities),
    memberships: joined.map((entry, index) => ({ id: 6001 + index, ...entry })),
    subscriptions: paying.map((person, index) => ({
      id: 9001 + index,
      contactId: idOf(person),
      status: 'active',
      createdAt: '2026-03-01T08:00:00+00:00',
      cancelledAt: null,
      ...person.systeme!.subscription!,
    })),
  };
}

export function contact(person: SeedPerson, id: number): Contact {
  const standing = person.systeme ?? {};
  const fields = new Map([
    ['first_name', person.first],
    ['surname', person.systemeLast ?? person.last],
  ]);
  if (standing.company) fields.set('company_name', standing.company);
  return {
    id,
    email: person.systemeEmail ?? person.email,
    registeredAt: registeredAt(id),
    locale: 'en',
    sourceUrl: null,
    unsubscribed: standing.unsubscribed ?? false,
    bounced: standing.bounced ?? false,
    needsConfirmation: standing.needsConfirmation ?? false,
    fields,
    tagIds: new Set((standing.tags ?? []).map((name) => contactTagIds[name])),
  };
}

/** Later ids registered later, as a cursor by id suggests. */
function registeredAt(id: number): string {
  const at = new Date(Date.UTC(2024, 0, 1) + (id - firstContactId) * 5 * 3_600_000);
  return at.toISOString().replace('.000Z', '+00:00');
}
