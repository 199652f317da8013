// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { foldAddress } from '../people/address';
import { createHits } from './hits';
import { addressesIn, hitFor } from './listing';

const ADA = foldAddress('ada@first.example');
let text: Text;
let hits: ReturnType<typeof createHits>;

beforeEach(() => {
  document.body.innerHTML = '<p>ada@first.example</p>';
  text = document.querySelector('p')?.firstChild as Text; // it has just been written
  hits = createHits();
  hits.put(text, [{ address: ADA, start: 0, end: ADA.length }]);
});

test('what the page says is listed, and found', () => {
  expect(addressesIn(hits, 9)).toEqual([ADA]);
  expect(hitFor(hits, ADA)?.node).toBe(text);
});

test('law 1: what it no longer says is not, though nobody has heard of it yet', () => {
  text.data = 'bob@other.example';
  expect(addressesIn(hits, 9)).toEqual([]);
  expect(hitFor(hits, ADA)).toBeUndefined();
});

test('nor is what somebody is typing by now', () => {
  document.querySelector('p')?.setAttribute('contenteditable', 'true');
  Object.defineProperty(text.parentElement, 'isContentEditable', { value: true });
  expect(addressesIn(hits, 9)).toEqual([]);
});
