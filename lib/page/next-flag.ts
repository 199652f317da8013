import type { Hit } from './hits';
import type { Drawn } from './marker';
import type { Box } from './surroundings';

/** The next address in view in reading order, beginning again after the last. */
export function nextInView(
  drawn: readonly Drawn[],
  last: Hit | null,
): { hit: Hit; anchor: Box } | null {
  const inView = drawn
    .flatMap(({ hit, boxes: [anchor] }) => (anchor && isInView(anchor) ? [{ hit, anchor }] : []))
    .toSorted(
      (one, other) => one.anchor.top - other.anchor.top || one.anchor.left - other.anchor.left,
    );
  const lastIndex = inView.findIndex(
    ({ hit }) => hit.node === last?.node && hit.start === last.start,
  );
  return inView[(lastIndex + 1) % inView.length] ?? null;
}

const isInView = (box: Box): boolean =>
  box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;

/** Where the focus is, through open shadow roots. */
export function focused(): HTMLElement | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element instanceof HTMLElement ? element : null;
}
