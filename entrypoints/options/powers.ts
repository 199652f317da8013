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
