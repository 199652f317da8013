/** Asks the background how addresses are to be marked: in batches, what is wanted now alone. */
import type { EmailAddress } from '../people/address';
import type { MarkKind } from '../people/mark';
import type { Result } from '../failure';

export const BATCH_CEILING = 500;
/**
 * So many grow old together: what is still wanted of them is asked for again, and the rest is
 * forgotten some turns later. A page may go on for ever with others; we may not keep them all.
 */
export const YOUNG_CEILING = 10_000;
const OLD_CEILING = 2 * YOUNG_CEILING;

/** After a refusal. */
const HOLD_MS = 5_000;
/** In the long run one ask each so often, below what the background allows a tab. */
const EVERY_MS = 700;
/** So many are asked at once before that. */
const AHEAD_MS = 20 * EVERY_MS;

export interface Asker {
  kindOf(address: EmailAddress): MarkKind | undefined;
  /** In the place of all that was wanted before. */
  want(addresses: Iterable<EmailAddress>): void;
  /**
   * What is known may be out of date: it stands until it has been asked for again. Asks at once,
   * for nobody, since this page may be answered no longer.
   */
  refresh(): void;
}

type Recognise = (addresses: EmailAddress[]) => Promise<Result<MarkKind[]>>;

/** `onGone`: nobody answers this page any more, by her choice or after an update. */
export function createAsker(recognise: Recognise, onAnswer: () => void, onGone: () => void): Asker {
  /** Asked for since the last turn; nothing where there is no answer yet. */
  let young = new Map<EmailAddress, MarkKind | undefined>();
  let old: typeof young = new Map();
  let waiting: EmailAddress[] = [];
  let isAsking = false;
  /** Up to when all asks are paid for, at one each so often. */
  let paidUntil = 0;

  const growOld = (): void => {
    if (young.size + old.size > OLD_CEILING) old = new Map();
    for (const [address, kind] of young) if (kind) old.set(address, kind);
    young = new Map();
  };
  const ask = async (): Promise<void> => {
    const batch = waiting.splice(0, BATCH_CEILING);
    if (young.size + batch.length > YOUNG_CEILING) growOld();
    // What is answered after the next turn may be out of date, and is asked for again.
    const asked = young;
    for (const address of batch) asked.set(address, undefined);
    const reply = await recognise(batch);
    if (reply.ok) {
      for (const [index, address] of batch.entries()) asked.set(address, reply.value[index]);
      return onAnswer();
    }
    for (const address of batch) asked.delete(address);
    paidUntil = Date.now() + AHEAD_MS + HOLD_MS;
    const { failure } = reply;
    const isGone = failure.kind === 'broken' && failure.where === 'background';
    if (isGone || failure.kind === 'no-permission') onGone();
  };
  const askAll = async (): Promise<void> => {
    isAsking = true;
    while (waiting.length > 0) {
      paidUntil = Math.max(paidUntil, Date.now()) + EVERY_MS;
      await ask();
      const early = paidUntil - AHEAD_MS - Date.now();
      if (early <= 0) continue;
      await new Promise((resolve) => setTimeout(resolve, early));
      // What was refused is wanted again by whoever draws it.
      onAnswer();
    }
    isAsking = false;
  };

  return {
    kindOf: (address) => young.get(address) ?? old.get(address),
    want(addresses) {
      waiting = [...addresses].filter((address) => !young.has(address));
      if (waiting.length > 0 && !isAsking) void askAll();
    },
    refresh() {
      growOld();
      paidUntil = 0;
      void ask();
    },
  };
}
