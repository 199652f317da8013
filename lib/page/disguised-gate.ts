/**
 * Most pages disguise nothing, so what reads that lies in a script of its own (`reader.content`).
 * It is brought into a frame once something there looks as if.
 */
import { bare } from './bare';
import type { CardDoor } from './card-door';
import { isElement } from './hits';
import { partsOf } from './parts';
import type { Part } from './parts';
import { createSeldom } from './seldom';

export const CODED = '[data-cfemail]:not(form),a[href*="/email-protection#"]';
export const SIGN = /@|[[({] ?at ?[\])}]/i;
/** So many are asked for their text at once, or for codes: some milliseconds. */
export const ELEMENTS_AT_ONCE = 60_000;
/** The reader has not come: the background had brought too many, or it was gone. */
const BRING_AGAIN_MS = 60_000;

/** The body or an open shadow root. */
export type Tree = Element | ShadowRoot;

export function* partsIn(tree: Tree): Generator<Part | null> {
  for (const top of isElement(tree) ? [tree] : tree.childNodes) yield* partsOf(top);
}

export const isSigned = (node: Node): boolean => SIGN.test(bare(node).textContent ?? '');

export const isCoded = (node: Node): boolean =>
  isElement(node) && (bare(node).closest(CODED) ?? bare(node).querySelector(CODED)) !== null;

/** Ends with whether there are any. */
export function* lookForSigns(trees: Iterable<Tree>): Generator<void, boolean> {
  for (const tree of trees) {
    for (const part of partsIn(tree)) {
      yield;
      if (!part || part.stretch === 0) continue;
      // What is larger is left to the reader, which looks through it in pieces.
      if (part.size > ELEMENTS_AT_ONCE || isSigned(part.node)) return true;
      yield;
      if (isCoded(part.node)) return true;
    }
  }
  return false;
}

/** Gives what hears that the page has been read, or has changed. */
export function createGate(door: CardDoor, bring: () => void, signal: AbortSignal): () => void {
  function* look(): Generator<void, number> {
    const hasSigns = yield* lookForSigns(door.flagged?.trees() ?? []);
    if (hasSigns) bring();
    return hasSigns ? BRING_AGAIN_MS : 0;
  }
  const knock = createSeldom(look, signal);
  return () => (door.disguised ? door.disguised.consider() : knock());
}
