/**
 * Most pages disguise nothing, so what reads that lies in a script of its own (`reader.content`).
 * It is brought into a frame once something there looks as if.
 */
import type { CardDoor } from './card-door';
import { piecesOf } from './parts';
import { SLICE_MS } from './queue';

export const CODED = '[data-cfemail],a[href*="/email-protection#"]';
const SIGN = /@|[[({] ?at ?[\])}]/i;
const PAUSE_MS = 3_000;
/** A page that changes for ever is looked at ever more seldom, until something is there. */
const LONGEST_PAUSE_MS = 300_000;

export function mayBeDisguised(node: Node): boolean {
  if (SIGN.test(node.textContent ?? '')) return true;
  const element = node instanceof Element ? node : node.parentElement;
  return (element?.closest(CODED) ?? element?.querySelector(CODED)) != null;
}

/** Gives what hears that the page has been read, or has changed. */
export function createGate(door: CardDoor, bring: () => void, signal: AbortSignal): () => void {
  let pause = PAUSE_MS;
  let isWaiting = false;
  let isBrought = false;
  const look = (pieces: Generator<Node | null>): void => {
    const end = performance.now() + SLICE_MS;
    while (performance.now() < end) {
      const { value, done } = pieces.next();
      isBrought = !done && value !== null && mayBeDisguised(value);
      isWaiting = !done && !isBrought;
      if (isBrought) bring();
      if (!isWaiting) return;
    }
    if (!signal.aborted) requestIdleCallback(() => look(pieces));
  };
  const knock = (): void => {
    pause = Math.min(2 * pause, LONGEST_PAUSE_MS);
    isWaiting = false;
    if (!signal.aborted && !door.disguised && document.body) look(piecesOf(document.body));
  };
  return () => {
    if (door.disguised) return door.disguised.consider();
    if (isWaiting || isBrought) return;
    isWaiting = true;
    window.setTimeout(knock, pause);
  };
}
