/** The page in front, looked into by our own script there; nothing of it is kept. */
import type { PageReading, ThisPage } from '@/components/page/this-page';
import { browser, type Scripting, type Tabs } from '@/lib/browser';
import type { EmailAddress } from '@/lib/people/address';
import { MOST_ON_PAGE, PAGE_DOOR, type PageDoor } from '@/lib/people/page-door';

export function createThisPage(): ThisPage {
  /** In which frame each was found. */
  const frames = new Map<EmailAddress, number>();
  let tabId: number | undefined;

  return {
    async read() {
      const tab = await tabInFront();
      tabId = tab?.id;
      if (tabId === undefined) return { state: 'closed' };
      const target = { tabId, allFrames: true };
      const found = await inject({ target, func: readFrame, args: [PAGE_DOOR, MOST_ON_PAGE] });
      return found ? sortOut(found, frames, hostOf(tab?.url)) : { state: 'closed' };
    },
    async show(address) {
      if (tabId === undefined) return;
      const target = { tabId, frameIds: [frames.get(address) ?? 0] };
      await inject({ target, func: stepTo, args: [PAGE_DOOR, address] });
      window.close();
    },
    copy: (text) => navigator.clipboard.writeText(text),
  };
}

/** Of ordinary windows: ours may have been opened as one of its own. */
async function tabInFront(): Promise<Tabs.Tab | undefined> {
  const asked = { active: true, windowType: 'normal' } as const;
  const [last] = await browser.tabs.query({ ...asked, lastFocusedWindow: true });
  const [other] = last ? [] : await browser.tabs.query(asked);
  return last ?? other;
}

const hostOf = (url = ''): string | null => (URL.canParse(url) && new URL(url).host) || null;

/** Null: a page no extension may look into. */
const inject = (injection: Scripting.ScriptInjection) =>
  browser.scripting.executeScript(injection).catch(() => null);

function sortOut(
  found: Scripting.InjectionResult[],
  frames: Map<EmailAddress, number>,
  site: string | null,
): PageReading {
  frames.clear();
  let isFlagged = false;
  let isCut = false;
  // The page itself comes first: an address that stands in it and in a frame is shown there.
  for (const { result, frameId } of found.toSorted((one, other) => one.frameId - other.frameId)) {
    if (!Array.isArray(result)) continue;
    isFlagged = true;
    for (const address of result as EmailAddress[]) {
      // what our own script gives there
      if (frames.size >= MOST_ON_PAGE) isCut ||= !frames.has(address);
      else if (!frames.has(address)) frames.set(address, frameId);
    }
  }
  if (!isFlagged) return { state: 'off' };
  const withSome = new Set(frames.values()).size;
  return { state: 'read', addresses: [...frames.keys()], frames: withSome, isCut, site };
}

/** Runs in the page; must not use anything from outside itself. */
function readFrame(door: string, most: number): EmailAddress[] | null {
  const world = globalThis as { [key: symbol]: PageDoor | undefined };
  return world[Symbol.for(door)]?.flagged?.addresses(most) ?? null;
}

/** As above. */
function stepTo(door: string, address: EmailAddress): void {
  const world = globalThis as { [key: symbol]: PageDoor | undefined };
  world[Symbol.for(door)]?.flagged?.stepTo(address);
}
