import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { MARK_MEANINGS } from '../lib/people/mark-words';
import { permissions } from './permissions.ts';

const ROOT = resolve(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
// The parts used here are the ones npm itself relies on.
const project = JSON.parse(read('package.json')) as {
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
};
const DOCUMENTS = [
  ...['README.md', 'CONTRIBUTING.md', 'PRIVACY.md', 'ARCHITECTURE.md', 'CHANGELOG.md'],
  ...['THIRD-PARTY-NOTICES.md', 'docs/performance.md', 'sandbox/README.md'],
];
const ROOMS = ['lib', 'components', 'entrypoints', 'sandbox', 'e2e', 'bench', 'docs', 'scripts'];

test('the README gives each permission the reason that is written down (law 9)', () => {
  const rows = [...read('README.md').matchAll(/^\| `(\w+)` \| (.+) \|$/gm)];
  expect(rows.map(([, name, reason]) => ({ name, reason }))).toEqual([...permissions]);
});

test('the README says of each mark what the legend says', () => {
  const [, table = ''] = /## What the marks mean\n\n([^]*?)\n\n/.exec(read('README.md')) ?? [];
  const said = table
    .split('\n')
    .slice(2)
    .map((row) => row.split('|')[2]?.trim());
  expect(said).toEqual(
    Object.values(MARK_MEANINGS).map((words) => words.charAt(0).toLowerCase() + words.slice(1)),
  );
});

test('both commands stand on the first screen of the README', () => {
  const firstScreen = read('README.md').split('\n').slice(0, 20).join('\n');
  expect(firstScreen).toContain('npm run demo');
  expect(firstScreen).toContain('npm test');
});

test.each(DOCUMENTS)('%s names only commands that there are', (file) => {
  for (const [, name = ''] of read(file).matchAll(/npm run ([\w-]+)/g)) {
    expect(project.scripts, `npm run ${name}`).toHaveProperty(name);
  }
});

test.each(DOCUMENTS)('%s points only to files that there are', (file) => {
  const links = [...read(file).matchAll(/\]\((?!https?:|#)([^)#]+)(?:#[^)]*)?\)/g)];
  const pictures = [...read(file).matchAll(/src(?:set)?="(?!https?:)([^"]+)"/g)];
  for (const [, path = ''] of [...links, ...pictures]) {
    expect(existsSync(join(ROOT, dirname(file), path)), path).toBe(true);
  }
});

test.each(DOCUMENTS)('%s points only to headings that it has', (file) => {
  const headings = [...read(file).matchAll(/^#+ (.+)$/gm)].map(([, words = '']) =>
    words
      .toLowerCase()
      .replaceAll(/[^\w\s-]/g, '')
      .replaceAll(/\s/g, '-'),
  );
  for (const [, heading] of read(file).matchAll(/\]\(#([^)]+)\)/g)) {
    expect(headings).toContain(heading);
  }
});

test.each(DOCUMENTS)('%s names in passing only files and folders that there are', (file) => {
  const named = [...read(file).matchAll(/`((?:[\w.-]+\/)+[\w.*-]*)`/g)]
    .map(([, path = '']) => path)
    .filter((path) => ROOMS.includes(path.split('/')[0] ?? ''));
  for (const path of named) {
    const isThere = path.includes('*')
      ? globSync(path, { cwd: ROOT }).length > 0
      : existsSync(join(ROOT, path)) ||
        ['.ts', '.tsx'].some((end) => existsSync(join(ROOT, path + end)));
    expect(isThere, path).toBe(true);
  }
});

test('the notices name all that is shipped', () => {
  const notices = read('THIRD-PARTY-NOTICES.md');
  for (const name of Object.keys(project.dependencies)) expect(notices).toContain(`\`${name}\``);
});
