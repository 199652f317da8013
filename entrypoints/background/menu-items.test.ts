import { expect, test } from 'vitest';
import { choiceOf, menuItems, titlesFor } from './menu-items';

const account = { id: 'a1', name: 'Acme Mail', system: 'octeth' as const };
const tag = {
  account,
  place: { id: '1', name: 'Newsletter' },
  id: '4',
  name: 'R&D 100%s',
  pinned: false,
};
const journey = { id: '7', name: 'Summer sale', enabled: false, placeId: null };

test('law 2: every tag and journey names its account', () => {
  const items = menuItems([tag], [{ account, journey }]);
  const leaves = items.filter((item) => item.id.includes('accountId'));
  expect(leaves).toHaveLength(2);
  for (const leaf of leaves) expect(leaf.title).toContain('Acme Mail');
});

test('a disabled journey is shown as such and cannot be chosen', () => {
  const item = menuItems([], [{ account, journey }]).find((each) => each.id.includes('"7"'));
  expect(item).toMatchObject({ title: 'Summer sale · Acme Mail (disabled)', enabled: false });
});

test('what a click means survives the worker', () => {
  const item = menuItems([tag], []).find((each) => each.id.includes('"4"'));
  expect(choiceOf(item?.id ?? '')).toEqual({
    kind: 'tag',
    accountId: 'a1',
    placeId: '1',
    tagId: '4',
  });
});

test('names cannot play tricks with the menu', () => {
  const item = menuItems([tag], []).find((each) => each.id.includes('"4"'));
  expect(item?.title).toBe('R&&D 100%\u2060s · Acme Mail, Newsletter');
  expect(titlesFor('a&b@x.dev').tag).toBe('Tag a&&b@x.dev');
});

test('without an address the titles take the selection', () => {
  expect(titlesFor(null)['look-up']).toBe('Look up %s');
});

test('there is always a way on when nothing was used yet', () => {
  const titles = menuItems([], []).map((item) => item.title);
  expect(titles).toContain('Another tag…');
  expect(titles).toContain('Another journey…');
});
