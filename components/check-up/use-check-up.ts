import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { sayFailure } from '@/lib/failure-words';
import { blockerOf, CHECK_STEPS, type CheckResult, type CheckStep } from '@/lib/people/check-up';
import type { Client } from '../accounts/powers';

export interface CheckUp {
  results: CheckResult[];
  /** The step that is being asked for; null when nothing is. */
  running: CheckStep | null;
}

/** One step after another, each asked for by itself: what stops one stops those that need it. */
export function useCheckUp(accountId: string, client: Client) {
  const [state, setState] = useState<CheckUp>({ results: [], running: null });
  const turn = useRef(0);

  const run = useCallback(async () => {
    turn.current += 1;
    const mine = turn.current;
    let results: CheckResult[] = [];
    for (const step of CHECK_STEPS) {
      if (blockerOf(step, results) !== null) continue;
      setState({ results, running: step });
      const reply = await client.checkUp({ accountId, step });
      if (turn.current !== mine) return;
      results = [...results, reply.ok ? reply.value : untold(step, sayFailure(reply.failure).what)];
    }
    setState({ results, running: null });
  }, [client, accountId]);

  useEffect(() => {
    void run();
    return () => {
      turn.current += 1;
    };
  }, [run]);
  return { ...state, run };
}

/** Our own background could not be asked. */
const untold = (step: CheckStep, what: string): CheckResult => ({
  step,
  outcome: 'failed',
  what,
  remedy: 'Run the check-up again.',
  fact: 'not asked: fault in Addressee',
});
