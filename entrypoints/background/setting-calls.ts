/** The lock, flags and the menu's tags, asked by our own pages. */
import { touchLock } from './alarms';
import type { Parts } from './assemble';
import { applyFlags } from './flag-scripts';
import { dropUnneeded } from './grants';
import { hostPatterns } from './host-patterns';
import type { PanelAnswers } from './panel-calls';

export function keyCalls(parts: Parts) {
  const { vault, outbox, filling } = parts;
  return {
    async setPassphrase({ passphrase }) {
      await vault.setPassphrase(passphrase);
      await touchLock(parts);
    },
    async unlock({ passphrase }) {
      await vault.unlock(passphrase);
      // Only now is there something to lock again.
      await touchLock(parts);
      void outbox.resume();
      void filling.work();
    },
    lock: () => vault.lock(),
  } satisfies Partial<PanelAnswers>;
}

export function settingCalls(parts: Parts) {
  const { settings } = parts;
  return {
    flags: () => settings.flags(),
    async setFlags(flags) {
      await settings.setFlags(flags);
      const clean = await settings.flags();
      await applyFlags(clean);
      void parts.filling.work();
      await dropUnneeded(clean, hostPatterns(await parts.accounts.list()));
    },
    menuTags: () => settings.menuTags(),
    async pinMenuTag({ tag, pinned }) {
      await settings.pin(tag, pinned);
      await parts.refreshMenus();
    },
  } satisfies Partial<PanelAnswers>;
}
