/** The flags with the reader of disguises beside them, each of the two alone, and their floor. */
import { cardDoor, type CardDoor } from '../../lib/page/card-door.ts';
import { createGate, lookForSigns, partsIn } from '../../lib/page/disguised-gate.ts';
import { createDisguised, type Disguised } from '../../lib/page/disguised-hits.ts';
import { createHits } from '../../lib/page/hits.ts';
import { createLook } from '../../lib/page/walker.ts';
import { ours } from '../flags/ours.ts';

export { ours };

/** So often the flags say that the page has changed, where it does all the time. */
const QUANTUM_MS = 200;

const { signal } = new AbortController();
const trees = (): Element[] => [document.body];
const hits = createHits();
let disguised: Disguised | null = null;

/** The ordinary reading comes first, on every page. */
export function readBefore(): void {
  for (const _ of createLook(hits, () => null)(document.body) ?? []) continue;
}

/** As the reader's script does where it was brought. */
export function oursReading(): void {
  ours();
  const { flagged } = cardDoor();
  if (!flagged) throw new Error('The flags have not begun');
  disguised = createDisguised(flagged, flagged.redraw, signal);
  cardDoor().disguised = disguised;
  disguised.consider();
}

export function readerAlone(): void {
  disguised = createDisguised({ hitsOf: hits.of, trees, partsIn }, () => null, signal);
  setInterval(disguised.consider, QUANTUM_MS);
}

export function gateAlone(): void {
  // Of all that is known of the page the gate asks for its trees alone.
  const flagged = { trees } as unknown as CardDoor['flagged'];
  const door: CardDoor = { flagged, disguised: null, wish: null, card: null };
  setInterval(
    createGate(door, () => (wasBrought = true), signal),
    QUANTUM_MS,
  );
}

let wasBrought = false;
export const isBrought = (): boolean => wasBrought;

export const found = (): number =>
  [...(disguised?.trees() ?? [])].flatMap((nodes) => nodes.flatMap((node) => disguised?.of(node)))
    .length;

export const floor = (): number => (document.body.textContent ?? '').indexOf('@');

/** All that the gate looks at, without waiting in its pauses. */
export function gate(): void {
  for (const steps = lookForSigns(trees()); !steps.next().done;);
}
