/** What scrolling the page calls for, and how much of it is drawn ahead. */
import type { Placed } from './placing';
import { bandAround, SCREENS_BESIDE, SCREENS_LEFT } from './placings';
import { holds } from './window';
import type { Band } from './window';

/** Screens that are drawn in idle time: where scrolling goes, and where it comes from. */
const SCREENS_AHEAD = 8;
const SCREENS_BEHIND = 2;
/** Of a page that nobody has scrolled yet. */
const SCREENS_AT_FIRST = 1;
/** What may be covered is asked anew when it has been scrolled so far. */
const SCREENS_UNCOVERED = 0.5;

export interface Call {
  for: 'nothing' | 'following' | 'drawing';
  /** Soon there will be nothing drawn ahead. */
  isShort: boolean;
}

export interface Scrolling {
  /** Around the view: what is drawn with it, and in idle time. */
  screens(): Record<'beside' | 'above' | 'below', number>;
  /** Everything is drawn anew, or what is ahead. */
  begin(): void;
  beginAhead(): void;
  /** All that is placed by now has been painted. */
  painted(): void;
  /** What is in view has come there since. */
  isPastPainted(): boolean;
  /** What stands by now. */
  drawn(all: readonly Placed[], hasBars: boolean): void;
  /** What of it stays in view. */
  staying(): readonly Placed[];
  heard(): Call;
}

export function createScrolling(reach: () => Band): Scrolling {
  let hasBegun = false;
  let isUpwards = false;
  let isFollowing = false;
  let staying: readonly Placed[] = [];
  let isCoverable = false;
  let drawnAt = 0;
  let aheadAt = 0;
  let heardAt = 0;
  let painted: Band = { top: 0, bottom: 0 };

  return {
    screens() {
      const [all, ahead] = [SCREENS_AT_FIRST, SCREENS_AHEAD];
      if (!hasBegun) return { beside: all, above: all, below: all };
      const [above, below] = isUpwards ? [ahead, SCREENS_BEHIND] : [SCREENS_BEHIND, ahead];
      return { beside: SCREENS_BESIDE, above, below };
    },
    begin() {
      drawnAt = aheadAt = scrollY;
    },
    beginAhead() {
      aheadAt = scrollY;
    },
    painted: () => void (painted = reach()),
    isPastPainted: () => !holds(painted, bandAround(0)),
    drawn(all, hasBars) {
      staying = all.filter((each) => each.stays);
      isFollowing = hasBars || staying.length > 0;
      isCoverable = all.some((each) => each.mayBeCovered);
    },
    staying: () => staying,
    heard() {
      hasBegun = true;
      const view = bandAround(0);
      isUpwards = scrollY < heardAt;
      heardAt = scrollY;
      const { top, bottom } = reach();
      const left = Math.min(view.top - top, bottom - view.bottom) / innerHeight;
      if (left < 0 || (isCoverable && isScrolled(drawnAt, SCREENS_UNCOVERED))) {
        return { for: 'drawing', isShort: false };
      }
      const isShort = left < SCREENS_LEFT && isScrolled(aheadAt, SCREENS_BESIDE);
      return { for: isFollowing ? 'following' : 'nothing', isShort };
    },
  };
}

const isScrolled = (from: number, screens: number): boolean =>
  Math.abs(scrollY - from) > innerHeight * screens;
