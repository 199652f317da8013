/** What the popup found on a page, until the workbench that is opened for it has used it. */
import { browser } from '@/lib/browser';
import type { HandedOn } from '@/lib/people/handed-on';
import { createTurns } from '@/lib/storage/in-turn';
import type { PanelAnswers } from './panel-calls';

interface Waiting {
  at: number;
  /** Null once it has made room for others. */
  handedOn: HandedOn | null;
  /** Which asked for it: a tab may be doubled. */
  tabs: number[];
  /** Since when no tab that asked for it is open. */
  closedAt: number | null;
}

/** A working day: a tab may be discarded and looked at again. */
const KEPT_FOR = 8 * 60 * 60_000;
/** A tab may be closed by accident, and opened again. */
const KEPT_CLOSED_FOR = 5 * 60_000;
const MOST_WAITING = 5;

export const HANDED_ON = 'handed-on';
const keyOf = (ticket: string) => `${HANDED_ON} ${ticket}`;

/** A window's tabs are closed at once, and two of them may ask at once. */
const inTurn = createTurns();

/** In the browser's memory alone, which outlives the worker; the tab's address has but a ticket. */
export const handOnCalls = {
  async handOn(handedOn) {
    const ticket = crypto.randomUUID();
    const key = keyOf(ticket);
    await inTurn(async () => {
      await keep(key, { at: Date.now(), handedOn, tabs: [], closedAt: null });
      await forgetOver();
    });
    const url = browser.runtime.getURL(`/workbench.html#//import/${ticket}`);
    try {
      await browser.tabs.create({ url });
    } catch (error) {
      await drop(key);
      throw error;
    }
  },
  handedOn: ({ ticket }, { tabId }) =>
    inTurn(async () => {
      const key = keyOf(ticket);
      const kept = await browser.storage.session.get(key);
      const waiting = kept[key] as Waiting | undefined; // Written by `keep` alone.
      if (!waiting || !isInTime(waiting)) return 'gone';
      const { tabs } = waiting;
      if (tabId !== null && !tabs.includes(tabId)) {
        await keep(key, { ...waiting, tabs: [...tabs, tabId], closedAt: null });
      }
      return waiting.handedOn ?? 'crowded-out';
    }),
  dropHandedOn: ({ ticket }) => drop(keyOf(ticket)),
} satisfies Partial<PanelAnswers>;

/** With the last tab that may show it, it has not long to wait. */
export function listenToClosing() {
  browser.tabs.onRemoved.addListener((tabId) => void inTurn(() => forgetWith(tabId)));
}

async function forgetWith(tabId: number): Promise<void> {
  const shown = (await allWaiting()).filter(([, { tabs }]) => tabs.includes(tabId));
  for (const [key, waiting] of shown) {
    const tabs = waiting.tabs.filter((other) => other !== tabId);
    await keep(key, { ...waiting, tabs, closedAt: tabs.length > 0 ? null : Date.now() });
  }
  if (shown.length > 0) await forgetOver();
}

/** Forgets what has waited too long or is too much, and asks to be woken for the next of it. */
export const forgetHandedOn = (): Promise<void> => inTurn(forgetOver);

async function forgetOver(): Promise<void> {
  const all = await allWaiting();
  const over = all.filter(([, waiting]) => !isInTime(waiting));
  await browser.storage.session.remove(over.map(([key]) => key));
  const inTime = all.filter(([, waiting]) => isInTime(waiting));
  const full = inTime.filter(([, { handedOn }]) => handedOn !== null);
  full.sort(([, one], [, other]) => isClosed(one) - isClosed(other) || other.at - one.at);
  for (const [key, waiting] of full.slice(MOST_WAITING)) {
    await keep(key, { ...waiting, handedOn: null });
  }
  const next = Math.min(...inTime.map(([, waiting]) => endOf(waiting)));
  if (inTime.length > 0) await browser.alarms.create(HANDED_ON, { when: next });
}

const isClosed = ({ closedAt }: Waiting): number => Number(closedAt !== null);

const drop = (key: string): Promise<void> => inTurn(() => browser.storage.session.remove(key));

const keep = (key: string, waiting: Waiting): Promise<void> =>
  browser.storage.session.set({ [key]: waiting });

const endOf = ({ at, closedAt }: Waiting): number =>
  Math.min(at + KEPT_FOR, closedAt === null ? Infinity : closedAt + KEPT_CLOSED_FOR);

const isInTime = (waiting: Waiting): boolean => Date.now() < endOf(waiting);

async function allWaiting(): Promise<[string, Waiting][]> {
  const all = Object.entries(await browser.storage.session.get(null));
  return all.filter(([key]) => key.startsWith(keyOf(''))) as [string, Waiting][]; // as above
}
