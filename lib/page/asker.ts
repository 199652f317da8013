/** Asks the background how addresses are to be marked: each once, in batches, up to a ceiling. */
import type { EmailAddress } from '../people/address';
import type { MarkKind } from '../people/mark';
import type { Result } from '../failure';

export const BATCH_CEILING = 500;
/** Of different addresses, as long as the page lives. */
export const ADDRESSES_CEILING = 20_000;

/** After a refusal: the next drawing after that asks again. */
const HOLD_MS = 5_000;

export interface Asker {
  kindOf(address: EmailAddress): MarkKind | undefined;
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
  const kinds = new Map<EmailAddress, MarkKind>();
  const fresh = new Set<EmailAddress>();
  const waiting = new Set<EmailAddress>();
  let isAsking = false;
  let heldUntil = 0;

  const ask = async (): Promise<void> => {
    const batch = [...waiting].slice(0, BATCH_CEILING);
    for (const address of batch) waiting.delete(address);
    const reply = await recognise(batch);
    if (reply.ok) {
      for (const [index, address] of batch.entries()) {
        const kind = reply.value[index];
        if (kind) kinds.set(address, kind);
      }
      return onAnswer();
    }
    for (const address of batch) fresh.delete(address);
    heldUntil = Date.now() + HOLD_MS;
    const { failure } = reply;
    const isGone = failure.kind === 'broken' && failure.where === 'background';
    if (isGone || failure.kind === 'no-permission') onGone();
  };
  const askAll = async (): Promise<void> => {
    isAsking = true;
    while (waiting.size > 0 && Date.now() >= heldUntil) await ask();
    isAsking = false;
  };

  return {
    kindOf: (address) => kinds.get(address),
    want(addresses) {
      if (Date.now() < heldUntil) return;
      for (const address of addresses) {
        const isNew = !kinds.has(address);
        if (fresh.has(address) || (isNew && kinds.size >= ADDRESSES_CEILING)) continue;
        fresh.add(address);
        waiting.add(address);
      }
      if (waiting.size > 0 && !isAsking) void askAll();
    },
    refresh() {
      fresh.clear();
      heldUntil = 0;
      void ask();
    },
  };
}
