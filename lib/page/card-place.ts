/** Where the card lies beside its address, and where the pointer may be while it stays. */
import type { Box } from './surroundings';

export interface Size {
  width: number;
  height: number;
}

const GAP_PX = 6;
const MARGIN_PX = 8;
/** How far the pointer may stray from the way to the card. */
const STRAY_PX = 12;

/** Below the address, above it where there is no room, and always inside the viewport. */
export function placeCard(anchor: Box, card: Size, viewport: Size): { left: number; top: number } {
  const below = anchor.bottom + GAP_PX;
  const above = anchor.top - GAP_PX - card.height;
  const fitsBelow = below + card.height + MARGIN_PX <= viewport.height;
  const top = fitsBelow || above < MARGIN_PX ? below : above;
  return {
    left: clamp(anchor.left, viewport.width - card.width - MARGIN_PX),
    top: clamp(top, viewport.height - card.height - MARGIN_PX),
  };
}

const clamp = (value: number, most: number): number => Math.max(MARGIN_PX, Math.min(value, most));

/** On the address, on the card, or on the way from the one to the other. */
export function isOnTheWay(
  x: number,
  y: number,
  { anchor, card }: { anchor: Box; card: Box },
): boolean {
  const between: Box = {
    left: Math.min(anchor.left, card.left),
    right: Math.max(anchor.right, card.right),
    top: Math.min(anchor.bottom, card.bottom),
    bottom: Math.max(anchor.top, card.top),
  };
  return [anchor, card, between].some(
    (box) =>
      x >= box.left - STRAY_PX &&
      x <= box.right + STRAY_PX &&
      y >= box.top - STRAY_PX &&
      y <= box.bottom + STRAY_PX,
  );
}
