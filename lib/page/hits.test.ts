// @vitest-environment happy-dom
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { foldAddress } from '../people/address';
import { createHits, HITS_CEILING } from './hits';
import type { Hits } from './hits';

beforeEach(() => {
  document.body.innerHTML = '';
});

const found = (address: string) => [{ address: foldAddress(address), start: 0, end: 9 }];
const addText = (data: string): Text => document.body.appendChild(document.createTextNode(data));
const order = (hits: Hits): string[] => [...hits.trees()].flat().map((node) => node.textContent);

test('nodes are kept in the order of the page, whenever they are put', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...Array(12).keys()]), (indices) => {
      document.body.innerHTML = '';
      const texts = [...Array(12).keys()].map((index) => addText(`${index}`));
      const hits = createHits();
      for (const index of indices) {
        const text = texts[index];
        if (text) hits.put(text, found('ada@x.dev'));
      }
      expect(order(hits)).toEqual(indices.toSorted((a, b) => a - b).map(String));
    }),
  );
});

test('a node that is put again stands where it is by then', () => {
  const hits = createHits();
  const [one, two] = [addText('one'), addText('two')];
  hits.put(one, found('one@x.dev'));
  hits.put(two, found('two@x.dev'), true);
  document.body.append(one);
  hits.put(one, found('one@x.dev'));
  expect(order(hits)).toEqual(['two', 'one']);
});

test('after any change a reading in order puts all in order', () => {
  const indices = fc.array(fc.nat({ max: 11 }), { maxLength: 12 });
  fc.assert(
    fc.property(indices, indices, indices, (moved, silenced, pauses) => {
      document.body.innerHTML = '';
      const texts = [...Array(12).keys()].map((index) => addText(`${index}`));
      const hits = createHits();
      for (const text of texts) hits.put(text, found('ada@x.dev'), true);
      for (const index of moved) document.body.prepend(texts[index] ?? '');
      let isNext = false;
      const left: string[] = [];
      for (const [index, node] of [...document.body.childNodes].entries()) {
        const isSilent = silenced.includes(Number(node.textContent));
        if (pauses.includes(index)) isNext = false;
        const isKept = hits.put(node as Text, isSilent ? [] : found('ada@x.dev'), isNext); // all are
        isNext ||= isKept;
        if (isKept) left.push(node.textContent ?? '');
      }
      expect(order(hits)).toEqual(left);
    }),
  );
});

test('law 1: of what was not asked at once only what is whole and shown is ever told', () => {
  document.body.innerHTML = '<p>first.<b>last@x.dev</b></p><i>ada@x.dev</i>';
  const hits = createHits();
  const [cut, whole] = [...document.querySelectorAll('b,i')].map(({ firstChild }) => firstChild);
  for (const text of [cut, whole]) hits.put(text as Text, found('ada@x.dev'), false, true); // they hold one
  expect(hits.of(cut as Text)).toEqual([]);
  expect(hits.of(whole as Text)).toHaveLength(1);
  expect(hits.someIn(cut as Text)?.address).toBe('ada@x.dev');
});

describe('what is gone is forgotten', () => {
  test('when it has left the page', () => {
    const hits = createHits();
    const [one, two] = [addText('one'), addText('two')];
    for (const text of [one, two]) hits.put(text, found('ada@x.dev'));
    one.remove();
    expect(hits.prune()).toBe(false);
    expect(order(hits)).toEqual(['two']);
    expect(hits.of(one)).toEqual([]);
  });

  test('when it no longer says what it said', () => {
    const hits = createHits();
    const text = addText('ada@x.dev');
    hits.put(text, found('ada@x.dev'));
    hits.prune(() => false, hits.version() - 1);
    expect(order(hits)).toEqual(['ada@x.dev']); // it was only just read
    hits.prune(() => false, hits.version());
    expect(order(hits)).toEqual([]);
    expect(hits.room()).toBe(HITS_CEILING);
  });
});

test('what was turned away at the ceiling is worth another reading once there is room', () => {
  const hits = createHits();
  const full = addText('full');
  const many = Array.from({ length: HITS_CEILING }, () => found('ada@x.dev')).flat();
  hits.put(full, many);
  const late = addText('late');
  hits.put(late, found('late@x.dev'));
  expect(hits.of(late)).toEqual([]);
  expect(hits.prune()).toBe(false);
  full.remove();
  expect(hits.prune()).toBe(true);
  expect(hits.prune()).toBe(false);
});
