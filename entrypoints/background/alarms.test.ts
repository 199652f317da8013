import { expect, test } from 'vitest';
import { isDeliberate } from './alarms';

test.each([
  ['receipts', false],
  ['accounts', false],
  ['opening', false],
  ['countTag', false],
  ['importState', false],
  ['exportState', false],
  ['settle', false],
  ['lookUp', true],
  ['act', true],
])('that a page asks for %s keeps the keys open: %s', (call, isAct) => {
  expect(isDeliberate(call)).toBe(isAct);
});
