/** Through the flagged addresses by keyboard: which comes next, and the way to one out of view. */
import { bare } from '@/lib/page/bare';
import { cardDoor } from '@/lib/page/card-door';
import type { Hit } from '@/lib/page/hits';
import { isInView, nextInView, type Stop } from '@/lib/page/next-flag';
import { elementOf } from '@/lib/page/surroundings';
import type { EmailAddress } from '@/lib/people/address';

const WAIT_MS = 60;
const TRIES = 10;

export interface Stepping {
  step(by: 1 | -1): void;
  stepTo(address: EmailAddress): void;
}

export function createStepping(show: (stop: Stop) => void): Stepping {
  let last: Hit | null = null;
  const go = (stop: Stop | null): void => {
    if (!stop) return;
    last = stop.hit;
    show(stop);
  };
  return {
    step: (by) => go(nextInView(cardDoor().flagged?.drawn() ?? [], last, by)),
    stepTo(address) {
      const hit = cardDoor().flagged?.find(address);
      if (!hit) return;
      bringIntoView(hit);
      // Not at once: the page may move things as it is scrolled, and how she stands is yet asked.
      const look = (tries: number): void => {
        const flagged = cardDoor().flagged;
        flagged?.drawn();
        const isKnown = flagged?.kindOf(address) !== undefined;
        if (!isKnown && tries > 0) return void setTimeout(() => look(tries - 1), WAIT_MS);
        const [anchor] = flagged?.locate(hit) ?? [];
        if (anchor) go({ hit, anchor, at: 1, of: 1 });
      };
      setTimeout(() => look(TRIES), WAIT_MS);
    },
  };
}

function bringIntoView(hit: Hit): void {
  const element = elementOf(hit.node);
  if (element) {
    bare(element).scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  }
  // A text may be longer than the window.
  const [box] = cardDoor().flagged?.locate(hit) ?? [];
  if (box && !isInView(box)) scrollBy({ top: box.top - innerHeight / 2, behavior: 'instant' });
}
