// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { foldAddress } from '../people/address';
import { partsIn } from './disguised-gate';
import { createDisguised } from './disguised-hits';
import { HITS_CEILING } from './hits';
import type { Hit } from './hits';

let idle: (() => void)[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  idle = [];
  vi.stubGlobal('requestIdleCallback', (work: () => void) => idle.push(work));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function reading(html: string, plain: (node: Node) => Hit[] = () => []) {
  document.body.innerHTML = html;
  const onFound = vi.fn<() => void>();
  const roots: ShadowRoot[] = [];
  const disguised = createDisguised(
    { hitsOf: plain, trees: () => [document.body, ...roots], partsIn },
    onFound,
    new AbortController().signal,
  );
  const read = (): string[] => {
    disguised.consider();
    vi.advanceTimersByTime(600_000);
    for (let work = idle.shift(); work; work = idle.shift()) work();
    return [...disguised.trees()].flatMap((nodes) =>
      nodes.flatMap((node) => disguised.of(node).map(({ address }) => address)),
    );
  };
  return { read, onFound, roots, disguised };
}

const found = (html: string): string[] => reading(html).read();

const coded = (address: string): string =>
  `<a data-cfemail="00${Buffer.from(address).toString('hex')}">hidden</a>`;

test('text right in a large element is read', () => {
  const large = '<i></i>'.repeat(50) + `<div>${'<i></i>'.repeat(5_000)}</div>`;
  expect(found(`<pre>Mail: ada [at] example.com\n${large}</pre>`)).toEqual(['ada@example.com']);
});

test.each(['ada ( at ) example.com', 'ada [AT] example.com', 'Ada{At}example.com'])(
  'however it is spelled: %s',
  (text) => expect(found(`<p>${text}</p>`)).toEqual(['ada@example.com']),
);

test('law 1: what goes on in the element beside is no address', () => {
  expect(found('<p><b>john.</b>doe [at] example.com</p>')).toEqual([]);
  expect(found('<p>john [at] example.co<b>m</b></p>')).toEqual([]);
});

test('what is not shown or being typed is not read', () => {
  const inside = `ada [at] example.com ${'<i></i>'.repeat(20)}`;
  expect(found(`<div contenteditable>${inside}<p>bo [at] example.com</p></div>`)).toEqual([]);
});

test('open shadow roots are read, codes, spellings and pieces', () => {
  const { read, roots } = reading('<div></div><p>bo [at] example.com</p>');
  const root = document.querySelector('div')?.attachShadow({ mode: 'open' });
  if (!root) throw new Error('there is an element');
  roots.push(root);
  root.innerHTML = `cy [at] example.com<p>${coded('di@x.dev')}</p><p><b>ed</b>@<i>x.dev</i></p>`;
  expect(read()).toEqual(['bo@example.com', 'di@x.dev', 'cy@example.com', 'ed@x.dev']);
});

test('a page of any number of elements is read', () => {
  const rows = '<i></i>'.repeat(160_000);
  expect(found(`<div>${rows}</div><p>ada [at] example.com</p>`)).toEqual(['ada@example.com']);
});

test('more than a few hundred are read, and beyond the ceiling again when some have gone', () => {
  const line = (name: string) => `${name} [at] x.dev, `;
  const lines = (from: number) =>
    Array.from({ length: 100 }, (_, index) => line(`a${from + index}`)).join('');
  const many = Array.from({ length: HITS_CEILING / 100 }, (_, row) => `<p>${lines(row * 100)}</p>`);
  const { read } = reading(`${many.join('')}<p>last [at] x.dev</p>`);
  expect(read()).toHaveLength(HITS_CEILING);
  document.querySelector('p')?.remove();
  expect(read().at(-1)).toBe('last@x.dev');
});

test('nothing is drawn anew where all is as it was', () => {
  const { read, onFound } = reading(`<p>ada [at] x.dev</p>${coded('di@x.dev')}`);
  read();
  read();
  expect(onFound).toHaveBeenCalledOnce();
  document.querySelector('p')?.replaceChildren('bo [at] x.dev');
  expect(read()).toEqual(['di@x.dev', 'bo@x.dev']);
  expect(onFound).toHaveBeenCalledTimes(2);
});

test('law 1: what has changed since no longer holds', () => {
  const { read, disguised } = reading('<p><b>ada</b>@<i>x.dev</i></p>');
  read();
  const [node] = [...disguised.trees()].flat();
  const [hit] = node ? disguised.of(node) : [];
  expect(hit?.holds()).toBe(true);
  document.querySelector('i')?.replaceChildren('y.dev');
  expect(hit?.holds()).toBe(false);
});

test('a text whose every @ is an ordinary address’s is none in pieces', () => {
  const address = foldAddress('ada@x.dev');
  const html = '<p>ada@x.dev<b>.uk</b></p>';
  expect(found(html)).toEqual(['ada@x.dev.uk']);
  const plain = (node: Node): Hit[] => [{ node: node as Text, address, start: 0, end: 9 }]; // only texts are asked
  expect(reading(html, plain).read()).toEqual([]);
});
