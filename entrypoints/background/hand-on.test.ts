import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { browser } from '@/lib/browser';
import { foldAddress } from '@/lib/people/address';
import type { HandedOn } from '@/lib/people/handed-on';
import { forgetHandedOn, handOnCalls, listenToClosing } from './hand-on';

const HANDED_ON: HandedOn = {
  rows: [{ address: foldAddress('ada@a.example'), kind: 'one' }],
  site: 'help.a.example',
  isCut: false,
  asOf: null,
};

const HOUR = 60 * 60_000;

/** As the page asks that stands in a tab. */
const ask = (ticket: string, tabId: number | null = null) =>
  handOnCalls.handedOn({ ticket }, { door: 'panel', tabId });

let opened: string[] = [];
beforeEach(async () => {
  vi.useFakeTimers({ now: Date.UTC(2026, 0, 2), toFake: ['Date'] });
  opened = [];
  await browser.alarms.clearAll();
  await browser.storage.session.clear();
  vi.spyOn(browser.tabs, 'create').mockImplementation(async ({ url = '' }) => {
    opened.push(url);
    return { index: 0, highlighted: true, active: true, pinned: false, incognito: false };
  });
});

afterEach(() => vi.useRealTimers());

/** Listeners are not waited for; whatever they began has had its turn before this is answered. */
const settled = () => ask('made-up');

const ticketIn = (url: string | undefined): string => url?.split('/').at(-1) ?? '';

test('law 5: the tab is opened with a ticket, and no address stands in its own', async () => {
  await handOnCalls.handOn(HANDED_ON);
  expect(opened).toHaveLength(1);
  expect(opened[0]).toMatch(/\/workbench\.html#\/\/import\/[\w-]+$/);
  expect(opened[0]).not.toContain('a.example');
});

test('law 5: it lies in the browser’s memory alone, and no longer than until it is used', async () => {
  await handOnCalls.handOn(HANDED_ON);
  const ticket = ticketIn(opened[0]);
  expect(await browser.storage.local.get(null)).toEqual({});
  expect(await browser.storage.sync.get(null)).toEqual({});
  // Nothing of it is in the worker, which may have died meanwhile.
  expect(JSON.stringify(await browser.storage.session.get(null))).toContain('ada@a.example');
  await handOnCalls.dropHandedOn({ ticket });
  expect(await browser.storage.session.get(null)).toEqual({});
  expect(await ask(ticket)).toBe('gone');
});

test('law 4: an answer that never came, or a tab that was discarded, can ask again', async () => {
  await handOnCalls.handOn(HANDED_ON);
  const ticket = ticketIn(opened[0]);
  expect(await ask(ticket)).toEqual(HANDED_ON);
  expect(await ask(ticket)).toEqual(HANDED_ON);
});

test('law 4: each tab gets what it was opened for, though others were opened meanwhile', async () => {
  const other = { ...HANDED_ON, site: 'other.example' };
  await Promise.all([handOnCalls.handOn(HANDED_ON), handOnCalls.handOn(other)]);
  const asked = await Promise.all(opened.map((url) => ask(ticketIn(url))));
  expect(asked).toHaveLength(2);
  expect(asked).toEqual(expect.arrayContaining([HANDED_ON, other]));
  await handOnCalls.dropHandedOn({ ticket: ticketIn(opened[0]) });
  expect(typeof (await ask(ticketIn(opened[1])))).toBe('object');
  expect(await ask('made-up')).toBe('gone');
});

test('law 5: no more than five wait; the oldest makes room, and law 3: can tell why', async () => {
  for (let count = 0; count < 7; count += 1) {
    vi.setSystemTime(Date.now() + 1);
    await handOnCalls.handOn({ ...HANDED_ON, site: `${count}.example` });
  }
  const asked = await Promise.all(opened.map((url) => ask(ticketIn(url))));
  expect(asked.slice(0, 2)).toEqual(['crowded-out', 'crowded-out']);
  expect(asked.slice(2)).toEqual(
    [2, 3, 4, 5, 6].map((count) => ({ ...HANDED_ON, site: `${count}.example` })),
  );
  expect(JSON.stringify(await browser.storage.session.get(null))).not.toContain('"1.example"');
  // That it made room is forgotten too.
  vi.setSystemTime(Date.now() + 8 * HOUR);
  await forgetHandedOn();
  expect(await browser.storage.session.get(null)).toEqual({});
});

describe('with its last tab it is gone', () => {
  const close = (tabId: number) =>
    fakeBrowser.tabs.onRemoved.trigger(tabId, { windowId: 1, isWindowClosing: false });
  beforeEach(() => listenToClosing());
  afterEach(() => fakeBrowser.tabs.onRemoved.removeAllListeners());

  const kept = () => browser.storage.session.get(null);
  const due = async () => (await browser.alarms.get('handed-on'))?.scheduledTime ?? 0;
  /** What the alarm does, once it is due. */
  const wake = async () => {
    vi.setSystemTime(await due());
    await forgetHandedOn();
  };

  async function openedIn(...tabs: number[]): Promise<string> {
    await handOnCalls.handOn(HANDED_ON);
    const ticket = ticketIn(opened.at(-1));
    for (const tabId of tabs) await ask(ticket, tabId);
    return ticket;
  }

  test('law 5: soon, though the worker died since, and whatever other tabs are closed', async () => {
    const ticket = await openedIn(7);
    await close(8);
    expect(await due()).toBe(Date.now() + 8 * HOUR);
    await close(7);
    await settled();
    expect(await due()).toBe(Date.now() + HOUR / 12);
    await wake();
    expect(await kept()).toEqual({});
    expect(await ask(ticket, 7)).toBe('gone');
  });

  test('law 4: a tab that was closed by accident and is opened again has it for its whole time', async () => {
    const ticket = await openedIn(7);
    const begun = Date.now();
    await close(7);
    await settled();
    vi.setSystemTime(Date.now() + HOUR / 12 - 1);
    expect(await ask(ticket, 9)).toEqual(HANDED_ON);
    await forgetHandedOn();
    expect(await due()).toBe(begun + 8 * HOUR);
  });

  test('law 4: what no tab shows any more makes room before what one shows', async () => {
    const shown = await openedIn(1);
    vi.setSystemTime(Date.now() + 1);
    const closed = await openedIn(2);
    await close(2);
    await settled();
    for (let count = 0; count < 4; count += 1) await handOnCalls.handOn(HANDED_ON);
    expect(await ask(shown, 1)).toEqual(HANDED_ON);
    expect(await ask(closed, 2)).toBe('crowded-out');
  });

  test('or with the last of them, where the tab was doubled', async () => {
    const ticket = await openedIn(7, 8);
    await close(7);
    await settled();
    expect(await due()).toBe(Date.now() + 8 * HOUR);
    expect(await ask(ticket, 8)).toEqual(HANDED_ON);
    await close(8);
    await settled();
    await wake();
    expect(await kept()).toEqual({});
  });

  test('law 5: also where both are closed at once, with their window', async () => {
    await openedIn(7, 8);
    await Promise.all([close(7), close(8)]);
    await settled();
    expect(await due()).toBe(Date.now() + HOUR / 12);
    await wake();
    expect(await kept()).toEqual({});
  });

  test('law 4: not under the one that is still open, though both asked at once', async () => {
    const ticket = await openedIn();
    await Promise.all([ask(ticket, 7), ask(ticket, 8)]);
    await close(8);
    await settled();
    vi.setSystemTime(Date.now() + HOUR);
    expect(await ask(ticket, 7)).toEqual(HANDED_ON);
  });

  test('law 5: what is let go in one tab is not kept again for another that asks just then', async () => {
    const ticket = await openedIn(7);
    await Promise.all([ask(ticket, 8), handOnCalls.dropHandedOn({ ticket })]);
    expect(await kept()).toEqual({});
  });
});

test('law 5: what nobody used is forgotten after eight hours, each in its time', async () => {
  await browser.storage.session.set({ other: 1 });
  await handOnCalls.handOn(HANDED_ON);
  vi.setSystemTime(Date.now() + HOUR);
  await handOnCalls.handOn(HANDED_ON);
  const [first = '', second = ''] = opened.map(ticketIn);
  const due = async () => (await browser.alarms.get('handed-on'))?.scheduledTime;
  expect(await due()).toBe(Date.UTC(2026, 0, 2, 8));
  vi.setSystemTime(Date.UTC(2026, 0, 2, 8));
  // Even where the alarm is late.
  expect(await ask(first)).toBe('gone');
  await forgetHandedOn();
  expect(JSON.stringify(await browser.storage.session.get(null))).not.toContain(first);
  expect(await ask(second)).toEqual(HANDED_ON);
  expect(await due()).toBe(Date.UTC(2026, 0, 2, 9));
  vi.setSystemTime(Date.UTC(2026, 0, 2, 9));
  await forgetHandedOn();
  expect(await browser.storage.session.get(null)).toEqual({ other: 1 });
});

test('what no tab could be opened for is not kept', async () => {
  vi.spyOn(browser.tabs, 'create').mockRejectedValue(new Error('no window'));
  await expect(handOnCalls.handOn(HANDED_ON)).rejects.toThrow('no window');
  expect(await browser.storage.session.get(null)).toEqual({});
});
