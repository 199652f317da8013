import type { Powers } from '@/components/accounts/powers';
import { browser } from '@/lib/browser';
import { createClient } from '@/lib/messaging/client';
import type { PanelCalls } from '@/lib/messaging/protocol';
import { EVERY_SITE } from '@/lib/people/site';

const CHROME_SHORTCUTS = 'chrome://extensions/shortcuts';
const LOOK_UP = 'Look up an address';

export function createPowers(): Powers {
  return {
    client: createClient<PanelCalls>((message) => browser.runtime.sendMessage(message)),
    askHosts: (origins) => browser.permissions.request({ origins }),
    narrowHosts,
    hasHosts: (origins) => browser.permissions.contains({ origins }),
    shortcuts: async () => {
      const commands = await browser.commands.getAll();
      return commands.map(({ name = '', description, shortcut }) => ({
        name,
        does: description || LOOK_UP,
        keys: shortcut ?? '',
      }));
    },
    openShortcutPage,
    copy,
    persist,
    about: `Addressee ${browser.runtime.getManifest().version} · ${browserName()}`,
    storage: localStorage,
  };
}

/**
 * Chrome takes every host back with “every site”, so what stays needed is asked for at once, and
 * given without a question since it was allowed before. Firefox asks for no host that is allowed
 * already, and there every site stays allowed until nothing is needed.
 */
function narrowHosts(origins: string[]): Promise<boolean> {
  if (!isFirefox()) void browser.permissions.remove({ origins: [EVERY_SITE] });
  return browser.permissions.request({ origins });
}

const isFirefox = (): boolean => browser.runtime.getURL('').startsWith('moz-extension:');

/** Firefox opens its page by a call of its own (from 137), Chrome's is an address. */
async function openShortcutPage(): Promise<boolean> {
  const commands: { openShortcutSettings?: () => Promise<void> } = browser.commands;
  if (commands.openShortcutSettings) {
    await commands.openShortcutSettings();
    return true;
  }
  if (isFirefox()) return false;
  await browser.tabs.create({ url: CHROME_SHORTCUTS });
  return true;
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false; // not in a click, or not in sight
  }
}

/** Pages alone may ask for it: no worker has it. In Firefox it would be a question to her. */
export function persist(): void {
  if (isFirefox()) return;
  const storage: { persist?: () => Promise<boolean> } | undefined = navigator.storage;
  void storage?.persist?.().catch(() => undefined); // As before, then.
}

/** No more of the user agent than anybody needs. */
const browserName = (): string =>
  /(Firefox|Edg|Chrome)\/\d+/.exec(navigator.userAgent)?.[0].replace('/', ' ') ?? 'a browser';
