import { expect, test } from 'vitest';
import { foldAddress } from '@/lib/people/address';
import type { Intent } from '@/lib/people/intent';
import { ANY_INTENT } from '@/lib/people/testing/intents';
import { intentKey } from './intent-key';

const account = { id: 'm', name: 'Acme Mail', system: 'octeth' as const };
const on = (id: string): Intent => ({
  kind: 'delete',
  target: {
    account,
    place: { id, name: id },
    profileId: '7',
    address: foldAddress('ada@lovelace.dev'),
  },
});

test('law 3: the same person added to two lists is two writes', () => {
  const { add } = ANY_INTENT;
  const elsewhere = { ...add, person: { ...add.person, place: { id: '2', name: 'Customers' } } };
  expect(intentKey(elsewhere)).not.toBe(intentKey(add));
  expect(intentKey({ ...add, person: { ...add.person, firstName: 'Eda' } })).toBe(intentKey(add));
});

test('law 2: the same id on two lists is two writes', () => {
  expect(intentKey(on('1'))).not.toBe(intentKey(on('2')));
  expect(intentKey(on('1'))).toBe(intentKey(on('1')));
});
