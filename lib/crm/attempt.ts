import { done, failed, failureOf } from '../failure';
import type { Result } from '../failure';

/** The task's value, or its failure as data. `where` names the part if the fault is ours. */
export async function attempt<Value>(
  where: string,
  task: () => Promise<Value>,
): Promise<Result<Value>> {
  try {
    return done(await task());
  } catch (error) {
    return failed(failureOf(error, where));
  }
}
