import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readReport } from './reports.mjs';

const folder = mkdtempSync(join(tmpdir(), 'reports-'));
afterAll(() => rmSync(folder, { recursive: true }));

function report(content: unknown): string {
  const file = join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
}

test('a file that breaks before its first test is a failure', () => {
  const file = report({
    numPassedTests: 1,
    testResults: [
      { name: 'a.test.ts', status: 'failed', assertionResults: [] },
      { name: 'b.test.ts', status: 'passed', assertionResults: [{ status: 'passed' }] },
    ],
  });
  expect(readReport('vitest', file)).toEqual({
    passed: 1,
    failures: ['a.test.ts: could not be run'],
  });
});

test('end-to-end tests are counted however deep they lie', () => {
  const spec = (title: string, status: string) => ({
    title,
    tests: [{ projectName: 'seed', status }],
  });
  const file = report({
    errors: [],
    suites: [{ specs: [spec('one', 'expected')], suites: [{ specs: [spec('two', 'flaky')] }] }],
  });
  expect(readReport('playwright', file)).toEqual({ passed: 1, failures: ['two (seed)'] });
});

test('a run of no tests, or without a report, is a failure', () => {
  const file = report({ numPassedTests: 0, testResults: [] });
  expect(readReport('vitest', file).failures).toEqual(['no tests']);
  expect(readReport('vitest', join(folder, 'none')).failures).toEqual(['ended without a report']);
});
