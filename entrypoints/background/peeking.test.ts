import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { LookUp } from '@/lib/directory/lookups';
import { foldAddress } from '@/lib/people/address';
import type { Findings } from '@/lib/people/findings';
import type { Parts } from './assemble';
import { createPeeking } from './peeking';

const mail = { id: 'mail', name: 'Acme Mail', system: 'octeth' as const, paused: false };
const shop = { id: 'shop', name: 'Acme Shop', system: 'systeme' as const, paused: false };
const ada = { tabId: 1, address: foldAddress('ada@lovelace.dev') };

/** Accounts that answer when they are told to. */
function slowAccounts() {
  const answers = new Map<string, (findings: Findings) => void>();
  const lookUp = vi.fn(
    ({ accountId }: LookUp) =>
      new Promise<Findings>((answer) => void answers.set(accountId, answer)),
  );
  const parts = { accounts: { list: async () => [mail, shop] }, lookups: { lookUp } };
  const seen = vi.fn();
  // Only these parts are asked.
  const { peek, isUnderWay } = createPeeking(parts as unknown as Parts, async () => seen);
  const answer = (account: typeof mail | typeof shop): void =>
    answers.get(account.id)?.({
      ...{ account, at: 5, profiles: [], places: [], walk: null, failure: null },
    });
  return { peek, isUnderWay, answer, lookUp, seen };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const passes = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const answersIn = async (facts: ReturnType<ReturnType<typeof slowAccounts>['peek']>) =>
  (await facts).accounts.map(({ answer }) => answer);

test('who has answered is shown while another is still asked, and nobody is asked twice', async () => {
  const { peek, answer, lookUp, seen } = slowAccounts();
  const first = peek(ada, 0);
  await passes(2_000);
  answer(shop);
  await passes(150);
  expect(await answersIn(first)).toEqual(['asking', 'absent']);
  const second = peek(ada, 1);
  await passes(5_000);
  expect(seen).not.toHaveBeenCalled();
  answer(mail);
  await passes(150);
  expect(await answersIn(second)).toEqual(['absent', 'absent']);
  expect(lookUp).toHaveBeenCalledTimes(2);
  expect(seen).toHaveBeenCalledOnce();
});

test('those that answer almost together are shown together', async () => {
  const { peek, answer } = slowAccounts();
  const facts = peek(ada, 0);
  await passes(100);
  answer(mail);
  await passes(100);
  answer(shop);
  await passes(100);
  expect(await answersIn(facts)).toEqual(['absent', 'absent']);
});

test('what came between two asks of a card is told, and asked of nobody again', async () => {
  const { peek, answer, lookUp } = slowAccounts();
  const first = peek(ada, 0);
  await passes(10);
  answer(shop);
  await passes(150);
  await first;
  answer(mail);
  await passes(1_000);
  const second = peek(ada, 1);
  expect(await answersIn(second)).toEqual(['absent', 'absent']);
  expect(lookUp).toHaveBeenCalledTimes(2);
});

test('a card that was told everything, or went away, is forgotten', async () => {
  const { peek, answer, isUnderWay } = slowAccounts();
  void peek(ada, 0);
  await passes(10);
  expect(isUnderWay(ada)).toBe(true);
  expect(isUnderWay({ ...ada, tabId: 2 })).toBe(false);
  answer(mail);
  await passes(200);
  answer(shop);
  await passes(3_000);
  expect(isUnderWay(ada)).toBe(false);
});

test('a card that is opened again shows at once what is known, beside one that waits for the rest', async () => {
  const { peek, answer, lookUp } = slowAccounts();
  const first = peek(ada, 0);
  await passes(10);
  answer(shop);
  await passes(150);
  await first;
  const waiting = peek(ada, 1);
  expect(await answersIn(peek(ada, 0))).toEqual(['asking', 'absent']);
  const beside = peek(ada, 1);
  answer(mail);
  await passes(150);
  expect(await answersIn(waiting)).toEqual(['absent', 'absent']);
  expect(await answersIn(beside)).toEqual(['absent', 'absent']);
  expect(lookUp).toHaveBeenCalledTimes(2);
});
