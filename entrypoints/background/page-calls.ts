/** What somebody's page may ask, answered. Nothing here costs an API call but `peek`. */
import { browser } from '@/lib/browser';
import { FailureError } from '@/lib/failure';
import type { PageCalls } from '@/lib/messaging/protocol';
import type { Answering } from '@/lib/messaging/protocol';
import type { Caller } from '@/lib/messaging/server';
import { parseAddress, type EmailAddress } from '@/lib/people/address';
import type { MarkKind } from '@/lib/people/mark';
import type { Parts } from './assemble';
import { isFlagged, refreshFlags } from './flag-scripts';
import { nameInMenus } from './menus';
import { handOver, rememberHovered } from './opening';
import { asKnown, recogniseSpelled } from './spelled';
import { createPageCaps, type PAGE_CAPS } from './page-caps';
import { createPeeking } from './peeking';

const CARD_FILE = '/content-scripts/card.js';
const READER_FILE = '/content-scripts/reader.js';

export function createPageCalls(
  parts: Parts,
  mayAsk: (site: string | null) => Promise<boolean> = isFlagged,
): Answering<PageCalls, Caller> {
  const caps = createPageCaps();
  /** Only a frame that is flagged is answered (law 9); what it asks is counted for its tab. */
  const tabOf = async (caller: Caller, call: keyof typeof PAGE_CAPS | null) => {
    if (caller.door === 'panel') return { tabId: undefined, frameId: 0 };
    const { site, tabId } = caller;
    if (!(await mayAsk(site))) {
      throw new FailureError({ kind: 'no-permission', host: site ?? '' });
    }
    if (call !== null) caps.count(tabId, call);
    return caller;
  };

  /** A live look-up corrects what was drawn. */
  const peeking = createPeeking(parts, async (address) => {
    const before = await markOf(parts, address);
    return async () => {
      if ((await markOf(parts, address)) !== before) refreshFlags();
    };
  });

  const known = async (address: string) => asKnown(parts.directory, asAddress(address));

  return {
    async recognise({ addresses }, caller) {
      // Nobody is asked for by a script that only wants to know whether it may stay.
      await tabOf(caller, addresses.length > 0 ? 'recognise' : null);
      const kinds = await recogniseSpelled(await parts.directory(), addresses);
      if (addresses.length > 0) void parts.filling.noteUse();
      return kinds;
    },
    async hovered({ address }, caller) {
      const { tabId } = await tabOf(caller, 'hovered');
      const folded = address === null ? null : await known(address);
      // First, so that whoever is left just now is known to be while the menu still names her.
      if (tabId !== undefined) await rememberHovered(tabId, folded);
      await nameInMenus(folded);
    },
    bringCard: async (_, caller) => bring(CARD_FILE, await tabOf(caller, 'bringCard')),
    bringReader: async (_, caller) => bring(READER_FILE, await tabOf(caller, 'bringReader')),
    async peek({ address, seen }, caller) {
      const { tabId } = await tabOf(caller, null);
      const whose = { tabId, address: await known(address) };
      // To wait for the rest of a card is no new one.
      if (!peeking.isUnderWay(whose)) await tabOf(caller, 'peek');
      return peeking.peek(whose, seen);
    },
    async open({ address }, caller) {
      await tabOf(caller, 'open');
      await handOver({ address: await known(address), pending: null, addTo: null });
    },
  };
}

/** Into the frame that asked, and no other. */
async function bring(file: string, frame: { tabId: number | undefined; frameId: number }) {
  const { tabId, frameId } = frame;
  if (tabId === undefined) return;
  const target = { tabId, frameIds: [frameId] };
  await browser.scripting.executeScript({ target, files: [file] });
}

export function asAddress(text: string): EmailAddress {
  const parsed = parseAddress(text);
  if (parsed.ok) return parsed.address;
  const reason = 'This is not one email address.';
  throw new FailureError({ kind: 'bad-input', field: 'address', reason });
}

/** Null where the directory cannot be read: the card comes all the same. */
async function markOf({ directory }: Parts, address: EmailAddress): Promise<MarkKind | null> {
  try {
    return (await (await directory()).recognise([address]))[0] ?? null;
  } catch {
    return null;
  }
}
