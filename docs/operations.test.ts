import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { RIGHTS, rightOf } from '../lib/people/rights';
import { MATON_NAMES, OCTETH_NAMES, PICKER_NAMES, SYSTEME_NAMES } from './operations/names.ts';
import { operationsPage, rightNameOf } from './operations/page.ts';
import { allOf, askedIn, reachedFrom, under } from './operations/reach.ts';
import {
  matonOperations,
  octethOperations,
  operations,
  systemeOperations,
} from './operations/table.ts';
import { OCTETH_WAYS, type Port, SYSTEME_WAYS } from './operations/ways.ts';

const ROOT = resolve(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const namesOf = (rows: { name: string }[]): string[] => rows.map(({ name }) => name).toSorted();

test('the table has each operation of both references, once', () => {
  expect([OCTETH_NAMES.length, SYSTEME_NAMES.length, MATON_NAMES.length]).toEqual([30, 26, 4]);
  expect(namesOf(octethOperations)).toEqual([...OCTETH_NAMES, ...PICKER_NAMES].toSorted());
  expect(namesOf(systemeOperations)).toEqual([...SYSTEME_NAMES].toSorted());
  expect(namesOf(matonOperations)).toEqual([...MATON_NAMES].toSorted());
});

test('docs/operations.md is what `npm run operations` writes', () => {
  expect(read('docs/operations.md')).toBe(operationsPage());
});

/** What needs a key, and no permission by name. */
const NO_PERMISSION = ['user.current'];

test.each(octethOperations)('$name: its permission is known to who tells abilities', (row) => {
  const needsNone = row.isOpen === true || NO_PERMISSION.includes(row.name);
  expect(rightOf('octeth', row.name) === null).toBe(needsNone);
});

test('each right of Systeme.io’s is an operation of the table', () => {
  const names = systemeOperations.map(({ name }) => rightNameOf(name));
  for (const { right } of RIGHTS.systeme) expect(names).toContain(right);
});

test.each(operations)('$name: a person meets it where the table says', ({ place }) => {
  expect(existsSync(join(ROOT, place.file)), place.file).toBe(true);
  expect(read(place.file), `“${place.control}” in ${place.file}`).toMatch(named(place.control));
});

const ports = (system: string) => {
  const crm = reachedFrom(allOf(`lib/crm/${system}/crm.ts`));
  return (port: Port): Set<string> => askedIn(reachedFrom(under(crm, port)));
};
const octethPort = ports('octeth');
const systemePort = ports('systeme');
const behind = new Set(
  ['entrypoints/background/probes.ts', 'entrypoints/background/probe-rights.ts'].flatMap((file) => [
    ...askedIn(reachedFrom(allOf(file))),
  ]),
);

test.each(octethOperations)('$name: what is asked of us for it reaches it', ({ name, methods }) => {
  const way = OCTETH_WAYS[name];
  const asked = way ? way.map(octethPort) : [behind];
  for (const method of methods) {
    expect(
      asked.some((names) => names.has(method)),
      `${method} from ${way?.join(', ') ?? 'the probes'}`,
    ).toBe(true);
  }
});

test.each(systemeOperations)('$name: what is asked of us for it reaches it', (row) => {
  const way = SYSTEME_WAYS[row.name] ?? [];
  for (const port of way) {
    const asked = systemePort(port);
    for (const method of row.methods)
      expect(asked.has(method), `${method} from ${port}`).toBe(true);
  }
  expect(way).not.toEqual([]);
});

test('what is asked of us is asked from where our pages are answered, or by the outbox', () => {
  const rooms = ['entrypoints/background', 'lib/actions', 'lib/directory'];
  const text = [...sourcesIn(...rooms), 'lib/crm/offers.ts'].map(read).join('');
  const all = [...Object.values(OCTETH_WAYS), ...Object.values(SYSTEME_WAYS)];
  for (const port of all.flatMap((way) => way ?? []))
    expect(text).toMatch(new RegExp(String.raw`\.${port}\(`));
});

test('law 8: what takes rules on a write is called by no screen, and nothing behind one', () => {
  const guarded = octethOperations.flatMap((row) => row.guarded ?? []);
  expect(guarded.toSorted()).toEqual([
    ...['deleteByRules', 'proveRules', 'tagByRules', 'unsubscribeByRules', 'untagByRules'],
  ]);
  for (const file of sourcesIn('components', 'entrypoints', 'lib')) {
    if (file === 'lib/crm/octeth/list-client.ts') continue;
    const called = guarded.filter((method) => read(file).includes(`.${method}(`));
    expect(called, file).toEqual([]);
  }
  for (const method of guarded) expect(operationsPage()).toContain(`Guarded: \`${method}\``);
});

/** What ships: neither tests nor what they stand on. */
const sourcesIn = (...rooms: string[]): string[] =>
  rooms
    .flatMap((room) => globSync(`${room}/**/*.{ts,tsx}`, { cwd: ROOT }))
    .filter((file) => !/\.test\.tsx?$|\/testing\//.test(file));

/** As the beginning of a text or a name, not as part of an identifier or in a comment. */
const named = (control: string): RegExp =>
  new RegExp(String.raw`(?:['"\`>]|^\s+(?![*/]))${RegExp.escape(control)}(?![A-Za-z])`, 'm');
