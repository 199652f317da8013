/** What is placed, and whether anything of it is otherwise than when that was last asked. */
import type { Hit } from './hits';
import { scrolledNow } from './measure';
import { isAlike, measureAnew } from './placing';
import type { Placed } from './placing';

export function createPlaced() {
  const placed = new Map<Hit, Placed>();
  let isChanged = false;
  const put = (hit: Hit, now: Placed | null): boolean => {
    const last = placed.get(hit);
    if (now && last && isAlike(last, now)) {
      isChanged ||= last.mayBeCovered !== now.mayBeCovered;
      last.mayBeCovered = now.mayBeCovered;
      return false;
    }
    if (!now && !last) return false;
    if (now) placed.set(hit, now);
    else placed.delete(hit);
    isChanged = true;
    return true;
  };
  return {
    ...{ placed, put },
    /** Whether any are not kept. */
    keepOnly(isKept: (each: Placed) => boolean): boolean {
      const gone = [...placed.values()].filter((each) => !isKept(each));
      for (const { hit } of gone) put(hit, null);
      return gone.length > 0;
    },
    follow(isWithin: (hit: Hit) => boolean): void {
      const scrolled = scrolledNow();
      for (const each of placed.values()) {
        if (isWithin(each.hit)) put(each.hit, measureAnew(each, scrolled));
      }
    },
    takeChange(): boolean {
      const wasChanged = isChanged;
      isChanged = false;
      return wasChanged;
    },
  };
}
