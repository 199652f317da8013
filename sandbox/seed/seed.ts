import { zeroAddress, zeroDate } from '../world/octeth.ts';
import type { WorldState } from '../world/world.ts';
import { seedConnections, wrongAccount } from './connections.ts';
import { everyone } from './crowd.ts';
import {
  customFields,
  fieldIds,
  journeyIds,
  journeys,
  listIds,
  lists,
  segments,
  tagIds,
  tags,
} from './octeth.ts';
import type { ListName } from './octeth.ts';
import type { OctethStanding, SeedPerson } from './person.ts';
import { rightAccount } from './systeme-account.ts';
import type { Enrolment, Subscriber } from '../world/octeth.ts';

/** The whole world at its beginning: the same for the same number of people. */
export function seedWorld(count: number): WorldState {
  const people = everyone(count);
  const right = rightAccount(people);
  const wrong = wrongAccount();
  return {
    lists: structuredClone(lists),
    customFields: structuredClone(customFields),
    tags: structuredClone(tags),
    segments: structuredClone(segments),
    journeys: structuredClone(journeys),
    subscribers: subscribersOf(people),
    imports: [],
    importDrafts: [],
    exports: [],
    suppressed: new Set(
      people.filter((person) => person.suppressed).map((person) => person.email.toLowerCase()),
    ),
    permissions: '*',
    connections: seedConnections(right, wrong),
    right,
    wrong,
  };
}

const letter = { campaignId: 789, emailId: 101 };
const noLetter = { campaignId: 0, emailId: 0 };
const link = { link_url: 'https://harbour.example/autumn', link_title: 'Autumn prints' };
const tagged = { TagID: String(tagIds.newsletter.VIP), TagName: 'VIP' };
const started = {
  journey_id: String(journeyIds.welcome),
  journey_name: 'Welcome series',
  action_id: '701',
  action_name: 'First letter',
};

/** Octeth counts per list, from 1001 each time: the same id is somebody else on another list. */
function subscribersOf(people: SeedPerson[]): Subscriber[] {
  return (Object.keys(listIds) as ListName[]).flatMap((list) =>
    people
      .filter((person) => person.octeth?.[list])
      .map((person, index) => subscriber(person, list, person.octeth![list]!, 1001 + index)),
  );
}

function subscriber(
  person: SeedPerson,
  list: ListName,
  standing: OctethStanding,
  id: number,
): Subscriber {
  const status = standing.status ?? 'Subscribed';
  const gone = status === 'Unsubscribed' || status === 'Opt-Out Pending';
  const asked = standing.imported ? zeroDate : day(id);
  const known: Record<string, number> = tagIds[list];
  return {
    id,
    listId: listIds[list],
    email: person.email,
    status,
    bounce: standing.bounce ?? 'Not Bounced',
    subscriptionDate: standing.imported ? '2019-06-01' : day(id),
    subscriptionIp: standing.imported ? ' - Manual Import' : `192.0.2.${id % 250}`,
    unsubscriptionDate: gone && !standing.imported ? '2026-09-14 16:20:00' : zeroDate,
    unsubscriptionIp: gone && !standing.imported ? `198.51.100.${id % 250}` : zeroAddress,
    optInDate: status === 'Opt-In Pending' ? zeroDate : asked,
    fields: fieldsOf(person, list, id),
    tagIds: new Set((standing.tags ?? []).map((name) => known[name]!)),
    journeys: (standing.journeys ?? []).map(({ journeyId, step, completed }, index): Enrolment => ({
      entryId: id * 10 + index,
      journeyId,
      step,
      enrolledAt: '2026-10-12 09:00:00',
      completedAt: completed ? '2026-10-28 11:30:00' : null,
    })),
    activity: standing.active
      ? [
          { type: 'EmailClick', ...letter, date: '2026-11-15 10:31:12', about: link },
          { type: 'EmailOpen', ...letter, date: '2026-11-15 10:30:00' },
          { type: 'EmailDelivery', ...letter, date: '2026-11-15 10:00:00' },
          { type: 'Tagged', ...noLetter, date: '2026-10-14 08:15:00', about: tagged },
          { type: 'JourneyStart', ...noLetter, date: '2026-10-12 09:00:00', about: started },
          { type: 'Subscription', ...noLetter, date: day(id) },
        ]
      : [],
    revenue: standing.revenue ?? 0,
  };
}

function fieldsOf(person: SeedPerson, list: ListName, id: number): Map<number, string> {
  const fields = new Map<number, string>([[fieldIds[list].firstName, person.first]]);
  if (list !== 'archive') fields.set(fieldIds[list].lastName, person.last);
  if (list === 'newsletter') fields.set(fieldIds.newsletter.company, person.systeme?.company ?? '');
  if (person.country) fields.set(fieldIds.global.country, person.country);
  if (list === 'customers') fields.set(fieldIds.customers.customerNumber, String(40_000 + id));
  return fields;
}

/** A date of its own for each row, walking backwards from the summer of 2026. */
function day(id: number): string {
  const at = new Date(Date.UTC(2026, 7, 30, 12) - (id - 1001) * 37 * 3_600_000);
  return at.toISOString().slice(0, 19).replace('T', ' ');
}
