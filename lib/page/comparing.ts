/** Whether what is drawn is still where it was drawn, as far as there is time to measure it. */
import type { Hit } from './hits';
import { isAlike } from './placing';
import type { Placed } from './placing';
import { bandAround } from './placings';
import { SLICE_MS } from './queue';
import { touches } from './window';

/** Of those out of view, so many are compared with where they were drawn. */
const SAMPLES = 8;

export function createComparing(
  place: (hit: Hit) => Placed | null,
): (all: readonly Placed[]) => boolean {
  /** It is gone on with there, when there was no time for all. */
  let at = 0;
  return (all) => {
    const view = bandAround(0);
    const isInView = ({ boxes: [box] }: Placed): boolean => touches(box, view);
    const others = all.filter((each) => !isInView(each));
    const step = Math.max(1, Math.floor(others.length / SAMPLES));
    const compared = [...all.filter(isInView), ...others.filter((_, index) => index % step === 0)];
    const end = performance.now() + SLICE_MS;
    for (let count = 0; count < compared.length && performance.now() < end; count += 1) {
      at = (at + 1) % compared.length;
      const each = compared[at];
      if (each && !isAlike(each, place(each.hit))) return false;
    }
    return true;
  };
}
