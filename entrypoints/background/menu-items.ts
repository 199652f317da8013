/** What stands in the right-click menu: always there, never built for one selection. */
import type { MenuTag } from '@/lib/messaging/protocol';
import type { AccountRef } from '@/lib/people/account';
import type { JourneyOffer } from '@/lib/people/offers';

export interface MenuJourney {
  account: AccountRef;
  journey: JourneyOffer;
}

export interface MenuItem {
  id: string;
  parentId?: string;
  title: string;
  enabled: boolean;
  type: 'normal' | 'separator';
}

/** What a click on an item means; the id carries it, since the worker may have died between. */
export type MenuChoice =
  | { kind: 'look-up' }
  | { kind: 'tag'; accountId: string; placeId: string | null; tagId: string }
  | { kind: 'tag-other' }
  | { kind: 'journey'; accountId: string; journeyId: string }
  | { kind: 'journey-other' };

/** `%s` is the selection: the browser puts it in, and leaves nothing where there is none. */
const SELECTION = '%s';

/** The three titles; with the flagged address under the pointer where there is one. */
export function titlesFor(address: string | null) {
  const whom = address === null ? SELECTION : escaped(address);
  return {
    'look-up': `Look up ${whom}`,
    tag: `Tag ${whom}`,
    journey: `Trigger journey for ${whom}`,
  };
}

/** `&` would mark an access key, and the browser would replace `%s`: a word joiner keeps it apart. */
const escaped = (text: string) => text.replaceAll('&', '&&').replaceAll('%s', '%\u2060s');

export function menuItems(tags: MenuTag[], journeys: MenuJourney[]): MenuItem[] {
  const titles = titlesFor(null);
  return [
    item('look-up', titles['look-up']),
    item('tag', titles.tag),
    ...tags.map((tag) => ({
      ...item(idOf(tagChoice(tag)), escaped(`${tag.name} · ${placeNames(tag)}`)),
      parentId: 'tag',
    })),
    ...(tags.length > 0 ? [separator('tag')] : []),
    { ...item(idOf({ kind: 'tag-other' }), 'Another tag…'), parentId: 'tag' },
    item('journey', titles.journey),
    ...journeys.map((entry) => ({ ...journeyItem(entry), parentId: 'journey' })),
    ...(journeys.length > 0 ? [separator('journey')] : []),
    { ...item(idOf({ kind: 'journey-other' }), 'Another journey…'), parentId: 'journey' },
  ];
}

export const idOf = (choice: MenuChoice): string => JSON.stringify(choice);

export function choiceOf(id: string | number): MenuChoice | null {
  if (id === 'look-up') return { kind: 'look-up' };
  try {
    // Written by `idOf` alone; the browser hands back what it was given.
    return JSON.parse(String(id)) as MenuChoice;
  } catch {
    return null;
  }
}

const item = (id: string, title: string): MenuItem => ({
  id,
  title,
  enabled: true,
  type: 'normal',
});

const separator = (parentId: string): MenuItem => ({
  ...item(`${parentId}-line`, ''),
  parentId,
  type: 'separator',
});

const tagChoice = (tag: MenuTag): MenuChoice => ({
  kind: 'tag',
  accountId: tag.account.id,
  placeId: tag.place?.id ?? null,
  tagId: tag.id,
});

/** Law 2: the account is named on every item, and the list where there is one. */
const placeNames = ({ account, place }: MenuTag) =>
  place ? `${account.name}, ${place.name}` : account.name;

function journeyItem({ account, journey }: MenuJourney): MenuItem {
  const id = idOf({ kind: 'journey', accountId: account.id, journeyId: journey.id });
  const off = journey.enabled ? '' : ' (disabled)';
  return {
    ...item(id, escaped(`${journey.name} · ${account.name}${off}`)),
    enabled: journey.enabled,
  };
}
