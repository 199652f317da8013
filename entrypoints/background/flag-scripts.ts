/** Where the flags script runs: registered for the allowed sites, and nowhere else. */
import { browser, type Scripting } from '@/lib/browser';
import type { FlagSettings, ToPage } from '@/lib/messaging/protocol';
import { EVERY_SITE, patternOf, patternsOf } from '@/lib/people/site';

const SCRIPT_ID = 'flags';
const SCRIPT_FILE = '/content-scripts/flags.js';

export function flaggedPatterns(settings: FlagSettings): string[] {
  if (settings.mode === 'everywhere') return [EVERY_SITE];
  return settings.mode === 'off' ? [] : patternsOf(settings.sites);
}

async function allowedOf(patterns: string[]): Promise<string[]> {
  const allowed = await Promise.all(
    patterns.map((pattern) => browser.permissions.contains({ origins: [pattern] })),
  );
  return patterns.filter((_, index) => allowed[index]);
}

let applying = Promise.resolve();

/** Brings registration and open tabs in line with the settings; one change at a time. */
export function applyFlags(settings: FlagSettings): Promise<void> {
  const next = applying.then(async () => {
    const patterns = await allowedOf(flaggedPatterns(settings));
    await register(patterns);
    await bringIntoTabs(patterns);
  });
  applying = next.catch(() => undefined);
  return next;
}

async function register(matches: string[]) {
  const [known] = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT_ID] });
  if (matches.length === 0) {
    if (known) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT_ID] });
    return;
  }
  const script = {
    id: SCRIPT_ID,
    js: [SCRIPT_FILE],
    matches,
    allFrames: true,
    // Frames that a page writes itself (a mail, as most webmail shows it) have no address.
    matchOriginAsFallback: true,
    runAt: 'document_idle' as const,
    persistAcrossSessions: true,
  };
  if (known) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([script]);
}

/** Whether frames of this site are to be flagged, as registered: chosen, and allowed. */
export async function isFlagged(site: string | null): Promise<boolean> {
  return isAmong(site, await registeredPatterns());
}

const isAmong = (site: string | null, patterns: string[]): boolean =>
  patterns.includes(EVERY_SITE) || (site !== null && patterns.includes(site));

async function registeredPatterns(): Promise<string[]> {
  const [known] = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT_ID] });
  return known?.matches ?? [];
}

/** Open tabs follow at once, frame by frame: flagged where chosen, every trace gone elsewhere. */
async function bringIntoTabs(patterns: string[]) {
  const tabs = await browser.tabs.query({});
  await Promise.all(
    tabs.map(async ({ id }) => {
      if (id === undefined) return;
      void tellTab(id, { addressee: 'refresh' });
      for (const frameId of await framesOf(id, patterns)) {
        // Not waited for: a page that never ends to load takes it when it has.
        void inject({ target: { tabId: id, frameIds: [frameId] }, files: [SCRIPT_FILE] });
      }
    }),
  );
}

/** The frames of a tab whose site is among these. None where the page around them is closed to us. */
async function framesOf(tabId: number, patterns: string[]): Promise<number[]> {
  if (patterns.length === 0) return [];
  const target = { tabId, allFrames: true };
  const frames = await inject({ target, func: readOrigin, injectImmediately: true });
  return frames
    .filter(({ result }) => isAmong(patternOf(String(result)), patterns))
    .map(({ frameId }) => frameId);
}

/** A discarded tab, an error page or a page closed to us takes no script. */
const inject = (injection: Scripting.ScriptInjection): Promise<Scripting.InjectionResult[]> =>
  browser.scripting.executeScript(injection).catch(() => []);

/** Runs in the page; must not use anything from outside itself. A boxed frame is its maker's. */
function readOrigin(): string | undefined {
  const around = location.ancestorOrigins as DOMStringList | undefined; // not in every Firefox
  return [location.origin, origin, around?.[0]].find((each) => each && each !== 'null');
}

/** Tells every frame of a tab; most tabs have nobody who listens. */
export async function tellTab(tabId: number, message: ToPage): Promise<void> {
  await browser.tabs.sendMessage(tabId, message).catch(() => undefined);
}

const REFRESH_AFTER_MS = 300;
let refreshing: ReturnType<typeof setTimeout> | undefined;

/** Marks may have changed: pages ask again, once for a burst of look-ups. */
export function refreshFlags() {
  if (refreshing !== undefined) return;
  refreshing = setTimeout(async () => {
    refreshing = undefined;
    if ((await registeredPatterns()).length === 0) return;
    // A flagged frame may stand in a page that is not: all are told, and most have no one to hear.
    for (const { id } of await browser.tabs.query({})) {
      if (id !== undefined) void tellTab(id, { addressee: 'refresh' });
    }
  }, REFRESH_AFTER_MS);
}
