import { expect, test, vi } from 'vitest';
import type { Receipt } from '@/lib/people/receipt';
import { ANY_INTENT } from '@/lib/people/testing/intents';
import { createForget, lookOnceMore, type Remembering } from './after-writes';

function setUp() {
  const told: string[] = [];
  const tell =
    (what: string) =>
    async (...given: unknown[]) =>
      void told.push([what, ...given.filter((each) => typeof each === 'string')].join(' '));
  const lookUp = vi.fn<(asked: unknown) => Promise<never>>(() => Promise.reject(new Error('down')));
  const remembering: Remembering = {
    lookups: { forget: tell('findings'), forgetAccount: tell('all findings'), lookUp },
    readings: { forget: tell('readings') },
    offers: { forget: tell('offers') },
    directory: async () => ({ forget: tell('standing'), forgetAccount: tell('all standings') }),
  };
  return { told, lookUp, remembering };
}

test('after a change of the address what was known of both is forgotten', async () => {
  const { told, remembering } = setUp();
  await createForget(remembering)(ANY_INTENT.update);
  expect(told.toSorted()).toEqual([
    'findings a1 ada@byron.dev',
    'findings a1 ada@lovelace.dev',
    'readings',
    'standing a1 ada@byron.dev',
    'standing a1 ada@lovelace.dev',
  ]);
});

test('after a tag nobody’s standing is forgotten', async () => {
  const { told, remembering } = setUp();
  await createForget(remembering)(ANY_INTENT.tag);
  expect(told.toSorted()).toEqual(['findings a1 ada@lovelace.dev', 'readings']);
});

test('after a tag is renamed, offers and what was found of everybody are', async () => {
  const { told, remembering } = setUp();
  await createForget(remembering)(ANY_INTENT['rename-tag']);
  expect(told.toSorted()).toEqual(['all findings a1', 'offers a1', 'readings']);
});

const receiptOf = (intent: Receipt['intent'], state: Receipt['state']): Receipt => ({
  ...{ id: 'r', intent, state, at: 0, failure: null },
  ...{ retryAt: null, undoes: null, undone: false },
});

test('who was deleted while nobody watched is looked up once more, in no haste', async () => {
  const { lookUp, remembering } = setUp();
  await lookOnceMore(receiptOf(ANY_INTENT.delete, 'done'), remembering);
  expect(lookUp.mock.calls).toEqual([
    [{ accountId: 's1', address: 'ada@lovelace.dev', fresh: true, urgency: 'background' }],
  ]);
  await lookOnceMore(receiptOf(ANY_INTENT.delete, 'unknown'), remembering);
  await lookOnceMore(receiptOf(ANY_INTENT.tag, 'done'), remembering);
  expect(lookUp).toHaveBeenCalledTimes(1);
});

test('after an import nobody knows whom it brought, so every standing is forgotten', async () => {
  const { told, remembering } = setUp();
  await createForget(remembering)(ANY_INTENT.import);
  expect(told.toSorted()).toEqual(['all findings a1', 'all standings a1', 'offers a1', 'readings']);
});

test('whoever was deleted from a list is forgotten by address, and not looked up one by one', async () => {
  const { told, lookUp, remembering } = setUp();
  const intent = ANY_INTENT['delete-people'];
  await createForget(remembering)(intent);
  expect(told).toContain('standing a1 ben@lovelace.dev');
  expect(told).not.toContain('all standings a1');
  const receipt = { intent, state: 'done' } as Receipt; // no more of it is read
  await lookOnceMore(receipt, remembering);
  expect(lookUp).not.toHaveBeenCalled();
});
