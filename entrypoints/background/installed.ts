/** Installed, updated, started: brings everything the browser forgets back in line. */
import { browser } from '@/lib/browser';
import type { Parts } from './assemble';
import { applyFlags } from './flag-scripts';

export function listenToInstalls(parts: Parts) {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void browser.runtime.openOptionsPage();
    void flagAgain(parts);
    void parts.filling.work();
  });
  // Registered scripts do not outlive every kind of start.
  browser.runtime.onStartup.addListener(() => void flagAgain(parts));
  // Nor do alarms.
  browser.runtime.onStartup.addListener(() => void parts.filling.work());
  // Allowed or withdrawn in the browser's own settings.
  browser.permissions.onAdded.addListener(() => void flagAgain(parts));
  browser.permissions.onRemoved.addListener(() => void flagAgain(parts));
}

interface Closable {
  setAccessLevel?: (given: { accessLevel: 'TRUSTED_CONTEXTS' }) => Promise<void>;
}

/** Scripts on pages need nothing of what we keep, so the browser is told to refuse them. */
export async function keepFromPages() {
  // Chrome's; Firefox has it for `storage.session` alone, where it is so anyway.
  const local = browser.storage.local as Closable; // the polyfill's types do not know it
  await local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
}

async function flagAgain({ settings }: Parts) {
  await applyFlags(await settings.flags());
}
