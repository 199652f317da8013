import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

/** A clone in which `npm` cannot be found, so that nothing is ever really installed. */
let clone: string;
beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), 'clone-'));
  cpSync(import.meta.dirname, join(clone, 'scripts'), { recursive: true });
});
afterEach(() => rmSync(clone, { recursive: true }));

function takeTests(flags: string[] = [], script = 'scripts/test.mjs') {
  const none = join(clone, 'none');
  const { status, stdout } = spawnSync(process.execPath, [...flags, script], {
    cwd: clone,
    encoding: 'utf8',
    env: { PATH: '', ADDRESSEE_BROWSER: none, ADDRESSEE_FIREFOX: none },
  });
  return { status, lines: stdout.trim().split('\n') };
}

/** As npm leaves it on a system for which the lock file names no Node. */
function installNothing() {
  mkdirSync(join(clone, 'node_modules', '.bin'), { recursive: true });
  const lock = JSON.stringify({ packages: {} });
  writeFileSync(join(clone, 'package-lock.json'), lock);
  writeFileSync(join(clone, 'node_modules', '.package-lock.json'), lock);
}

test('a failed setup is a failure that is counted, and its reason is said', () => {
  const { status, lines } = takeTests();
  expect(lines.at(-1)).toBe('0 passed, 1 failed');
  expect(lines.join('\n')).toContain('Setup: npm ci failed');
  expect(status).toBe(1);
});

test('without a Node of our own the caller’s must run TypeScript, or a sentence says so', () => {
  installNothing();
  const { status, lines } = takeTests(['--no-experimental-strip-types']);
  expect(lines.join('\n')).toMatch(/Setup: Node 22\.18 or newer is needed on this system/);
  expect(lines.at(-1)).toBe('0 passed, 1 failed');
  expect(status).toBe(1);
  expect(takeTests().lines.join('\n')).toContain('Setup: Set ADDRESSEE_BROWSER');
});

test('a Firefox that is named and cannot be run is said, and nothing is installed', () => {
  installNothing();
  const { status, lines } = takeTests([], 'scripts/test-firefox.mjs');
  expect(lines.join('\n')).toMatch(/ADDRESSEE_FIREFOX names .* cannot be run/);
  expect(lines.at(-1)).toBe('Setup failed. Set ADDRESSEE_FIREFOX to a Firefox that runs.');
  expect(status).toBe(1);
});
