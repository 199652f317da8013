/** Counts from the reports of the two test runners, and the names of what failed. */
import { readFileSync } from 'node:fs';

/** How each runner is told to write a report besides what it prints. */
export const REPORTERS = {
  vitest: {
    given: (file) => ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
    extra: () => ({}),
    read: readVitest,
  },
  playwright: {
    given: () => ['--reporter=list,json'],
    extra: (file) => ({ PLAYWRIGHT_JSON_OUTPUT_NAME: file }),
    read: readPlaywright,
  },
};

/** @returns {{ passed: number, failures: string[] }} a run of no tests at all is a failure */
export function readReport(kind, file) {
  let counted;
  try {
    counted = REPORTERS[kind].read(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return { passed: 0, failures: ['ended without a report'] };
  }
  if (counted.passed + counted.failures.length === 0) return { passed: 0, failures: ['no tests'] };
  return counted;
}

function readVitest({ numPassedTests, testResults }) {
  const failures = testResults.flatMap(({ name, status, assertionResults }) => {
    const failed = assertionResults.filter((each) => each.status === 'failed');
    // A file that breaks before its first test has no results, only a status.
    if (status === 'failed' && failed.length === 0) return [`${name}: could not be run`];
    return failed.map(({ fullName }) => fullName.trim());
  });
  return { passed: numPassedTests, failures };
}

function readPlaywright({ suites, errors }) {
  const tests = suites
    .flatMap(specsIn)
    .flatMap(({ title, tests }) =>
      tests.map(({ projectName, status }) => ({ title: `${title} (${projectName})`, status })),
    );
  const failed = tests.filter(({ status }) => status === 'unexpected' || status === 'flaky');
  const broken = errors.map(({ message }) => String(message).split('\n')[0]);
  return {
    passed: tests.filter(({ status }) => status === 'expected').length,
    failures: [...failed.map(({ title }) => title), ...broken],
  };
}

const specsIn = ({ specs = [], suites = [] }) => [...specs, ...suites.flatMap(specsIn)];
