/**
 * What the user rests on. Nothing is listened to on the page's own nodes, and nothing a page can
 * cause is believed: only trusted events count, a pointer counts only when it has moved on the
 * screen (a page may slide its text under it), a focus only right after a real Tab (a page may
 * focus its links one after the other).
 */
import { bare } from './bare';
import type { Marker } from './marker';
import type { Hit } from './hits';
import { boxAt } from './surroundings';
import type { Box } from './surroundings';

export const DWELL_MS = 250;
/** A focus this long after a Tab is not its doing. */
const TAB_MS = 300;

/** What the user rests on, with the box of it that is meant. */
export interface Rest {
  hit: Hit;
  anchor: Box;
  by: 'pointer' | 'focus';
}

/**
 * Gives what says whether there is anything to rest on: only then it listens. `onRest` gets null
 * when what was rested on is left.
 */
export function createPointer(
  marker: Marker,
  onRest: (rest: Rest | null) => void,
  signal: AbortSignal,
): (isNeeded: boolean) => void {
  let lifetime: AbortController | null = null;
  let screen = { x: NaN, y: NaN };
  let tabAt = -Infinity;
  let over: Hit | undefined;
  let timer = 0;
  let hasRested = false;

  const leave = (): void => {
    clearTimeout(timer);
    over = undefined;
    if (hasRested) onRest(null);
    hasRested = false;
  };
  const enter = (hit: Hit, rest: () => void): void => {
    leave();
    over = hit;
    timer = window.setTimeout(rest, DWELL_MS);
  };
  const rest = (hit: Hit, anchor: Box | undefined, by: 'pointer' | 'focus'): void => {
    if (!anchor) return leave();
    hasRested = true;
    onRest({ hit, anchor, by });
  };
  const handleMove = (event: PointerEvent): void => {
    if (!event.isTrusted || event.pointerType === 'touch') return;
    if (event.screenX === screen.x && event.screenY === screen.y) return;
    screen = { x: event.screenX, y: event.screenY };
    const { clientX: x, clientY: y } = event;
    const hit = marker.hitAt(x, y);
    if (hit?.node === over?.node && hit?.address === over?.address) return;
    if (hit) enter(hit, () => rest(hit, boxAt(marker.locate(hit), x, y), 'pointer'));
    else leave();
  };
  const handleKey = (event: KeyboardEvent): void => {
    if (event.isTrusted && event.key === 'Tab') tabAt = event.timeStamp;
  };
  const handleFocus = (event: FocusEvent): void => {
    const isTabbed = event.isTrusted && event.timeStamp - tabAt < TAB_MS;
    tabAt = -Infinity;
    const link = event.composedPath()[0];
    if (!isTabbed || !(link instanceof Element)) return leave();
    const asked = bare(link);
    const hit = marker.drawn().find((each) => asked.contains(each.hit.node))?.hit;
    if (!hit || !asked.matches('a[href]')) return leave();
    enter(hit, () => rest(hit, marker.locate(hit)[0], 'focus'));
  };

  /** Loaded again, the page has the same address: nobody else tells that what was rested on has gone. */
  const handleHide = ({ isTrusted }: Event): void => {
    if (isTrusted) leave();
  };

  signal.addEventListener('abort', () => {
    lifetime?.abort();
    clearTimeout(timer);
  });
  return (isNeeded) => {
    if (isNeeded === (lifetime !== null) || signal.aborted) return;
    lifetime?.abort();
    lifetime = isNeeded ? new AbortController() : null;
    if (!lifetime) return leave();
    const options = { capture: true, passive: true, signal: lifetime.signal };
    document.addEventListener('pointermove', handleMove, options);
    document.addEventListener('keydown', handleKey, options);
    document.addEventListener('focusin', handleFocus, options);
    window.addEventListener('pagehide', handleHide, options);
  };
}
