import { useEffect } from 'preact/hooks';
import type { Receipt } from '@/lib/people/receipt';

const LOOK_AGAIN_MS = 1_500;

/**
 * A write that waits is looked at again when its time has come, as long as she is watching; after
 * a look that told nothing of it, in twice the time.
 */
export function useSettling(
  receipts: readonly (Receipt | null)[],
  settle: (receipt: Receipt) => Promise<void>,
): void {
  const waiting = receipts.find((one) => one?.state === 'planned' || one?.state === 'sent');
  useEffect(() => {
    if (!waiting) return;
    let isOver = false;
    let timer: ReturnType<typeof setTimeout>;
    let pause = LOOK_AGAIN_MS;
    const lookIn = (wait: number) => {
      timer = setTimeout(async () => {
        await settle(waiting);
        pause *= 2;
        if (!isOver) lookIn(pause);
      }, wait);
    };
    lookIn(Math.max((waiting.retryAt ?? 0) - Date.now(), pause));
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [waiting, settle]);
}
