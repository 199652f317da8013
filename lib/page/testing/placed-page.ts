/** A page of rows, one beneath the other, and what is placed on it. */
import { beforeEach, vi } from 'vitest';
import { foldAddress } from '../../people/address';
import type { Hit } from '../hits';
import type { Near } from '../near';
import { createPlacings, SCREENS_BESIDE } from '../placings';
import type { Placings } from '../placings';
import { LOW } from '../surroundings';
import type { Box } from '../surroundings';

export const ROW = 10;
export const HEIGHT = 600;

/** To be set by a test. */
export interface Page {
  hits: Hit[];
  /** Of the addresses of a row. */
  columns: number;
  /** By how much all of it has moved down. */
  offset: number;
  version: number;
  /** How often it was searched for what is in a band. */
  searches: number;
}

export const hitOf = (row: number): Hit => ({
  ...{ address: foldAddress(`row${row}@a.example`), start: 0, end: 9 },
  node: row as unknown as Text, // only told apart, never read
});
export const hitsOf = (count: number): Hit[] =>
  Array.from({ length: count }, (_, row) => hitOf(row));

const everywhere = { left: 0, right: 900, top: -1e6, bottom: 1e6 };

/** A new page before each test, which is not scrolled. */
export function usePage() {
  const page: Page = { hits: [], columns: 1, offset: 0, version: 0, searches: 0 };
  beforeEach(() => {
    Object.assign(page, { hits: hitsOf(200), columns: 1, offset: 0, version: 0, searches: 0 });
    vi.stubGlobal('innerHeight', HEIGHT);
    vi.stubGlobal('scrollY', 0);
  });
  const boxOf = (hit: Hit): Box => {
    const top = Math.floor(page.hits.indexOf(hit) / page.columns) * ROW + page.offset;
    return { left: 0, right: 90, top, bottom: top + ROW };
  };
  const near: Near = {
    *within({ top, bottom }) {
      page.searches += 1;
      for (const hit of page.hits) {
        const box = boxOf(hit);
        yield box.bottom >= top && box.top <= bottom ? { hits: [hit], boxes: [box] } : null;
      }
    },
    isSame: () => true,
  };
  const create = (): Placings =>
    createPlacings({
      near,
      version: () => page.version,
      place: (hit) => ({
        ...{ hit, boxes: [boxOf(hit)], clip: everywhere },
        ...{ level: LOW, stays: null, mayBeCovered: false, isRaised: false },
      }),
      screens: () => ({ beside: SCREENS_BESIDE, above: 5, below: 5 }),
    });
  return { page, boxOf, create };
}

export const finish = (placings: Placings): void => {
  while (placings.next());
};
