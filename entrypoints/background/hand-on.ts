/** What the popup found on a page, until the workbench that is opened for it has used it. */
import { browser } from '@/lib/browser';
import type { HandedOn } from '@/lib/people/handed-on';
import type { PanelAnswers } from './panel-calls';

interface Waiting {
  at: number;
  /** Null once it has made room for others. */
  handedOn: HandedOn | null;
  /** Which asked for it: a tab may be doubled, or get another number when it is discarded. */
  tabs: number[];
}

/** A working day: a tab may be discarded and looked at again. */
const KEPT_FOR = 8 * 60 * 60_000;
const MOST_WAITING = 5;

export const HANDED_ON = 'handed-on';
const keyOf = (ticket: string) => `${HANDED_ON} ${ticket}`;

/** In the browser's memory alone, which outlives the worker; the tab's address has but a ticket. */
export const handOnCalls = {
  async handOn(handedOn) {
    const ticket = crypto.randomUUID();
    await keep(keyOf(ticket), { at: Date.now(), handedOn, tabs: [] });
    await forgetHandedOn();
    const url = browser.runtime.getURL(`/workbench.html#//import/${ticket}`);
    try {
      await browser.tabs.create({ url });
    } catch (error) {
      await browser.storage.session.remove(keyOf(ticket));
      throw error;
    }
  },
  async handedOn({ ticket }, { tabId }) {
    const key = keyOf(ticket);
    const kept = await browser.storage.session.get(key);
    const waiting = kept[key] as Waiting | undefined; // Written by `keep` alone.
    if (!waiting || !isInTime(waiting)) return 'gone';
    const { tabs } = waiting;
    if (tabId !== null && !tabs.includes(tabId)) {
      await keep(key, { ...waiting, tabs: [...tabs, tabId] });
    }
    return waiting.handedOn ?? 'crowded-out';
  },
  async dropHandedOn({ ticket }) {
    await browser.storage.session.remove(keyOf(ticket));
  },
} satisfies Partial<PanelAnswers>;

/** With the last tab that may show it, it is gone. */
export function listenToClosing() {
  browser.tabs.onRemoved.addListener((tabId) => void forgetWith(tabId));
}

async function forgetWith(tabId: number): Promise<void> {
  for (const [key, waiting] of await allWaiting()) {
    if (!waiting.tabs.includes(tabId)) continue;
    const tabs = waiting.tabs.filter((other) => other !== tabId);
    if (tabs.length > 0) await keep(key, { ...waiting, tabs });
    else await browser.storage.session.remove(key);
  }
}

/** Forgets what has waited too long or is too much, and asks to be woken for the next of it. */
export async function forgetHandedOn(): Promise<void> {
  const all = await allWaiting();
  const over = all.filter(([, waiting]) => !isInTime(waiting));
  await browser.storage.session.remove(over.map(([key]) => key));
  const inTime = all.filter(([, waiting]) => isInTime(waiting));
  inTime.sort(([, one], [, other]) => other.at - one.at);
  const full = inTime.filter(([, { handedOn }]) => handedOn !== null);
  for (const [key, waiting] of full.slice(MOST_WAITING)) {
    await keep(key, { ...waiting, handedOn: null });
  }
  const oldest = inTime.at(-1)?.[1];
  if (oldest) await browser.alarms.create(HANDED_ON, { when: oldest.at + KEPT_FOR });
}

const keep = (key: string, waiting: Waiting): Promise<void> =>
  browser.storage.session.set({ [key]: waiting });

const isInTime = ({ at }: Waiting): boolean => Date.now() < at + KEPT_FOR;

async function allWaiting(): Promise<[string, Waiting][]> {
  const all = Object.entries(await browser.storage.session.get(null));
  return all.filter(([key]) => key.startsWith(keyOf(''))) as [string, Waiting][]; // as above
}
