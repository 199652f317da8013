import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Failure } from '@/lib/failure';
import type { DirectoryState } from '@/lib/people/directory';
import type { Client } from '../accounts/powers';

/** While something is being read it moves; else a glance now and then will do. */
const MOVING_MS = 1_000;
const STILL_MS = 4_000;

export interface DirectoryView {
  state: DirectoryState | null;
  failure: Failure | null;
  reload: () => Promise<void>;
}

/** How far one account's directory is, asked again and again while the page is there. */
export function useDirectory(accountId: string, client: Client): DirectoryView {
  const [state, setState] = useState<DirectoryState | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [looks, setLooks] = useState(0);

  const reload = useCallback(async () => {
    const reply = await client.directories();
    setFailure(reply.ok ? null : reply.failure);
    if (reply.ok) setState(reply.value.find((one) => one.accountId === accountId) ?? null);
    setLooks((old) => old + 1);
  }, [client, accountId]);

  useEffect(() => void reload(), [reload]);
  useEffect(() => {
    // After a failure nobody asks by himself: it says what to do.
    if (looks === 0 || failure) return;
    const isMoving = state?.places.some(({ filling }) => filling !== null) ?? false;
    const timer = setTimeout(() => void reload(), isMoving ? MOVING_MS : STILL_MS);
    return () => clearTimeout(timer);
  }, [looks, failure, reload]);

  return { state, failure, reload };
}
