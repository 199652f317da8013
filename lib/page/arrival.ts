/**
 * Our element comes into the page as a frame begins, and is drawn in once that frame is laid out and
 * not yet painted. All of a page is laid out around what is new in it, which takes long on a large
 * one: measured any earlier, it would be done in our time; drawn any later, it would be painted twice.
 * When the page has taken it away it comes back at once.
 */
import { createLaidOut } from './laid-out';
import type { Overlay } from './overlay';

export interface Arrival {
  begin(): void;
  /** Nothing is to be measured or drawn meanwhile. */
  isUnderWay(): boolean;
}

interface ArrivalParts {
  overlay: Pick<Overlay, 'attach' | 'isAttached'>;
  /** Whether there still is anything to mark. */
  isWanted: () => boolean;
  draw: () => void;
}

export function createArrival(parts: ArrivalParts, signal: AbortSignal): Arrival {
  const { overlay, isWanted, draw } = parts;
  let isNew = true;
  let isUnderWay = false;
  const end = (): void => {
    isUnderWay = false;
    isNew = !overlay.isAttached();
    if (!isNew) draw();
  };
  const come = createLaidOut(end, signal, () => {
    if (isWanted()) overlay.attach();
  });
  return {
    begin() {
      if (!isNew) return void overlay.attach();
      isUnderWay = true;
      come();
    },
    isUnderWay: () => isUnderWay,
  };
}
