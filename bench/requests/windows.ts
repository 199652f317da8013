import type { CallLimit } from '../../lib/people/account.ts';
import type { LoggedRequest } from '../../sandbox/log.ts';

/** Of the calls that a window allows, as many percent as there came in the fullest of all. */
export function fullestWindow(
  requests: readonly LoggedRequest[],
  { calls, seconds }: CallLimit,
): number {
  const times = requests.map(({ at }) => at).toSorted((one, other) => one - other);
  let first = 0;
  let most = 0;
  for (const [index, at] of times.entries()) {
    while ((times[first] ?? at) <= at - seconds * 1000) first += 1;
    most = Math.max(most, index - first + 1);
  }
  return (most / calls) * 100;
}
