import { useCallback, useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Opening } from '@/lib/messaging/protocol';
import { type EmailAddress, parseAddress } from '@/lib/people/address';
import type { Receipt } from '@/lib/people/receipt';
import type { Slot } from '@/lib/people/person';
import {
  type Asked,
  type HalfMade,
  type Kept,
  NOTHING_KEPT,
  beginAdding,
} from '../people/half-made';
import { readKept } from '../people/read-kept';
import { asking, halving, settling, showing } from '../people/whose-question';
import { useActing } from './use-acting';
import { useFollowing } from './use-following';
import { onDisk, useKept, writeKept } from './use-kept';
import { useLookUps } from './use-look-ups';
import { usePanelState } from './use-panel-state';
import { useUnlocking } from './use-unlocking';

/** Everything the popup knows and can do; `typed` came before the script did. */
export function usePopup(typed: string) {
  const panel = usePanelState((opening: Opening, slots: Slot[]) => {
    const parsed = opening.address === null ? null : parseAddress(opening.address);
    if (parsed?.ok && mayFill(opening, kept, hasTyped.current)) open(parsed.address);
    if (opening.pending) unlocking.hold(opening.pending);
    const slot = slots.find(({ account }) => account.id === opening.addTo?.id);
    // On which of them she is not yet known is still being asked: which one, she says herself.
    if (slot) setHalf(beginAdding(slot.account.id, null));
  });
  const popup = useKeptPopup(typed, panel);
  const { kept, hasTyped, type, show, open, setHalf, ask, settle, forget } = popup;
  const mayAsk = panel.opening !== null && panel.state !== null && panel.lock !== 'locked';
  const lookUps = useLookUps(kept.address, mayAsk ? panel.slots.map((slot) => slot.account) : null);
  const acting = useActing({
    ask: (intent, concerns) => ask({ intent, concerns }),
    refresh: async (account) => lookUps.ask(account),
    done: (intent) => follow(intent),
  });
  useEffect(() => settle(acting.receipts), [acting.receipts, settle]);
  const follow = useFollowing({ kept, doing: acting.doing, show });
  const unlocking = useUnlocking({
    lock: panel.lock,
    failures: [
      acting.refusal?.outcome === 'not-done' ? acting.refusal.failure : null,
      ...Object.values(lookUps.byAccount).map((lookUp) => lookUp.findings?.failure),
    ],
    readAgain: panel.readAgain,
    act: acting.act,
  });

  /** Asked for again by hand, a card that is shown is read anew. */
  const lookUp = (address: EmailAddress) => {
    if (address !== kept.address) show(address);
    else for (const slot of panel.slots) void lookUps.ask(slot.account);
  };
  const { held } = unlocking;
  return { kept, hasTyped, panel, lookUps, acting, held, type, show, setHalf, lookUp, forget };
}

/** What outlives the popup, and the ways in which it changes. */
function useKeptPopup(typed: string, { lock, mayKeep }: ReturnType<typeof usePanelState>) {
  const before = useRef<Kept | null>(null);
  const [kept, change] = useKept(
    'popup',
    (value): Kept => {
      const old = readKept(value);
      before.current = old;
      return typed === '' ? old : { ...old, draft: typed };
    },
    mayKeep,
  );
  const hasTyped = useRef(typed !== '');
  // Law 5: what was typed before it showed that the keys are locked may be the passphrase.
  useLayoutEffect(() => {
    const old = before.current;
    if (!lock || !old) return;
    before.current = null;
    if (lock !== 'locked' || !hasTyped.current) return;
    hasTyped.current = false;
    change(() => old);
    writeKept('popup', old);
  }, [lock, change]);
  const setHalf = useCallback(
    (half: HalfMade | null) => change((old) => halving(old, half)),
    [change],
  );
  const show = useCallback(
    (address: EmailAddress) => change((old) => showing(old, address)),
    [change],
  );
  /** Whom it was opened for is told once: she is kept although what is typed may not be (law 4). */
  const open = useCallback(
    (address: EmailAddress) => {
      writeKept('popup', showing(readKept(onDisk('popup')), address));
      show(address);
    },
    [show],
  );
  const type = useCallback(
    (draft: string) => {
      hasTyped.current = true;
      change((old) => (draft === '' ? { ...NOTHING_KEPT, aside: old.aside } : { ...old, draft }));
    },
    [change],
  );
  const ask = useCallback((asked: Asked) => change((old) => asking(old, asked)), [change]);
  const settle = useCallback(
    (receipts: readonly Receipt[]) => change((old) => settling(old, receipts)),
    [change],
  );
  const forget = useCallback(
    (asked: Asked) =>
      change((old) => ({ ...old, aside: old.aside.filter((other) => other !== asked) })),
    [change],
  );
  return { kept, hasTyped, type, show, open, setHalf, ask, settle, forget };
}

/** Her own typing is never overwritten; a mere hover overwrites nothing begun earlier either. */
function mayFill({ from }: Opening, kept: Kept, hasTyped: boolean): boolean {
  if (hasTyped) return false;
  const hasBegun = kept.half !== null || (kept.draft !== '' && kept.address === null);
  return from !== 'hovered' || !hasBegun;
}
