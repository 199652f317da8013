import { expect, test } from 'vitest';
import { accountOf, addressesOf, addressOf, placeOf } from './intent';
import { ALL_INTENTS, ANY_INTENT } from './testing/intents';

test.each(ALL_INTENTS.map((intent) => [intent.kind, intent] as const))(
  'law 2: %s names its account, and its list where there are lists',
  (_, intent) => {
    const account = accountOf(intent);
    expect(account.name).toMatch(/^Acme/);
    expect(placeOf(intent)?.name ?? null).toBe(account.system === 'octeth' ? 'Newsletter' : null);
  },
);

test('a write to a desk is about nobody in particular', () => {
  expect(addressOf(ANY_INTENT['delete-tag'])).toBeNull();
  expect(addressesOf(ANY_INTENT['delete-tag'])).toEqual([]);
});

test('a change of the address is about both', () => {
  expect(addressOf(ANY_INTENT.update)).toBe('ada@lovelace.dev');
  expect(addressesOf(ANY_INTENT.update)).toEqual(['ada@lovelace.dev', 'ada@byron.dev']);
  expect(addressesOf({ ...ANY_INTENT.update, newAddress: null })).toEqual(['ada@lovelace.dev']);
});
