import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Failure } from '@/lib/failure';
import type { AccountsState, Opening } from '@/lib/messaging/protocol';
import { type Slot, slotsOf } from '@/lib/people/person';
import { usePanel } from '../people/panel';
import { readSlots } from '../people/read-kept';
import { useKept } from './use-kept';

/** What the popup is told on opening: which accounts there are, and for whom it was opened. */
export function usePanelState(onOpening: (opening: Opening, slots: Slot[]) => void) {
  const { client } = usePanel();
  const [state, setState] = useState<AccountsState | null>(null);
  const [opening, setOpening] = useState<Opening | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  // As last seen: the card's places are drawn before the worker has woken.
  const [slots, setSlots] = useKept('slots', readSlots);

  // As last seen too: what is typed before the worker has woken may be a passphrase (law 5).
  const [hadPassphrase, setHadPassphrase] = useKept('passphrase', (kept) => kept === true);

  const read = useCallback(async () => {
    const reply = await client.accounts();
    setFailure(reply.ok ? null : reply.failure);
    if (!reply.ok) return [];
    const current = slotsOf(reply.value.accounts);
    setState(reply.value);
    setHadPassphrase(() => reply.value.lock !== 'none');
    setSlots((old) => (JSON.stringify(old) === JSON.stringify(current) ? old : current));
    return current;
  }, [client, setSlots, setHadPassphrase]);

  const latest = useRef(onOpening);
  latest.current = onOpening;
  // Once for each popup: reading what it was opened for uses it up.
  useEffect(() => {
    void Promise.all([read(), client.opening()]).then(([current, reply]) => {
      const told = reply.ok ? reply.value : NO_OPENING;
      latest.current(told, current);
      setOpening(told);
    });
  }, [client, read]);

  const lock = state?.lock;
  const mayKeep = lock ? lock !== 'locked' : !hadPassphrase;
  return { state, lock, mayKeep, opening, failure, slots, readAgain: read };
}

const NO_OPENING: Opening = {
  address: null,
  from: null,
  pending: null,
  addTo: null,
  site: null,
};
