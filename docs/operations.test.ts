import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { RIGHTS, rightOf } from '../lib/people/rights';
import { MATON_NAMES, OCTETH_NAMES, PICKER_NAMES, SYSTEME_NAMES } from './operations/names.ts';
import { operationsPage, rightNameOf } from './operations/page.ts';
import {
  matonOperations,
  octethOperations,
  operations,
  systemeOperations,
} from './operations/table.ts';

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

describe.each(operations)('$name', ({ place, codes, ...row }) => {
  test('a person meets it where the table says', () => {
    expect(existsSync(join(ROOT, place.file)), place.file).toBe(true);
    expect(read(place.file), `“${place.control}” in ${place.file}`).toMatch(named(place.control));
  });

  test('what cannot be brought about is among its documented codes', () => {
    for (const { codes: numbers, dialect } of ('unreachable' in row && row.unreachable) || []) {
      const known = dialect ? [codes[dialect]] : [codes.seed, codes.public];
      for (const code of numbers) for (const told of known) expect(told).toHaveProperty(`${code}`);
    }
  });
});

/** As the beginning of a text or a name, not as part of an identifier or in a comment. */
const named = (control: string): RegExp =>
  new RegExp(String.raw`(?:['"\`>]|^\s+(?![*/]))${RegExp.escape(control)}(?![A-Za-z])`, 'm');
