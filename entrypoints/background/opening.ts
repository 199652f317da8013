/** What the popup opens with, and how our own window is opened for somebody. */
import { browser } from '@/lib/browser';
import type { Opening } from '@/lib/messaging/protocol';
import type { AccountRef } from '@/lib/people/account';
import type { Intent } from '@/lib/people/intent';

/** An address hovered longer ago than this is no longer what she is looking at. */
const HOVER_LASTS_MS = 120_000;
const WINDOW = { width: 420, height: 680 };

interface HandedOver {
  address: string;
  pending: Intent | null;
  addTo: AccountRef | null;
}

/** A page may tell of the pointer's leaving before the browser tells of the click. */
const LEFT_JUST_NOW_MS = 500;

interface Hovered {
  address: string;
  tabId: number;
  at: number;
  /** When the pointer left it; null while it rests there. */
  leftAt: number | null;
}

/** A flag was rested on, or (null) left again. */
export async function rememberHovered(tabId: number, address: string | null) {
  const at = Date.now();
  if (address !== null) {
    await browser.storage.session.set({ hovered: { address, tabId, at, leftAt: null } });
    return;
  }
  const last = await lastHovered(tabId);
  if (last) await browser.storage.session.set({ hovered: { ...last, leftAt: at } });
}

/** Another page has come: nothing on it was rested on. Whether that was so of the last one. */
export async function forgetHovered(tabId: number): Promise<boolean> {
  const { hovered } = await browser.storage.session.get('hovered');
  if ((hovered as Hovered | undefined)?.tabId !== tabId) return false; // Written as below.
  await browser.storage.session.remove('hovered');
  return true;
}

export interface HoveredNow {
  address: string;
  /** The pointer has left it at this very moment. */
  hasLeft: boolean;
}

/** The flag under the pointer: whom a right-click without a selection means. */
export async function hoveredNow(tabId: number | undefined): Promise<HoveredNow | null> {
  const last = await lastHovered(tabId);
  if (!last) return null;
  const { address, leftAt } = last;
  if (leftAt === null) return { address, hasLeft: false };
  return Date.now() - leftAt < LEFT_JUST_NOW_MS ? { address, hasLeft: true } : null;
}

/** The flag last rested on, for the popup to open with. */
async function hoveredLately(tabId: number | undefined): Promise<string | null> {
  return (await lastHovered(tabId))?.address ?? null;
}

async function lastHovered(tabId: number | undefined): Promise<Hovered | null> {
  const { hovered } = await browser.storage.session.get('hovered');
  const last = hovered as Hovered | undefined; // Written by `rememberHovered` alone.
  const isFresh = last !== undefined && Date.now() - last.at < HOVER_LASTS_MS;
  return isFresh && last.tabId === tabId ? last : null;
}

/** Opens our window with this person, and what was begun for her elsewhere. */
export async function handOver(handedOver: HandedOver) {
  await browser.storage.session.set({ handedOver });
  await openWindow();
}

export async function openWindow() {
  try {
    await browser.action.openPopup();
  } catch {
    // Firefox wants the click's own turn, and a window without focus has no toolbar to open on.
    const url = browser.runtime.getURL('/popup.html');
    await browser.windows.create({ url, type: 'popup', ...WINDOW });
  }
}

/** Reading it uses it up. */
export async function readOpening(): Promise<Opening> {
  const { handedOver } = await browser.storage.session.get('handedOver');
  await browser.storage.session.remove('handedOver');
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  const site = siteOf(tab?.url);
  if (handedOver) {
    // Written by `handOver` alone.
    return { ...(handedOver as HandedOver), from: 'handed-over', site };
  }
  const nobody = { pending: null, addTo: null, site };
  const selected = tab?.id === undefined ? '' : await selectionIn(tab.id);
  if (selected.includes('@') || /\bat\b/i.test(selected)) {
    return { address: selected, from: 'selection', ...nobody };
  }
  const hovered = await hoveredLately(tab?.id);
  return { address: hovered, from: hovered === null ? null : 'hovered', ...nobody };
}

function siteOf(url: string | undefined): string | null {
  const parsed = url && URL.canParse(url) ? new URL(url) : null;
  return parsed && /^https?:$/.test(parsed.protocol) ? parsed.origin : null;
}

const SELECTION_LENGTH = 2_000;

/** Opening the popup is the deliberate act that lets us read the selection, and only that. */
async function selectionIn(tabId: number): Promise<string> {
  try {
    const [frame] = await browser.scripting.executeScript({
      target: { tabId },
      func: readSelection,
    });
    return typeof frame?.result === 'string' ? frame.result.trim().slice(0, SELECTION_LENGTH) : '';
  } catch {
    return ''; // A page no extension may look into.
  }
}

/** Runs in the page; must not use anything from outside itself. */
function readSelection(): string {
  const field = document.activeElement;
  const isText = field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement;
  if (isText && field.type !== 'password' && field.selectionStart !== null) {
    const inField = field.value.slice(field.selectionStart, field.selectionEnd ?? undefined);
    if (inField !== '') return inField;
  }
  return String(getSelection() ?? '');
}
