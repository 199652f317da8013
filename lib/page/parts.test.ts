// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { isElement } from './hits';
import { partsOf } from './parts';
import type { Part } from './parts';

const nest = (count: number): string => `<div>${'<i></i>'.repeat(count - 1)}</div>`;

function partsFrom(html: string): Part[] {
  document.body.innerHTML = html;
  return [...partsOf(document.body)].filter((part) => part !== null);
}

const sizeOf = (element: Element): number => element.getElementsByTagName('*').length + 1;

/** Elements that one native call goes through. */
function atOnce({ node, stretch }: Part): number {
  if (!isElement(node) || stretch === 0) return 0;
  if (stretch === undefined) return sizeOf(node);
  const sizes = [...node.children].slice(2, 2 + stretch).map(sizeOf);
  return sizes.reduce((sum, size) => sum + size, 0);
}

const largest = (parts: readonly Part[]): number => Math.max(...parts.map(atOnce));

test('law 7: a long list between a small head and a small foot is no small part', () => {
  const parts = partsFrom(`<h1></h1>${nest(120).repeat(120)}<footer></footer>`);
  expect(largest(parts)).toBeLessThanOrEqual(17_500);
});

test.each([
  ['every second', 2, true],
  ['every twentieth', 20, false],
])('of a list it is told by samples whether %s child has an @', (_, each, isDense) => {
  const rows = Array.from(
    { length: 1_000 },
    (__, row) => `<p><b></b><b></b><b></b>${row % each === 0 ? 'ada@x.dev' : 'Ada'}</p>`,
  );
  const [part] = partsFrom(rows.join(''));
  expect(part).toMatchObject({ node: document.body, isDense });
});

test('law 7: one large child among many small ones is looked through by itself', () => {
  const parts = partsFrom(`${'<p></p>'.repeat(149)}<div>${nest(300).repeat(16)}</div><p></p>`);
  expect(largest(parts)).toBeLessThanOrEqual(4_000);
});

test('of a list of bare texts nobody knows that it is dense', () => {
  const list = document.createElement('div');
  for (let count = 0; count < 20_000; count += 1) list.append(new Text('no address'));
  expect([...partsOf(list)].some((part) => part?.isDense)).toBe(false);
});

test('any number of texts is gone through, in order and with pauses', () => {
  document.body.innerHTML = nest(4_100);
  const texts = Array.from({ length: 12_000 }, (_, index) => document.createTextNode(`${index}`));
  document.body.append(...texts);
  const all = [...partsOf(document.body)];
  const parts = all.filter((part) => part !== null);
  expect(parts.slice(-texts.length).every(({ node }, index) => node === texts[index])).toBe(true);
  expect(all.length - parts.length).toBeGreaterThan(5);
});

test('what comes and goes in a pause makes it miss none', () => {
  document.body.innerHTML = nest(4_100);
  const texts = Array.from({ length: 5_000 }, (_, index) => document.createTextNode(`${index}`));
  document.body.append(...texts);
  const seen = new Set<Node>();
  for (const part of partsOf(document.body)) {
    if (part) seen.add(part.node);
    else if (document.body.childNodes.length < 6_000) {
      for (let count = 0; count < 500; count += 1) document.body.prepend('new');
    }
  }
  expect(texts.every((text) => seen.has(text))).toBe(true);
});
