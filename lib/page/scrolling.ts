/** What scrolling the page calls for. It is asked at each scroll event, and mostly for nothing. */
import type { Placed } from './placing';
import { bandAround, SCREENS_BESIDE } from './placings';
import type { Band } from './window';

/** What is ahead is drawn on when scrolling has left no more than this of it. */
const SCREENS_LEFT = 1;
/** What may be covered is asked anew when it has been scrolled so far. */
const SCREENS_UNCOVERED = 0.5;

export type Call = 'nothing' | 'following' | 'more' | 'drawing';

export interface Scrolling {
  hasBegun(): boolean;
  /** Everything is drawn anew, or what is ahead. */
  begin(): void;
  beginAhead(): void;
  /** What stands by now. */
  drawn(all: readonly Placed[], hasBars: boolean): void;
  /** `isShort`: soon there will be nothing drawn ahead. */
  heard(): { call: Call; isShort: boolean };
}

export function createScrolling(reach: () => Band): Scrolling {
  let hasBegun = false;
  let isFollowing = false;
  let isCoverable = false;
  let drawnAt = 0;
  let aheadAt = 0;
  /** Scrolling within it calls for nothing, which is told without a closer look. */
  let quiet: Band = NOWHERE;

  return {
    hasBegun: () => hasBegun,
    begin() {
      drawnAt = aheadAt = scrollY;
    },
    beginAhead() {
      aheadAt = scrollY;
    },
    drawn(all, hasBars) {
      isFollowing = hasBars || all.some((each) => each.stays);
      isCoverable = all.some((each) => each.mayBeCovered);
      quiet = NOWHERE;
    },
    heard() {
      if (scrollY > quiet.top && scrollY < quiet.bottom) return { call: 'nothing', isShort: false };
      hasBegun = true;
      const view = bandAround(0);
      const { top, bottom } = reach();
      const left = Math.min(view.top - top, bottom - view.bottom) / innerHeight;
      if (left < 0 || (isCoverable && isScrolled(drawnAt, SCREENS_UNCOVERED))) {
        return { call: 'drawing', isShort: false };
      }
      const isShort = left < SCREENS_LEFT && isScrolled(aheadAt, SCREENS_BESIDE);
      const room = innerHeight * SCREENS_BESIDE;
      const isQuiet = !isFollowing && left > SCREENS_BESIDE;
      if (isQuiet) quiet = { top: scrollY - room, bottom: scrollY + room };
      return { call: isFollowing ? 'following' : 'nothing', isShort };
    },
  };
}

const NOWHERE: Band = { top: 0, bottom: 0 };

const isScrolled = (from: number, screens: number): boolean =>
  Math.abs(scrollY - from) > innerHeight * screens;
