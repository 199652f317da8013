/** Runs one finder over one hostile text at a time; the text is made before, and not measured. */
import { LinkifyIt } from 'linkify-it';
import { findAddresses } from '../../lib/page/finder.ts';
import { FAMILIES } from './families.ts';

const linkifyIt = new LinkifyIt({ fuzzyLink: false, fuzzyIP: false, fuzzyEmail: true });
const FINDERS = {
  ours: (text: string): unknown => findAddresses(text),
  'linkify-it': (text: string): unknown => linkifyIt.match(text),
};
let text = '';

export const families = (): string[] => FAMILIES;

export function prepare(family: string, length: number): void {
  // Joined and not repeated: a page's text is in one piece.
  text = Array(Math.ceil(length / family.length))
    .fill(family)
    .join('');
}

export const run = (finder: keyof typeof FINDERS): void => void FINDERS[finder](text);
