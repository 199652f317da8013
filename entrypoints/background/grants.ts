/** Permissions that nothing needs any more are given back (law 9). */
import { browser } from '@/lib/browser';
import type { FlagSettings } from '@/lib/messaging/protocol';
import { EVERY_SITE, patternsOf } from '@/lib/people/site';
import { flaggedPatterns } from './flag-scripts';

export async function dropUnneeded(settings: FlagSettings, accountPatterns: string[]) {
  const granted = (await browser.permissions.getAll()).origins ?? [];
  const needed = [...sitesKept(settings), ...accountPatterns];
  for (const pattern of unneededOf(granted, needed)) {
    await browser.permissions.remove({ origins: [pattern] }).catch(() => undefined);
  }
}

/** Chosen sites are kept while every site is flagged: she may go back to them. */
export const sitesKept = (settings: FlagSettings): string[] =>
  settings.mode === 'off' ? [] : [...flaggedPatterns(settings), ...patternsOf(settings.sites)];

/**
 * “Every site” is kept while anything is needed: Chrome takes every host back with it, even one
 * with a grant of its own. To ask for those anew takes a click (the options page, `narrowHosts`).
 */
export const unneededOf = (granted: string[], needed: string[]): string[] =>
  granted.filter(
    (pattern) => !needed.includes(pattern) && (pattern !== EVERY_SITE || needed.length === 0),
  );
