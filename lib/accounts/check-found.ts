import type { CheckResult } from '../people/check-up';

export type Found = Omit<CheckResult, 'step'>;

export const ok = (what: string, fact: string): Found => ({
  outcome: 'ok',
  what,
  remedy: null,
  fact,
});

export const warn = (what: string, remedy: string | null, fact: string): Found => ({
  outcome: 'warn',
  what,
  remedy,
  fact,
});
