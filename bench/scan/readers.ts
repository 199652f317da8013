/** What is raced over a page: each says how many addresses it found. */
import { find } from 'linkifyjs';
import { findAddresses } from '../../lib/page/finder.ts';
import { createHits, HITS_CEILING } from '../../lib/page/hits.ts';
import { partsOf } from '../../lib/page/parts.ts';
import { createLook, lookForText } from '../../lib/page/walker.ts';

export const READERS = {
  floor: (): number => ((document.body.textContent ?? '').indexOf('@') < 0 ? 0 : 1),

  ours(): number {
    const hits = createHits();
    finish(lookForText(partsOf(document.body), hits));
    return count(hits);
  },

  everything(): number {
    const hits = createHits();
    finish(createLook(hits, () => null)(document.body) ?? []);
    return count(hits);
  },

  'a TreeWalker': (): number => {
    const found = new Map<Text, unknown>();
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const text = node as Text; // by the filter
      const addresses = findAddresses(text.data);
      if (addresses.length > 0) found.set(text, addresses);
    }
    return found.size;
  },

  linkifyjs: (): number => {
    let count = 0;
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      count += find((node as Text).data, 'email').length; // by the filter
    }
    return count;
  },
};

/** All of it at once, with the pauses but without waiting in them. */
const finish = (steps: Iterable<unknown>): unknown => [...steps];

/** Nobody has looked at any yet: what of a hit is only asked then is no part of the first scan. */
const count = (hits: ReturnType<typeof createHits>): number => HITS_CEILING - hits.room();
