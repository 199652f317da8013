import { useEffect, useState } from 'preact/hooks';
import type { Failure } from '@/lib/failure';
import type { AccountsState } from '@/lib/messaging/protocol';
import type { Intent } from '@/lib/people/intent';

interface Options {
  lock: AccountsState['lock'] | undefined;
  /** What has just gone wrong, anywhere. */
  failures: (Failure | null | undefined)[];
  readAgain: () => Promise<unknown>;
  act: (intent: Intent) => Promise<void>;
}

/**
 * Keys may lock themselves while the popup is open: the passphrase is asked for as soon as that
 * shows. A write handed over while they are locked is held until they are open.
 */
export function useUnlocking({ lock, failures, readAgain, act }: Options) {
  const [held, hold] = useState<Intent | null>(null);
  const isRefused = failures.some((failure) => failure?.kind === 'locked');
  useEffect(() => {
    if (isRefused) void readAgain();
  }, [isRefused, readAgain]);
  useEffect(() => {
    if (!held || !lock || lock === 'locked') return;
    hold(null);
    void act(held);
  }, [held, lock]);
  return { held: lock === 'locked' ? held : null, hold };
}
