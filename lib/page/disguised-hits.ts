/**
 * Looks for addresses in disguise once the page has been read, in its idle time and seldom: what
 * the ordinary look is too quick to see. Few pages have any, so few are kept, and all anew.
 */
import type { EmailAddress } from '../people/address';
import type { Flagged } from './card-door';
import { decodeCloudflare, findSpelledOut } from './disguised';
import { CODED, mayBeDisguised } from './disguised-gate';
import { splitsAround } from './disguised-split';
import type { Split } from './disguised-split';
import { isCutOut } from './glue';
import { isElement, isText } from './hits';
import type { Hit } from './hits';

export interface DisguisedHit extends Hit {
  /** Whether it is still there as it was. */
  holds(): boolean;
  /** Where it is, if it is in several texts. */
  pieces?: Split['pieces'];
}

/** What the flags script has of it. */
type Page = Pick<Flagged, 'hitsOf' | 'piecesOf'>;

const HITS_CEILING = 200;
/** A page with more elements is left to the ordinary look. */
const ELEMENTS_CEILING = 150_000;
const PAUSE_MS = 3_000;
const SLICE_MS = 4;

const SILENT = 'script,style,noscript,template,textarea,select,title,[contenteditable]';
const TEXTS = `descendant-or-self::text()[contains(.,"@") or contains(.,"at)") or contains(.,"at]") or contains(.,"at}") or contains(.,"AT")]`;

export interface Disguised {
  all(): readonly DisguisedHit[];
  /** The page has been read, or has changed. */
  consider(): void;
}

export function createDisguised(page: Page, onFound: () => void, signal: AbortSignal): Disguised {
  let known: DisguisedHit[] = [];
  let run: Generator<DisguisedHit | null> | null = null;
  let found: DisguisedHit[] = [];
  let timer = 0;

  const work = (): void => {
    const end = performance.now() + SLICE_MS;
    while (run && performance.now() < end) {
      const { value, done } = run.next();
      if (value) found.push(value);
      if (!done && found.length < HITS_CEILING) continue;
      run = null;
      const hadNone = known.length === 0 && found.length === 0;
      known = found;
      if (!hadNone) onFound();
    }
    if (run && !signal.aborted) requestIdleCallback(work);
  };
  const begin = (): void => {
    timer = 0;
    if (document.hidden || signal.aborted) return;
    found = [];
    run = look(document.body, page);
    requestIdleCallback(work);
  };
  signal.addEventListener('abort', () => clearTimeout(timer));
  return {
    all: () => known,
    consider() {
      if (!timer && !run) timer = window.setTimeout(begin, PAUSE_MS);
    },
  };
}

function* look(body: Element | null, page: Page): Generator<DisguisedHit | null> {
  if (!body || body.getElementsByTagName('*').length > ELEMENTS_CEILING) return;
  for (const element of body.querySelectorAll<HTMLElement>(CODED)) {
    const address = codeOf(element);
    if (address) {
      const holds = (): boolean => codeOf(element) === address;
      yield { ...{ address, holds, start: 0, end: 0 }, node: element };
    }
  }
  for (const piece of page.piecesOf(body)) {
    yield null;
    if (!piece || !mayBeDisguised(piece)) continue;
    if (isText(piece)) yield* lookAtText(piece, page);
    if (!isElement(piece) || piece.closest(SILENT)) continue;
    const texts = document.evaluate(TEXTS, piece, null, XPathResult.ORDERED_NODE_SNAPSHOT_TYPE);
    for (let index = 0; index < texts.snapshotLength; index += 1) {
      yield* lookAtText(texts.snapshotItem(index) as Text, page); // by the path
    }
  }
}

function* lookAtText(text: Text, page: Page): Generator<DisguisedHit | null> {
  if (text.parentElement?.closest(SILENT)) return;
  const { data } = text;
  const spelled = findSpelledOut(data).filter((found) => !isCutOut(text, found));
  const said = [...spelled, ...(data.includes('@') ? splitsAround(text) : [])];
  for (const { start, ...each } of said) {
    if (page.hitsOf(text).some((hit) => hit.address === each.address)) continue;
    const pieces = (each as Partial<Split>).pieces ?? [{ text, data }];
    const holds = (): boolean => pieces.every((piece) => piece.text.data === piece.data);
    yield { ...each, start, holds, node: text };
  }
  yield null;
}

/** Cloudflare's own script puts the address there and takes the code away. */
function codeOf(element: HTMLElement): EmailAddress | null {
  const { cfemail = element.getAttribute('href')?.split('#')[1] } = element.dataset;
  return cfemail ? decodeCloudflare(cfemail) : null;
}
