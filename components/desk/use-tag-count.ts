import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Failure } from '@/lib/failure';
import { isInterrupted } from '@/lib/messaging/client';
import type { TagCount } from '@/lib/people/catalogue';
import type { IntentOf } from '@/lib/people/intent';
import type { Client } from '../accounts/powers';

/** How far the counting has come of those who carry a tag. */
export type Counting = { soFar: TagCount | null } & (
  | {
      state: 'counting';
      /** When calls are free again, where it waits for them. */ until: number | null;
    }
  | { state: 'counted' | 'stopped' }
  | { state: 'failed'; failure: Failure }
);

/** A worker that dies once or twice meanwhile has only read. */
const MOST_LOSSES = 3;

interface Count {
  client: Client;
  intent: IntentOf<'delete-tag'>;
  tell: (counting: Counting) => void;
  signal: AbortSignal;
}

/** Counts as long as the question is open, from where it stood. */
export function useTagCount(client: Client, intent: IntentOf<'delete-tag'>) {
  const [counting, tell] = useState<Counting>({ state: 'counting', soFar: null, until: null });
  const [round, setRound] = useState(0);
  const latest = useRef(counting);
  latest.current = counting;
  const running = useRef<AbortController | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    running.current = controller;
    void countOn({ client, intent, tell, signal: controller.signal }, latest.current.soFar);
    return () => controller.abort();
  }, [client, intent, round]);
  const stop = useCallback(() => {
    running.current?.abort();
    tell(({ soFar }) => ({ state: 'stopped', soFar }));
  }, []);
  const goOn = useCallback(() => setRound((old) => old + 1), []);
  return { counting, stop, goOn };
}

async function countOn(count: Count, from: TagCount | null): Promise<void> {
  const { client, intent, tell, signal } = count;
  const { desk, tag } = intent;
  let soFar = from;
  let losses = 0;
  tell({ state: 'counting', soFar, until: null });
  while (!signal.aborted) {
    const reply = await client.countTag({
      accountId: desk.account.id,
      place: desk.place,
      tag,
      soFar,
    });
    if (signal.aborted) return;
    if (reply.ok) {
      soFar = reply.value;
      if (soFar.next === null) return tell({ state: 'counted', soFar });
      tell({ state: 'counting', soFar, until: null });
    } else if (reply.failure.kind === 'busy') {
      const until = reply.failure.retryAt;
      tell({ state: 'counting', soFar, until });
      await pause(until - Date.now(), signal);
    } else if (isInterrupted(reply.failure) && losses < MOST_LOSSES) {
      losses += 1;
    } else {
      return tell({ state: 'failed', soFar, failure: reply.failure });
    }
  }
}

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, Math.max(ms, 0) + 100);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
