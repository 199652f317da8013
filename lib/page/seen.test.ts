// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { foldAddress } from '../people/address';
import { createSeen } from './seen';

test('nothing is seen, and nothing goes wrong, where the address has just been removed', () => {
  document.body.innerHTML = '<p>ada@a.example</p>';
  const text = document.querySelector('p')?.firstChild as Text; // as written above
  const box = { left: 0, top: 0, right: 90, bottom: 20 };
  const hit = { node: text, address: foldAddress('ada@a.example'), start: 0, end: 13 };
  const surroundings = { level: 0, stays: null, mayBeCovered: false, isRaised: false } as const;
  const seen = createSeen(() => [{ hit, boxes: [box], clip: box, ...surroundings }]);
  document.body.replaceChildren();
  expect(seen.hitAt(5, 5)).toBeUndefined();
  expect(seen.drawn()).toEqual([]);
});
