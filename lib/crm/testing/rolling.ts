/** A roll read to its end, and what the sandbox truly holds. */
import { foldAddress } from '../../people/address';
import { STANDINGS } from '../../people/standing';
import type { Standing } from '../../people/standing';
import { valueOf } from '../../failure';
import type { Place } from '../../people/account';
import type { World } from '../../../sandbox/sandbox.ts';
import type { Crm } from '../crm';
import type { Passed } from '../needs';
import type { RollOrder, RollPosition } from '../roll';

const BEHIND = { urgency: 'background' } as const;

export interface Rolled {
  people: Map<string, string>;
  /** How many addresses were told, each time counted. */
  told: number;
  pages: number;
}

/** Page by page; `between` is told how many were read. Positions live as text, as on a disk. */
export async function rollThrough(
  crm: Crm,
  { place, order = 'whole' }: { place: Place | null; order?: RollOrder },
  between: (pages: number, next: RollPosition) => void = () => undefined,
): Promise<Rolled> {
  const people: Rolled['people'] = new Map();
  let from: RollPosition | null = null;
  const groups: Passed[] = [];
  let told = 0;
  for (let pages = 1; ; pages += 1) {
    const page = valueOf(await crm.roll(place, { from, order }, BEHIND));
    if (page.isGroup) groups.push(...page.people);
    else {
      for (const { address, standings } of page.people) people.set(address, standings.join(' '));
      told += page.people.length;
    }
    if (page.next === null) return { people: withGroups(people, groups), told, pages };
    from = JSON.parse(JSON.stringify(page.next)) as RollPosition; // as it went in
    between(pages, from);
  }
}

/** Nobody is there by a group alone. */
function withGroups(people: Rolled['people'], groups: readonly Passed[]): Rolled['people'] {
  for (const { address, standings } of groups) {
    const before = people.get(address)?.split(' ') as Standing[] | undefined; // joined above
    if (before) people.set(address, worded([...before, ...standings]));
  }
  return people;
}

/** Everybody on a list with all her standings, worst first. */
export function truthOfList(world: World, listId: number): Map<string, string> {
  const STATUSES: Record<string, Standing> = {
    Subscribed: 'subscribed',
    Unsubscribed: 'unsubscribed',
    'Opt-In Pending': 'pending',
    'Opt-Out Pending': 'leaving',
  };
  return new Map(
    world
      .onList(listId)
      .map(({ email, status, bounce }) => [
        foldAddress(email),
        worded([
          STATUSES[status] ?? 'unclear',
          bounce === 'Hard' && 'hard-bounced',
          bounce === 'Soft' && 'soft-bounced',
          world.isSuppressed(email) && 'suppressed',
        ]),
      ]),
  );
}

/** Everybody in the right account of Systeme.io. */
export const truthOfContacts = (world: World): Map<string, string> =>
  new Map(
    world.right.contacts.map(({ email, unsubscribed, bounced, needsConfirmation }) => [
      foldAddress(email),
      worded([
        unsubscribed && 'unsubscribed',
        bounced && 'hard-bounced',
        needsConfirmation && 'pending',
        !unsubscribed && !bounced && !needsConfirmation && 'subscribed',
      ]),
    ]),
  );

const worded = (standings: (Standing | false)[]): string =>
  STANDINGS.filter((standing) => standings.includes(standing)).join(' ');
