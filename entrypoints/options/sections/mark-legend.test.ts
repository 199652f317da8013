import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { MARK_KINDS } from '@/lib/people/mark-words';

const ROOT = resolve(import.meta.dirname, '../../..');

/** Of a sheet's innermost rules, what those for a kind say of one of these properties. */
function saidOf(file: string, kind: string, properties: string): string | undefined {
  const css = readFileSync(resolve(ROOT, file), 'utf8').replaceAll(/\s+/g, ' ');
  const ofKind = new RegExp(`\\.${kind}(?:::after)?(?= ?(?:,|$))`);
  const value = new RegExp(`(?<![-\\w])(?:${properties}): ([^;]+);`);
  return [...css.matchAll(/([^{}]*)\{([^{}]*)\}/g)]
    .filter(([, selector]) => ofKind.test(selector?.trim() ?? ''))
    .map(([, , body]) => value.exec(body ?? '')?.[1])
    .find((said) => said !== undefined);
}

const onPages = (kind: string, property: string, rest: string): string =>
  saidOf('lib/page/marks.css', kind, property) ?? rest;
const inLegend = (kind: string, properties: string, rest: string): string =>
  saidOf('entrypoints/options/sections/mark-legend.css', kind, properties) ?? rest;

test.each(MARK_KINDS)('the legend draws the mark “%s” as pages do', (kind) => {
  const grey = '#7a8190';
  expect(inLegend(kind, 'color', grey)).toBe(onPages(kind, 'color', grey));
  const [width, style] = inLegend(kind, 'border-bottom|height', '1px dotted').split(' ');
  // Two lines of one pixel, with two between.
  const wide = kind === 'both' ? '4px' : onPages(kind, 'stroke-width', '1px');
  expect(width).toBe(wide);
  const isBroken = onPages(kind, 'stroke-dasharray', 'none') !== 'none';
  expect(style === 'solid' || style === 'double').toBe(!isBroken);
});
