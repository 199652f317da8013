/**
 * The box the card lies in: a closed root of its own in the top layer. It has one size whatever
 * it says, so a page that feels for its edges learns nothing; and it goes by itself, since it
 * must never stand in anybody's way.
 */
import { bare } from '@/lib/page/bare';
import type { EmailAddress } from '@/lib/people/address';
import type { CardRequest } from '@/lib/page/card-door';
import { isOnTheWay, placeCard } from '@/lib/page/card-place';
import { focused } from '@/lib/page/next-flag';
import { holderAt } from './holder';
import { STYLES } from './styles';

/** How long the pointer may be elsewhere before the card goes. */
const GRACE_MS = 300;
/** Scrolled further than this, the card no longer lies beside its address. */
const SCROLL_PX = 80;

export interface CardBox {
  show(request: CardRequest): void;
  /** Whom it is open for. */
  current(): CardRequest | null;
  hasFocus(): boolean;
  close(): void;
}

export interface CardBoxParts {
  fill(body: HTMLElement, address: EmailAddress, close: () => void): void;
  empty(body: HTMLElement): void;
  signal: AbortSignal;
}

export function createCardBox({ fill, empty, signal }: CardBoxParts): CardBox {
  const { host, root, dialog } = build();
  let request: CardRequest | null = null;
  let lifetime = new AbortController();
  let timer = 0;
  let cameFrom: HTMLElement | null = null;

  const hasFocus = (): boolean => root.activeElement !== null;
  const close = (): void => {
    if (!request) return;
    const mayReturn = hasFocus();
    request = null;
    clearTimeout(timer);
    lifetime.abort();
    empty(dialog);
    host.remove();
    if (mayReturn && cameFrom) bare(cameFrom).focus({ preventScroll: true });
    cameFrom = null;
  };
  const show = (wanted: CardRequest): void => {
    if (signal.aborted) return;
    clearTimeout(timer);
    const holder = holderAt(wanted.anchor);
    if (host.parentNode !== holder) close();
    if (!request) open(holder);
    request = wanted;
    dialog.ariaLabel = wanted.address;
    fill(dialog, wanted.address, close);
    const viewport = { width: innerWidth, height: innerHeight };
    const { left, top } = placeCard(wanted.anchor, dialog.getBoundingClientRect(), viewport);
    dialog.style.translate = `${left}px ${top}px`;
    if (!hasFocus()) cameFrom = focused();
    if (wanted.by === 'key') dialog.focus({ preventScroll: true });
  };
  const open = (holder: Element): void => {
    bare(holder).append(host);
    dialog.showPopover();
    lifetime = new AbortController();
    watchLeaving(lifetime.signal);
  };

  const handlePointer = (event: PointerEvent): void => {
    if (!event.isTrusted || request?.by !== 'pointer') return;
    const card = dialog.getBoundingClientRect();
    clearTimeout(timer);
    if (isOnTheWay(event.clientX, event.clientY, { anchor: request.anchor, card })) return;
    timer = window.setTimeout(close, GRACE_MS);
  };
  /** Of the page as a whole: what lies inside it is left one after the other, and heard here too. */
  const handleLeave = ({ target }: Event): void => {
    if (request?.by !== 'pointer' || target !== document.documentElement) return;
    clearTimeout(timer);
    timer = window.setTimeout(close, GRACE_MS);
  };
  const handleKey = (event: KeyboardEvent): void => {
    if (!event.isTrusted) return;
    const isLeaving = event.key === 'Tab' && hasFocus() && isLastStop(root, event.shiftKey);
    if (event.key !== 'Escape' && !isLeaving) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    close();
  };
  const watchLeaving = (open: AbortSignal): void => {
    const options = { capture: true, passive: true, signal: open };
    const scrolledFrom = { x: scrollX, y: scrollY };
    window.addEventListener('keydown', handleKey, { capture: true, signal: open });
    document.addEventListener('pointermove', handlePointer, options);
    document.addEventListener(
      'pointerdown',
      (event) => {
        if (event.isTrusted && !event.composedPath().includes(host)) close();
      },
      options,
    );
    document.addEventListener(
      'focusin',
      (event) => {
        if (request?.by === 'focus' && !event.composedPath().includes(host)) close();
      },
      options,
    );
    document.addEventListener(
      'scroll',
      () => {
        const far = Math.hypot(scrollX - scrolledFrom.x, scrollY - scrolledFrom.y) > SCROLL_PX;
        if (far) close();
      },
      options,
    );
    bare(document.documentElement).addEventListener('pointerleave', handleLeave, options);
    window.addEventListener('resize', close, options);
    document.addEventListener('visibilitychange', close, options);
    // A page's dialog that goes would take the card with it and leave us thinking it is there.
    document.addEventListener('close', close, options);
  };

  return { show, current: () => request, hasFocus, close };
}

function build() {
  // A plain element, for the reason told in lib/page/overlay.
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  const style = document.createElement('style');
  const dialog = document.createElement('div');
  style.textContent = STYLES;
  dialog.popover = 'manual';
  dialog.role = 'dialog';
  dialog.tabIndex = -1;
  root.append(style, dialog);
  // The page's own shortcuts are not meant for what is typed in here.
  for (const type of ['keydown', 'keyup', 'keypress']) {
    dialog.addEventListener(type, (event) => event.stopPropagation());
  }
  return { host, root, dialog };
}

/** The dialog itself comes first, its button last. */
const isLastStop = (root: ShadowRoot, isBackwards: boolean): boolean =>
  isBackwards
    ? root.activeElement?.role === 'dialog'
    : root.activeElement instanceof HTMLButtonElement;
