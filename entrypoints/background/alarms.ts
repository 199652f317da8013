/** What wakes a sleeping worker: unfinished writes, the directory, the lock, and what was handed on. */
import { browser } from '@/lib/browser';
import type { PanelCalls } from '@/lib/messaging/protocol';
import type { Parts } from './assemble';
import { forgetHandedOn, HANDED_ON } from './hand-on';

const OUTBOX = 'outbox';
const DIRECTORY = 'directory';
const LOCK = 'lock';

/** Asks to be woken for the outbox; of several times the earliest counts. */
export async function wakeAt(time: number): Promise<void> {
  const known = await browser.alarms.get(OUTBOX);
  if (known && known.scheduledTime > Date.now() && known.scheduledTime <= time) return;
  await browser.alarms.create(OUTBOX, { when: time });
}

/** Asks to be woken for the directory; the latest word counts, and `Infinity` is never. */
export async function wakeDirectoryAt(time: number): Promise<void> {
  if (time === Infinity) await browser.alarms.clear(DIRECTORY);
  else await browser.alarms.create(DIRECTORY, { when: time });
}

/** What our pages ask of their own accord, again and again: an open one must not keep keys open. */
const UNASKED = new Set<string>([
  'abilities',
  'accounts',
  'connection',
  'countTag',
  'directories',
  'exportState',
  'flags',
  'handedOn',
  'importState',
  'menuTags',
  'opening',
  'receipts',
  'recents',
  'settle',
] satisfies (keyof PanelCalls)[]);

export const isDeliberate = (call: string): boolean => !UNASKED.has(call);

/** She did something in one of our windows: the time until the keys lock begins anew. */
export async function touchLock({ vault }: Pick<Parts, 'vault'>): Promise<void> {
  await vault.touch();
  const idleUntil = await vault.idleUntil();
  if (idleUntil !== null) await browser.alarms.create(LOCK, { when: idleUntil });
}

export function listenToAlarms({ outbox, vault, filling }: Parts) {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === OUTBOX) void outbox.resume();
    if (name === DIRECTORY) void filling.work();
    if (name === LOCK) void vault.lock();
    if (name === HANDED_ON) void forgetHandedOn();
  });
}
