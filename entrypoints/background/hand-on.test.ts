import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { browser } from '@/lib/browser';
import { foldAddress } from '@/lib/people/address';
import type { HandedOn } from '@/lib/people/handed-on';
import { forgetHandedOn, handOnCalls } from './hand-on';

const HANDED_ON: HandedOn = {
  rows: [{ address: foldAddress('ada@a.example'), kind: 'one' }],
  site: 'help.a.example',
  isCut: false,
  asOf: null,
};

const HOUR = 60 * 60_000;

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
  expect(await handOnCalls.handedOn({ ticket })).toBeNull();
});

test('law 4: an answer that never came, or a tab that was discarded, can ask again', async () => {
  await handOnCalls.handOn(HANDED_ON);
  const ticket = ticketIn(opened[0]);
  expect(await handOnCalls.handedOn({ ticket })).toEqual(HANDED_ON);
  expect(await handOnCalls.handedOn({ ticket })).toEqual(HANDED_ON);
});

test('law 4: each tab gets what it was opened for, though others were opened meanwhile', async () => {
  const other = { ...HANDED_ON, site: 'other.example' };
  await Promise.all([handOnCalls.handOn(HANDED_ON), handOnCalls.handOn(other)]);
  const asked = opened.map((url) => handOnCalls.handedOn({ ticket: ticketIn(url) }));
  const sites = (await Promise.all(asked)).map((handedOn) => handedOn?.site);
  expect(sites.toSorted()).toEqual(['help.a.example', 'other.example']);
  await handOnCalls.dropHandedOn({ ticket: ticketIn(opened[0]) });
  expect(await handOnCalls.handedOn({ ticket: ticketIn(opened[1]) })).not.toBeNull();
  expect(await handOnCalls.handedOn({ ticket: 'made-up' })).toBeNull();
});

test('law 5: no more than five wait, and the oldest makes room', async () => {
  for (let count = 0; count < 6; count += 1) {
    vi.setSystemTime(Date.now() + 1);
    await handOnCalls.handOn(HANDED_ON);
  }
  const asked = opened.map((url) => handOnCalls.handedOn({ ticket: ticketIn(url) }));
  const there = (await Promise.all(asked)).map((handedOn) => handedOn !== null);
  expect(there).toEqual([false, true, true, true, true, true]);
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
  expect(await handOnCalls.handedOn({ ticket: first })).toBeNull();
  await forgetHandedOn();
  expect(JSON.stringify(await browser.storage.session.get(null))).not.toContain(first);
  expect(await handOnCalls.handedOn({ ticket: second })).toEqual(HANDED_ON);
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
