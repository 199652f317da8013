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
  hits.put(two, found('two@x.dev'), one);
  document.body.append(one);
  hits.put(one, found('one@x.dev'));
  expect(order(hits)).toEqual(['two', 'one']);
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
    hits.prune((hit) => hit.address !== 'ada@x.dev');
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
