import { expect, test, vi } from 'vitest';
import { FailureError } from '@/lib/failure';
import type { LookUp } from '@/lib/directory/lookups';
import type { Findings } from '@/lib/people/findings';
import type { Profile } from '@/lib/people/profile';
import type { Parts } from './assemble';
import { createPageCalls } from './page-calls';

const mail = { id: 'mail', name: 'Acme Mail', system: 'octeth' as const, paused: false };
const shop = { id: 'shop', name: 'Acme Shop', system: 'systeme' as const, paused: false };
const page = { door: 'page' as const, tabId: 1, frameId: 0, site: 'https://x.test/*' };

function peekWith(answer: (asked: LookUp) => Promise<Findings>, isDirectoryLost = false) {
  const lookUp = vi.fn(answer);
  const recognise = async () => {
    if (isDirectoryLost) throw new Error('the disk is full');
    return ['unknown'];
  };
  const parts = {
    accounts: { list: async () => [mail, shop] },
    lookups: { lookUp },
    directory: async () => ({ recognise }),
  };
  // Only these parts are asked for a card.
  const calls = createPageCalls(parts as unknown as Parts, async (site) => site === page.site);
  return { lookUp, calls, peek: () => calls.peek({ address: 'Ada@lovelace.dev', seen: 0 }, page) };
}

const found = async ({ accountId, address }: LookUp): Promise<Findings> => {
  const account = accountId === 'mail' ? mail : shop;
  const profile: Profile = {
    ...{ account, address, place: null, id: '7', name: 'Ada' },
    ...{ standings: ['subscribed'], since: null, tags: [], journeys: [] },
  };
  return { account, at: 5, profiles: [profile], places: [], walk: null, failure: null };
};

test('law 3: one account that cannot be asked hides no other on the card', async () => {
  const failure = { kind: 'offline', host: 'mail.test' } as const;
  const { peek } = peekWith((asked) =>
    asked.accountId === 'mail' ? Promise.reject(new FailureError(failure)) : found(asked),
  );
  const { name, accounts } = await peek();
  expect(name).toBe('Ada');
  expect(accounts).toMatchObject([
    { account: { id: 'mail', name: 'Acme Mail' }, lines: [], answer: 'failed', failure },
    { account: { id: 'shop' }, answer: 'found', failure: null },
  ]);
});

test('a directory that cannot be read takes nothing from the card', async () => {
  expect((await peekWith(found, true).peek()).accounts).toHaveLength(2);
});

test('what a page asks lets clicks go first', async () => {
  const { peek, lookUp } = peekWith(found);
  await peek();
  expect(lookUp.mock.calls.map(([asked]) => asked.urgency)).toEqual(['background', 'background']);
});

test('law 9: a page that is not flagged, or no longer, is answered nothing', async () => {
  const { calls, lookUp } = peekWith(found);
  const other = { ...page, site: 'https://other.test/*' };
  const refused = { failure: { kind: 'no-permission' } };
  await expect(calls.recognise({ addresses: [] }, other)).rejects.toMatchObject(refused);
  await expect(calls.peek({ address: 'ada@x.dev', seen: 0 }, other)).rejects.toMatchObject(refused);
  expect(lookUp).not.toHaveBeenCalled();
});
