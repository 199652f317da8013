/** Whether what is drawn is still where it was drawn, as far as there is time to measure it. */
import type { Hit } from './hits';
import { scrolledNow } from './measure';
import type { Scrolled } from './measure';
import { isAlike, isThere, isVisible, measureAnew, VISIBILITY } from './placing';
import type { Placed } from './placing';
import { bandAround } from './placings';
import { SLICE_MS } from './queue';
import { createSurveyor, elementOf, LOW } from './surroundings';
import type { Surroundings } from './surroundings';
import { touches } from './window';

/** Of those out of view, so many are compared with where they were drawn. */
const SAMPLES = 8;

type Survey = (element: Element) => Surroundings;

/** `isTimed`: what is around plain text is looked at too, where nothing has told of a change. */
export function createComparing(
  place: (hit: Hit) => Placed | null,
  onScroller: (root: Node) => void,
): (all: readonly Placed[], isTimed: boolean) => boolean {
  /** It is gone on with there, when there was no time for all. */
  let at = 0;
  return (all, isTimed) => {
    const survey = isTimed ? createSurveyor(onScroller, new Map()) : null;
    const view = bandAround(0);
    const isInView = ({ boxes: [box] }: Placed): boolean => touches(box, view);
    const others = all.filter((each) => !isInView(each));
    const step = Math.max(1, Math.floor(others.length / SAMPLES));
    const compared = [...all.filter(isInView), ...others.filter((_, index) => index % step === 0)];
    const scrolled = scrolledNow();
    const end = performance.now() + SLICE_MS;
    for (let count = 0; count < compared.length && performance.now() < end; count += 1) {
      at = (at + 1) % compared.length;
      const each = compared[at];
      if (!each) continue;
      const isSimple = !isAmid(each) && !(survey && isInside(each, survey));
      const now = isSimple ? placeAlone(each, scrolled) : place(each.hit);
      if (!isAlike(each, now)) return false;
    }
    return true;
  };
}

/** By what is around it now, roughly. */
function isInside({ hit }: Placed, survey: Survey): boolean {
  const element = elementOf(hit.node);
  return element !== null && isAmid(survey(element));
}

/** What is around it may cut it off, cover it or carry it along. */
const isAmid = ({ mayBeCovered, level }: Surroundings): boolean => mayBeCovered || level > LOW;

/** Without what is around it, as there was nothing that matters. */
function placeAlone(placed: Placed, scrolled: Scrolled): Placed | null {
  const element = elementOf(placed.hit.node);
  const isShown = element && isVisible(element, VISIBILITY) && isThere(placed.hit);
  return isShown ? measureAnew(placed, scrolled) : null;
}
