import { expect, test } from 'vitest';
import { octeth, systeme } from '@/components/accounts/testing/accounts';
import type { FlagSettings } from '@/lib/messaging/protocol';
import { askableAccounts, whyWaiting } from './fill-accounts';

const everywhere: FlagSettings = { mode: 'everywhere', sites: [] };

const partsOf = (flags: FlagSettings = everywhere, lock: 'none' | 'open' | 'locked' = 'none') => ({
  accounts: { list: async () => [octeth(), systeme({ paused: true })] },
  settings: { flags: async () => flags },
  vault: { state: async () => lock },
});

test('of an account the searched lists are read, and of Systeme.io everybody', async () => {
  const [mail, ...others] = await askableAccounts(partsOf());
  expect(mail?.places.map(({ place }) => place?.name)).toEqual(['Newsletter']);
  expect(others).toEqual([]);
  const [, school] = await askableAccounts({
    ...partsOf(),
    accounts: { list: async () => [octeth(), systeme()] },
  });
  expect(school?.places).toEqual([{ key: { accountId: 'school', placeId: '' }, place: null }]);
});

test.each<[FlagSettings, 'none' | 'locked', boolean, string | null]>([
  [{ mode: 'off', sites: ['https://mail.test'] }, 'none', false, 'flags-off'],
  [{ mode: 'chosen', sites: [] }, 'none', false, 'flags-off'],
  [{ mode: 'chosen', sites: ['https://mail.test'] }, 'none', false, null],
  [everywhere, 'none', true, 'account-paused'],
  [everywhere, 'locked', false, 'locked'],
])('with flags %o and keys %s it waits: %s', async (flags, lock, paused, waits) => {
  expect(await whyWaiting(partsOf(flags, lock), octeth({ paused }))).toBe(waits);
});
