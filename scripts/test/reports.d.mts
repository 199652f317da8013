export interface Counted {
  passed: number;
  failures: string[];
}
export function readReport(kind: 'vitest' | 'playwright', file: string): Counted;
