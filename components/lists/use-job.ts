import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Failure, Result } from '@/lib/failure';
import type { JobState } from '@/lib/people/list-work';

const LOOK_AGAIN_MS = 1_500;

/** Asks after a job until it is over: the page asks, for the worker may die between two looks. */
export function useJob<Job extends { state: JobState }>(
  isAsked: boolean,
  ask: () => Promise<Result<Job>>,
) {
  const [job, setJob] = useState<Job | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [looks, setLooks] = useState(0);
  const isOver = job?.state === 'done' || job?.state === 'failed';
  useEffect(() => {
    if (!isAsked || isOver) return;
    let isStale = false;
    const timer = setTimeout(
      async () => {
        const reply = await ask();
        if (isStale) return;
        if (reply.ok) setJob(reply.value);
        setFailure(reply.ok ? null : reply.failure);
        // After a failure nobody asks by himself: it says what to do.
        if (reply.ok) setLooks((old) => old + 1);
      },
      looks === 0 ? 0 : LOOK_AGAIN_MS,
    );
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [isAsked, isOver, looks]);
  const again = useCallback(() => setLooks((old) => old + 1), []);
  return { job, failure, again };
}
