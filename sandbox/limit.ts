import type { Clock } from './dialect.ts';

export interface Allowance {
  calls: number;
  seconds: number;
}

export interface Verdict {
  allowed: boolean;
  calls: number;
  remaining: number;
  /** Whole seconds until the oldest call leaves the window. */
  wait: number;
}

export interface Limit {
  take(key: string): Verdict;
  clear(): void;
}

/** So many calls in any stretch of so many seconds, for each key. A refused call does not count. */
export function createLimit({ calls, seconds }: Allowance, now: Clock): Limit {
  const taken = new Map<string, number[]>();
  return {
    take(key) {
      const recent = (taken.get(key) ?? []).filter((at) => at > now() - seconds * 1000);
      const allowed = recent.length < calls;
      if (allowed) recent.push(now());
      taken.set(key, recent);
      const oldest = recent[0] ?? now();
      const wait = Math.max(1, Math.ceil((oldest + seconds * 1000 - now()) / 1000));
      return { allowed, calls, remaining: calls - recent.length, wait };
    },
    clear: () => taken.clear(),
  };
}
