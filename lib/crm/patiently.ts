import { failureOf, type Result, valueOf } from '../failure';
import { attempt } from './attempt';

/** As long as anybody waits without being told. */
const PATIENCE_MS = 5_000;
/** The server's clock is not ours. */
const MARGIN_MS = 100;

/**
 * Once more where a limit of calls is free again in a moment: whoever was refused for it was not
 * looked at, so nothing has been done.
 */
export async function patiently<Value>(
  task: () => Promise<Value>,
  now: () => number = Date.now,
): Promise<Value> {
  try {
    return await task();
  } catch (error) {
    const failure = failureOf(error, 'patiently');
    const wait = failure.kind === 'busy' ? failure.retryAt - now() : Infinity;
    if (wait > PATIENCE_MS) throw error;
    await new Promise((resolve) => setTimeout(resolve, Math.max(wait, 0) + MARGIN_MS));
    return task();
  }
}

/** The same of a task that tells its failure. */
export const patientlyTold = <Value>(task: () => Promise<Result<Value>>): Promise<Result<Value>> =>
  attempt('patiently', () => patiently(async () => valueOf(await task())));
