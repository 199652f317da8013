/** What is raced over text in the page: each says how many addresses it found. */
import { LinkifyIt } from 'linkify-it';
import { find } from 'linkifyjs';
import { findAddresses } from '../../lib/page/finder.ts';
import { findSlowly } from '../../lib/page/testing/slow-finder.ts';
import { pageText } from './corpus.ts';
import { FAMILIES } from './families.ts';
import { measureText } from './measure.ts';

const linkifyIt = new LinkifyIt({ fuzzyLink: false, fuzzyIP: false, fuzzyEmail: true });
const PLAIN = /[\w.%+-]+@[\w-]+(?:\.[\w-]+)+/g;

const floor = (text: string): number => {
  let count = 0;
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) count += 1;
  return count;
};

export const RUNNERS = {
  floor,
  ours: (text: string): number => findAddresses(text).length,
  'linkify-it': (text: string): number => linkifyIt.match(text)?.length ?? 0,
  'a plain regex': (text: string): number => text.match(PLAIN)?.length ?? 0,
  linkifyjs: (text: string): number => find(text, 'email').length,
};

export const texts = (): Record<string, Record<string, number>> => measureText(RUNNERS);

/** Of page text and of every hostile family: how many are not read as the oracle reads them. */
export function differing(): number {
  const texts = [pageText(100_000), ...FAMILIES.map((family) => family.repeat(50))];
  return texts.filter(
    (text) => JSON.stringify(findAddresses(text)) !== JSON.stringify(findSlowly(text)),
  ).length;
}
