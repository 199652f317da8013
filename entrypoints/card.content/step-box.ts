/**
 * The ring around the address that the keyboard has stepped to. It can hold the focus, so that a
 * screen reader reads out whose address it is and how she stands; the page sees a plain element
 * of ours get the focus, as it does with the card, and one size for every standing.
 */
import { bare } from '@/lib/page/bare';
import type { Flagged } from '@/lib/page/card-door';
import { cardDoor } from '@/lib/page/card-door';
import { focused, type Stop } from '@/lib/page/next-flag';
import type { Box } from '@/lib/page/surroundings';
import { MARK_WORDS } from '@/lib/people/mark-words';
import { holderAt } from './holder';
import css from './step.css?inline';

const AROUND_PX = 3;
const STEPS: Record<string, 1 | -1> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

export interface StepBox {
  show(stop: Stop): void;
  close(): void;
}

export interface StepBoxParts {
  /** Enter. */
  open(stop: Stop, anchor: Box): void;
  step(by: 1 | -1): void;
  signal: AbortSignal;
}

export function createStepBox({ open, step, signal }: StepBoxParts): StepBox {
  const { host, root, shelf } = build();
  let stop: Stop | null = null;
  let lifetime = new AbortController();
  let cameFrom: HTMLElement | null = null;
  let frame = 0;

  const close = (): void => {
    if (!stop) return;
    const mayReturn = root.activeElement !== null;
    stop = null;
    cancelAnimationFrame(frame);
    lifetime.abort();
    host.remove();
    if (mayReturn && cameFrom) bare(cameFrom).focus({ preventScroll: true });
    cameFrom = null;
  };
  const follow = (): void => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      const [anchor] = (stop && cardDoor().flagged?.locate(stop.hit)) ?? [];
      if (anchor) place(root, anchor);
      else close();
    });
  };
  const handleKey = (event: KeyboardEvent): void => {
    if (!event.isTrusted || !stop || !root.activeElement) return;
    const { key } = event;
    const by = STEPS[key];
    const [anchor = stop.anchor] = cardDoor().flagged?.locate(stop.hit) ?? [];
    // The page's own shortcuts are not meant; Tab goes on from where the focus was before.
    event.stopImmediatePropagation();
    if (key !== 'Tab') event.preventDefault();
    if (by) return step(by);
    const at = stop;
    if (key === 'Tab' || key === 'Escape' || key === 'Enter' || key === ' ') close();
    if (key === 'Enter' || key === ' ') open(at, anchor);
  };
  const watch = (open: AbortSignal): void => {
    const options = { capture: true, passive: true, signal: open };
    window.addEventListener('keydown', handleKey, { capture: true, signal: open });
    document.addEventListener('scroll', follow, options);
    window.addEventListener('resize', follow, options);
    document.addEventListener('pointerdown', close, options);
    document.addEventListener('focusin', (event) => event.target !== host && close(), options);
    document.addEventListener('close', follow, options);
    document.addEventListener('visibilitychange', close, options);
  };

  signal.addEventListener('abort', close);
  return {
    show(wanted) {
      if (signal.aborted) return;
      const holder = holderAt(wanted.anchor);
      if (host.parentNode !== holder) close();
      if (!stop) {
        cameFrom = focused();
        lifetime = new AbortController();
        bare(holder).append(host);
        shelf.showPopover();
        watch(lifetime.signal);
      }
      stop = wanted;
      // A new one each time: what already has the focus is not read out again.
      const old = shelf.firstElementChild;
      const ring = ringOf(wanted, cardDoor().flagged);
      shelf.append(ring);
      place(root, wanted.anchor);
      ring.focus({ preventScroll: true });
      old?.remove();
    },
    close,
  };
}

function build() {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  const style = document.createElement('style');
  const shelf = document.createElement('div');
  style.textContent = css;
  shelf.popover = 'manual';
  root.append(style, shelf);
  return { host, root, shelf };
}

function ringOf({ hit, at, of }: Stop, flagged: Flagged | null): HTMLElement {
  const ring = document.createElement('div');
  const kind = flagged?.kindOf(hit.address);
  ring.role = 'button';
  ring.tabIndex = 0;
  ring.ariaHasPopup = 'dialog';
  // Attributes alone: text, even in here, could be searched for by the page.
  ring.ariaLabel = `${hit.address}, ${kind ? MARK_WORDS[kind] : 'still being asked'}`;
  ring.ariaDescription = `${at} of ${of} in view. Enter opens the card, Escape goes back.`;
  return ring;
}

function place(root: ShadowRoot, { left, top, right, bottom }: Box): void {
  const ring = root.querySelector<HTMLElement>('[role=button]:last-child');
  if (!ring) return;
  ring.style.cssText = `left:${left - AROUND_PX}px;top:${top - AROUND_PX}px;width:${
    right - left + 2 * AROUND_PX
  }px;height:${bottom - top + 2 * AROUND_PX}px`;
}
