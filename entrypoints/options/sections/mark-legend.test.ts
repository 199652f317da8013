import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../../..');
const SHAPE =
  /(?<!forced-)\b(?:color: #|border(?:-bottom)?: \d|background: rep|clip-path: |width: 7)[^;]+;/g;
const shapesIn = (file: string): string[] => {
  const css = readFileSync(resolve(ROOT, file), 'utf8').replaceAll(/\s+/g, ' ');
  return [...css.matchAll(SHAPE)].map(([shape]) => shape).toSorted();
};

test('the legend draws every mark as pages do', () => {
  const drawn = shapesIn('lib/page/marks.css');
  expect(drawn.length).toBeGreaterThan(14);
  expect(shapesIn('entrypoints/options/sections/mark-legend.css')).toEqual(drawn);
});
