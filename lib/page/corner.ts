/** Where on the page the overlay's own corner is, and how long its pixels are there. */
import type { Box } from './surroundings';

export interface Corner {
  left: number;
  top: number;
  /** By which the page's own style (`zoom`, `scale`) multiplies every length of ours. */
  across: number;
  down: number;
  /** Where the page ends: read once, since each drawing of ours would have it laid out again. */
  pageEnd: number;
}

/** A browser may measure in sixtieths of a pixel. */
const NEAR = 0.02;

/** `pixel` is drawn a pixel wide and high. Null where the page is turned, and all of ours with it. */
export function readCorner(host: Element, pixel: SVGSVGElement): Corner | null {
  const { left, top } = host.getBoundingClientRect();
  const onPage = (at: number): number => Math.round(at * 100) / 100;
  const scale = scaleOf(host, pixel);
  return (
    scale && {
      ...{ left: onPage(left + scrollX), top: onPage(top + scrollY) },
      ...scale,
      pageEnd: document.documentElement.scrollHeight,
    }
  );
}

function scaleOf(host: Element, pixel: SVGSVGElement): Pick<Corner, 'across' | 'down'> | null {
  const { width, height } = pixel.getBoundingClientRect();
  const zoom = host.currentCSSZoom;
  if (Math.abs(width - zoom) < NEAR && Math.abs(height - zoom) < NEAR) {
    return { across: zoom, down: zoom };
  }
  const matrix = pixel.getScreenCTM();
  const isUpright = matrix && matrix.b === 0 && matrix.c === 0 && matrix.a > 0 && matrix.d > 0;
  return isUpright ? { across: matrix.a, down: matrix.d } : null;
}

/** A box of the page, counted from the corner. */
export const within = (box: Box, { left, top, across, down }: Corner): Box => ({
  left: (box.left - left) / across,
  top: (box.top - top) / down,
  right: (box.right - left) / across,
  bottom: (box.bottom - top) / down,
});

export const isSameCorner = (one: Corner | null, other: Corner | null): boolean =>
  one?.left === other?.left &&
  one?.top === other?.top &&
  one?.across === other?.across &&
  one?.down === other?.down;
