import { bare } from './bare';
import type { Hit } from './hits';
import type { Drawn } from './seen';
import type { Box } from './surroundings';

/** Where a step leads. */
export interface Stop {
  hit: Hit;
  anchor: Box;
  /** Which of how many in view. */
  at: number;
  of: number;
}

/** The next (1) or previous (-1) address in view in reading order, going round at the end. */
export function nextInView(drawn: readonly Drawn[], last: Hit | null, by: 1 | -1): Stop | null {
  const inView = drawn
    .flatMap(({ hit, boxes: [anchor] }) => (anchor && isInView(anchor) ? [{ hit, anchor }] : []))
    .toSorted(
      (one, other) => one.anchor.top - other.anchor.top || one.anchor.left - other.anchor.left,
    );
  const of = inView.length;
  const from = inView.findIndex(({ hit }) => hit.node === last?.node && hit.start === last.start);
  const at = (Math.max(from, by < 0 ? 0 : -1) + by + of) % of;
  const found = inView[at];
  return found ? { ...found, at: at + 1, of } : null;
}

export const isInView = (box: Box): boolean =>
  box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;

/** Where the focus is, through open shadow roots. */
export function focused(): HTMLElement | null {
  let element = document.activeElement;
  for (let inner = element; inner; element = inner ?? element) {
    inner = bare(inner).shadowRoot?.activeElement ?? null;
  }
  return element instanceof HTMLElement ? element : null;
}
