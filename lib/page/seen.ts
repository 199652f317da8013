/** What of the marks is to be seen in the viewport by now. */
import { isCoveredAt } from './covering';
import type { Hit } from './hits';
import { boxesOf, forgetRange } from './measure';
import { isThere } from './placing';
import type { Placed } from './placing';
import { boxAt, shift } from './surroundings';
import type { Box } from './surroundings';

/** An address that is drawn and to be seen, with its boxes in the viewport. */
export interface Drawn {
  hit: Hit;
  boxes: Box[];
}

export interface Seen {
  drawn(): readonly Drawn[];
  /** What lies there in the viewport; the page may have been scrolled since it was drawn. */
  hitAt(x: number, y: number): Hit | undefined;
  /** Where this address is in the viewport by now; empty where it is gone. */
  locate(hit: Hit): Box[];
}

export function createSeen(all: () => readonly Placed[]): Seen {
  return {
    drawn: () => all().flatMap(seenOf),
    hitAt: (x, y) => {
      const at = all().find(({ boxes }) => boxAt(boxes, x + scrollX, y + scrollY));
      return at && !isBeneath(at.hit, x, y) ? at.hit : undefined;
    },
    locate: (hit) => {
      const boxes = isThere(hit) ? boxesOf(hit) : [];
      forgetRange();
      return boxes;
    },
  };
}

function seenOf({ hit, boxes }: Placed): Drawn[] {
  const now = boxes.map((box) => shift(box, -scrollX, -scrollY));
  const seen = now.filter(
    ({ left, right, bottom }) => !isBeneath(hit, (left + right) / 2, bottom - 1),
  );
  return seen.length > 0 ? [{ hit, boxes: seen }] : [];
}

/** Under a bar it is drawn, and lies beneath. One in pieces is many nodes. */
const isBeneath = (hit: Hit, x: number, y: number): boolean =>
  !('holds' in hit) && (!hit.node.isConnected || isCoveredAt({ x, y }, hit.node));
