import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { browser, type Tabs } from '@/lib/browser';
import type { LookUp } from '@/lib/directory/lookups';
import { NOTHING_KNOWN } from '@/lib/people/ability';
import type { Findings } from '@/lib/people/findings';
import type { Parts } from './assemble';
import { clickMenu } from './menu-click';
import { idOf } from './menu-items';
import { buildMenus, listenToLeaving, nameInMenus } from './menus';
import { rememberHovered } from './opening';

const ada = 'ada@lovelace.dev';
const account = { id: 'shop', name: 'Acme Shop', system: 'systeme' as const };
const TAB = { id: 7 } as Tabs.Tab; // no more of it is asked
const TAG = idOf({ kind: 'tag', accountId: 'shop', placeId: null, tagId: '4' });

const act = vi.fn();
const lookUp = async ({ address }: LookUp): Promise<Findings> => ({
  ...{ account, at: 5, places: [], walk: null, failure: null },
  profiles: [
    {
      ...{ account, address, place: null, id: '9', name: 'Ada' },
      ...{ standings: ['subscribed'], since: null, tags: [], journeys: [] },
    },
  ],
});
const parts = {
  accounts: { get: async () => ({ ...account, paused: false }) },
  lookups: { lookUp },
  settings: { menuTags: async () => [] },
  abilities: { read: async () => NOTHING_KNOWN },
  outbox: { act, acknowledge: async () => undefined },
} as unknown as Parts; // these alone are asked

let notices: string[] = [];

beforeEach(async () => {
  fakeBrowser.reset();
  notices = [];
  act.mockReset().mockRejectedValue(new Error('far enough'));
  vi.spyOn(browser.contextMenus, 'update').mockResolvedValue(undefined);
  vi.spyOn(browser.contextMenus, 'removeAll').mockResolvedValue(undefined);
  vi.spyOn(browser.contextMenus, 'create').mockReturnValue(0);
  vi.spyOn(browser.notifications, 'create').mockImplementation(async (...given: unknown[]) => {
    notices.push((given[1] as { message: string }).message);
    return '';
  });
});

const restOn = async (address: string | null) => {
  await rememberHovered(7, address);
  await nameInMenus(address);
};
const click = (selectionText?: string) =>
  clickMenu(parts, { menuItemId: TAG, ...(selectionText && { selectionText }) }, TAB);
const loads = async (id: number, change: { url?: string } = { url: 'https://x.test/' }) => {
  const tab = { id } as Parameters<typeof fakeBrowser.tabs.onUpdated.trigger>[2]; // as above
  await fakeBrowser.tabs.onUpdated.trigger(id, { status: 'loading', ...change }, tab);
};
const written = () => act.mock.calls.map(([{ intent }]) => intent.target.address);

test('whom the menu named, because she was rested on, is who is written to', async () => {
  await restOn(ada);
  await click();
  expect(written()).toEqual([ada]);
});

test('who was left at the moment of the click is still meant', async () => {
  await restOn(ada);
  await restOn(null);
  await click();
  expect(written()).toEqual([ada]);
});

test('law 1: on the page that has come since, nobody was rested on', async () => {
  listenToLeaving();
  await restOn(ada);
  await loads(7);
  await vi.waitFor(async () => expect(await browser.storage.session.get('hovered')).toEqual({}));
  await click();
  expect(written()).toEqual([]);
  expect(notices).toEqual(['Select one, or right-click a mail link or a flag.']);
});

test('law 1: whom the menu no longer names is not written to, however lately rested on', async () => {
  await restOn(ada);
  await nameInMenus(null);
  await click();
  expect(written()).toEqual([]);
  expect(notices).toEqual(['The menu named nobody. Rest on the address, then right-click it.']);
});

test('law 1: nobody else than the menu named is written to', async () => {
  await restOn(ada);
  await click('linus@kernel.example');
  expect(written()).toEqual([]);
  expect(notices[0]).toContain('The menu named ada@lovelace.dev, but linus@kernel.example');
});

test('a frame that loads beneath the pointer takes no name away', async () => {
  listenToLeaving();
  await restOn(ada);
  await loads(7, {});
  await click();
  expect(written()).toEqual([ada]);
});

test('a page that loads elsewhere takes no name away', async () => {
  listenToLeaving();
  await restOn(ada);
  await loads(8);
  await click();
  expect(written()).toEqual([ada]);
});

test('a menu that is built anew still names whom it named', async () => {
  await restOn(ada);
  await buildMenus([{ id: 'tag', title: 'Tag %s', enabled: true, type: 'normal' }]);
  expect(browser.contextMenus.create).toHaveBeenCalledWith(
    expect.objectContaining({ id: 'tag', title: `Tag ${ada}` }),
  );
  await click();
  expect(written()).toEqual([ada]);
});
