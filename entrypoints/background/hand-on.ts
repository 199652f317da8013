/** What the popup found on a page, until the workbench that is opened for it has used it. */
import { browser } from '@/lib/browser';
import type { HandedOn } from '@/lib/people/handed-on';
import type { PanelAnswers } from './panel-calls';

interface Waiting {
  at: number;
  handedOn: HandedOn;
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
    const waiting: Waiting = { at: Date.now(), handedOn };
    await browser.storage.session.set({ [keyOf(ticket)]: waiting });
    await forgetHandedOn();
    const url = browser.runtime.getURL(`/workbench.html#//import/${ticket}`);
    try {
      await browser.tabs.create({ url });
    } catch (error) {
      await browser.storage.session.remove(keyOf(ticket));
      throw error;
    }
  },
  async handedOn({ ticket }) {
    const key = keyOf(ticket);
    const kept = await browser.storage.session.get(key);
    const waiting = kept[key] as Waiting | undefined; // Written by `handOn` alone.
    return waiting && isInTime(waiting) ? waiting.handedOn : null;
  },
  async dropHandedOn({ ticket }) {
    await browser.storage.session.remove(keyOf(ticket));
  },
} satisfies Partial<PanelAnswers>;

const isInTime = ({ at }: Waiting): boolean => Date.now() < at + KEPT_FOR;

/** Forgets what has waited too long or is too much, and asks to be woken for the next of it. */
export async function forgetHandedOn(): Promise<void> {
  const all = Object.entries(await browser.storage.session.get(null));
  const waiting = all.filter(([key]) => key.startsWith(keyOf(''))) as [string, Waiting][];
  waiting.sort(([, one], [, other]) => other.at - one.at);
  const kept = waiting.slice(0, MOST_WAITING).filter(([, one]) => isInTime(one));
  await browser.storage.session.remove(waiting.slice(kept.length).map(([key]) => key));
  const oldest = kept.at(-1)?.[1];
  if (oldest) await browser.alarms.create(HANDED_ON, { when: oldest.at + KEPT_FOR });
}
