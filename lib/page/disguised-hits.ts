/**
 * Looks for addresses in disguise once the page has been read, in its idle time and seldom: what
 * the ordinary look is too quick to see. Few pages have any, so they are looked for all anew,
 * which gives room again to whatever the ceiling had turned away.
 */
import { bare } from './bare';
import type { EmailAddress } from '../people/address';
import type { Flagged } from './card-door';
import { decodeCloudflare, findSpelledOut } from './disguised';
import { CODED, SIGN } from './disguised-gate';
import type { Tree } from './disguised-gate';
import { suspectsIn } from './disguised-suspects';
import { splitsAround } from './disguised-split';
import type { Split } from './disguised-split';
import { isCutOut } from './glue';
import { HITS_CEILING, isElement, isText } from './hits';
import type { Hit, Hits } from './hits';
import { createSeldom } from './seldom';

export interface DisguisedHit extends Hit {
  /** Whether it is still there as it was. */
  holds(): boolean;
  /** Where it is, if it is in several texts. */
  pieces?: Split['pieces'];
}

/** What the flags script has of it. */
type Page = Pick<Flagged, 'hitsOf' | 'trees' | 'partsIn'>;

/** Texts between two pauses. */
const TEXTS_AT_ONCE = 100;
const SILENT = 'script,style,noscript,template,textarea,select,title,[contenteditable]';

export interface Disguised extends Pick<Hits, 'trees'> {
  of(node: Hit['node']): readonly DisguisedHit[];
  /** The page has been read, or has changed. */
  consider(): void;
}

type Places = ReadonlyMap<Hit['node'], readonly DisguisedHit[]>;

export function createDisguised(page: Page, onFound: () => void, signal: AbortSignal): Disguised {
  let known: Places = new Map();
  let trees: Hit['node'][][] = [];

  function* look(): Generator<null, number> {
    const found = new Map<Hit['node'], DisguisedHit[]>();
    const lists: typeof trees = [];
    let room = HITS_CEILING;
    for (const tree of page.trees()) {
      // Each in the order of the page.
      const [codes, texts]: [HTMLElement[], Text[]] = [[], []];
      lists.push(codes, texts);
      for (const hits of hitsIn(tree, page)) {
        const [{ node } = { node: null }] = hits;
        // A page that moves while it is read may show a node twice.
        if (node && room >= hits.length && !found.has(node)) {
          room -= hits.length;
          found.set(node, hits);
          if (isText(node)) texts.push(node);
          else codes.push(node);
        }
        yield null;
      }
    }
    if (isSame(found, known)) return 0;
    [known, trees] = [found, lists];
    onFound();
    return 0;
  }
  return {
    trees: () => trees,
    of: (node) => known.get(node) ?? [],
    consider: createSeldom(look, signal),
  };
}

/** Then those that are known go on, and nothing is drawn anew. */
const isSame = (found: Places, known: Places): boolean =>
  found.size === known.size &&
  [...found].every(([node, hits]) => {
    const before = known.get(node);
    return (
      before?.length === hits.length &&
      before.every((hit, index) => hit.holds() && hit.address === hits[index]?.address)
    );
  });

/** What stands in each node; nothing is a pause. */
function* hitsIn(tree: Tree, page: Page): Generator<DisguisedHit[]> {
  for (const piece of suspectsIn(tree, page)) {
    yield [];
    if (!piece) continue;
    if (isText(piece)) yield hitsOfText(piece, page);
    if (!isElement(piece)) continue;
    const asked = bare(piece);
    const coded = [...asked.querySelectorAll<HTMLElement>(CODED)];
    const around = asked.closest<HTMLElement>(CODED);
    if (around) coded.push(around);
    for (const element of coded) yield hitsOfCode(element);
    if (!asked.closest(SILENT)) yield* hitsOfTexts(piece, page);
  }
}

function* hitsOfTexts(piece: Element, page: Page): Generator<DisguisedHit[]> {
  const texts = document.createTreeWalker(piece, NodeFilter.SHOW_TEXT);
  let count = 0;
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const text = node as Text; // by the filter
    if (SIGN.test(text.data)) yield hitsOfText(text, page);
    else if ((count += 1) % TEXTS_AT_ONCE === 0) yield [];
  }
}

function hitsOfText(text: Text, page: Page): DisguisedHit[] {
  const { parentElement } = text;
  if (parentElement && bare(parentElement).closest(SILENT)) return [];
  const { data } = text;
  const plain = page.hitsOf(text);
  const spelled = findSpelledOut(data).filter((found) => !isCutOut(text, found));
  // Where each @ is an ordinary address's, none is another's.
  const splits = data.split('@').length - 1 > plain.length ? splitsAround(text) : [];
  return [...spelled, ...splits].flatMap((each) => {
    if (plain.some((hit) => hit.address === each.address)) return [];
    const pieces = (each as Partial<Split>).pieces ?? [{ text, data }];
    const holds = (): boolean =>
      pieces.every((piece) => piece.text.isConnected && piece.text.data === piece.data);
    return { ...each, holds, node: text };
  });
}

function hitsOfCode(element: HTMLElement): DisguisedHit[] {
  const address = codeOf(element);
  const holds = (): boolean => codeOf(element) === address;
  return address ? [{ ...{ address, holds, start: 0, end: 0 }, node: element }] : [];
}

/** Cloudflare's own script puts the address there and takes the code away. */
function codeOf(element: HTMLElement): EmailAddress | null {
  const { cfemail = element.getAttribute('href')?.split('#')[1] } = element.dataset;
  return cfemail ? decodeCloudflare(cfemail) : null;
}
