/**
 * `npm test`: everything, from a fresh clone. Its last line is `N passed, N failed`.
 * `npm test -- types unit` takes only the steps whose names begin so.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argv, stdout } from 'node:process';
import { bringAll } from './setup.mjs';
import { run } from './setup/run.mjs';
import { readReport, REPORTERS } from './test/reports.mjs';
import { STEPS } from './test/steps.mjs';

const reports = mkdtempSync(join(tmpdir(), 'addressee-reports-'));
const failures = [];
const failedSteps = new Set();
let passed = 0;

say('Setup');
const missing = await bringAll().catch((error) => error.message);
if (missing) failures.push(`Setup: ${missing}`);
for (const step of missing ? [] : STEPS.filter(isWanted)) {
  say(step.name);
  const result = await take(step);
  passed += result.passed;
  if (result.failures.length > 0) failedSteps.add(step.name);
  failures.push(...result.failures.map((failure) => `${step.name}: ${failure}`));
}
rmSync(reports, { recursive: true, force: true });

if (failures.length > 0) say('Failed');
for (const failure of failures) stdout.write(`  ${failure}\n`);
process.exitCode = failures.length > 0 || passed === 0 ? 1 : 0;
stdout.write(`\n${passed} passed, ${failures.length} failed\n`);

function isWanted({ name }) {
  const wanted = argv.slice(2);
  return (
    wanted.length === 0 ||
    wanted.some((beginning) => name.toLowerCase().startsWith(beginning.toLowerCase()))
  );
}

async function take(step) {
  const broken = step.needs?.find((needed) => failedSteps.has(needed));
  if (broken) return { passed: 0, failures: [`not run, since “${broken}” failed`] };
  if (step.report) return takeTests(step);
  for (const [program, ...given] of step.commands) {
    const { ok } = await run(program, given);
    if (!ok) return { passed: 0, failures: [`${[program, ...given].join(' ')} failed`] };
  }
  return { passed: 1, failures: [] };
}

async function takeTests({ name, report, commands: [[program, ...given]] }) {
  const file = join(reports, `${name.replaceAll(' ', '-')}.json`);
  const { given: more, extra } = REPORTERS[report];
  const { ok } = await run(program, [...given, ...more(file)], { extra: extra(file) });
  const counted = readReport(report, file);
  // A runner may fail for what no test of its own shows, such as an error after the last one.
  if (!ok && counted.failures.length === 0) counted.failures.push(`${program} failed`);
  return counted;
}

function say(heading) {
  stdout.write(`\n── ${heading} ${'─'.repeat(Math.max(0, 70 - heading.length))}\n`);
}
