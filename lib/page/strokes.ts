/**
 * What a mark looks like: a line at the foot of its text, different in kind and not only in
 * colour, and a shape over the end of it for what a person should heed. A page can be told what of
 * it lies under something: that is the same for every kind.
 */
import type { MarkKind } from '../people/mark';
import { within } from './corner';
import type { Corner } from './corner';
import type { Placed } from './placing';
import { intersect, isEmpty } from './surroundings';
import type { Box } from './surroundings';

/** Room over the text for the shape of a louder kind. */
const RISE_PX = 6;
/** How far under the text the line ends, clear of a link's own. */
const DROP_PX = 3;
const SHAPE_PX = 7;
/** What a line of any kind takes up. */
const THICKEST_PX = 4;
/** By so much the browser takes some shapes, and the ends of lines, to be larger than they are. */
const BESIDE_PX = 2;
/** And by this the foot, for what sums leave over. */
const BELOW_PX = 0.5;

/** How far over the foot the middle of each line lies: half of its width, which is in the sheet. */
const LINES: Record<MarkKind, readonly [number, ...number[]]> = {
  unknown: [0.5],
  absent: [0.5],
  one: [1],
  both: [0.5, 3.5],
  pending: [1],
  attention: [1],
  stop: [1.5],
};
const SHAPES: Partial<Record<MarkKind, string>> = {
  pending: 'm1 3.5a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0z',
  attention: 'm3.5 0l3.5 7h-7z',
  stop: 'm3.5 0l3.5 3.5l-3.5 3.5l-3.5-3.5z',
};

/** The mark at one box: paths, counted from the overlay's corner. */
export interface Stroke {
  line: string;
  shape: string;
}

export function strokesOf({ boxes, clip }: Placed, kind: MarkKind, corner: Corner): Stroke[] {
  const path = SHAPES[kind];
  return boxes.flatMap((box) => {
    // Beyond the page's end nobody would see it.
    const foot = Math.max(box.bottom, Math.min(box.bottom + DROP_PX, corner.pageEnd));
    const cut = intersect({ ...box, top: box.top - RISE_PX, bottom: foot }, clip);
    // The line is at the foot: where that is cut off there is nothing to draw.
    if (isEmpty(cut) || cut.bottom < box.bottom) return [];
    const at = within(cut, corner);
    const hasRoom = at.right - at.left >= SHAPE_PX && at.bottom - at.top >= SHAPE_PX;
    const lines = LINES[kind].map((rise) => `M${at.left} ${at.bottom - rise}H${at.right}`);
    return {
      line: roomOf(at, LINES[kind][0]) + lines.join(''),
      shape: path && hasRoom ? `M${at.right - SHAPE_PX} ${at.top}${path}` : '',
    };
  });
}

/** Two corners without any ink, which stretch what is counted as the line over all of its room. */
function roomOf({ left, top, right, bottom }: Box, half: number): string {
  const head = Math.min(top, bottom - THICKEST_PX) - BESIDE_PX;
  const start = `M${left - BESIDE_PX + half} ${head + half}h0`;
  return `${start}M${right + BESIDE_PX - half} ${bottom + BELOW_PX - half}h0`;
}
