import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../../..');
const shapesIn = (file: string): string[] => {
  const css = readFileSync(resolve(ROOT, file), 'utf8');
  return [...css.matchAll(/border(?:-bottom)?: [^;]+ #\w+;/g)].map(([shape]) => shape).toSorted();
};

test('the legend draws every mark as pages do', () => {
  const drawn = shapesIn('lib/page/marks.css');
  expect(drawn).toHaveLength(6);
  expect(shapesIn('entrypoints/options/sections/mark-legend.css')).toEqual(drawn);
});
