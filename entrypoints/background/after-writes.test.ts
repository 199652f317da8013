import { describe, expect, test, vi } from 'vitest';
import type { RegisterKey } from '@/lib/directory/registers';
import type { ImportUnderWay } from '@/lib/directory/store';
import type { Desk } from '@/lib/people/intent';
import type { Receipt } from '@/lib/people/receipt';
import { ANY_INTENT } from '@/lib/people/testing/intents';
import {
  createFollow,
  createForget,
  createSettleImport,
  lookOnceMore,
  type Remembering,
} from './after-writes';

function setUp() {
  const told: string[] = [];
  const tell =
    (what: string) =>
    async (...given: unknown[]) =>
      void told.push([what, ...given.filter((each) => typeof each === 'string')].join(' '));
  const tellPlace =
    (what: string) =>
    (key: RegisterKey, ...given: unknown[]) =>
      tell(what)(`${key.accountId}/${key.placeId}`, ...given);
  const lookUp = vi.fn<(asked: unknown) => Promise<never>>(() => Promise.reject(new Error('down')));
  const remembering: Remembering = {
    lookups: { forget: tell('findings'), forgetAccount: tell('all findings'), lookUp },
    readings: { forget: tell('readings') },
    offers: { forget: tell('offers') },
    directory: async () => ({
      forget: tell('standing'),
      registers: {
        doubt: tellPlace('doubt'),
        endDoubt: tellPlace('end of doubt'),
        forgetRegister: tellPlace('no register'),
      },
    }),
    fill: () => void told.push('fill'),
  };
  return { told, lookUp, remembering };
}

test('after a change of the address what was known of both is forgotten', async () => {
  const { told, remembering } = setUp();
  await createForget(remembering)(ANY_INTENT.update, true);
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
  await createForget(remembering)(ANY_INTENT.tag, true);
  expect(told.toSorted()).toEqual(['findings a1 ada@lovelace.dev', 'readings']);
});

test('after a tag is renamed, offers and what was found of everybody are', async () => {
  const { told, remembering } = setUp();
  await createForget(remembering)(ANY_INTENT['rename-tag'], true);
  expect(told.toSorted()).toEqual(['all findings a1', 'offers a1', 'readings']);
});

describe('the right-click menu', () => {
  test.each([
    [ANY_INTENT['rename-tag'], ['rename Acme Mail 1 4 Gold', 'menu']],
    [ANY_INTENT['delete-tag'], ['forget Acme Mail 1 4', 'menu']],
    [{ ...ANY_INTENT['empty-list'], alsoTags: true }, ['forget Acme Mail 1 null', 'menu']],
    [ANY_INTENT['empty-list'], []],
    [ANY_INTENT.tag, []],
  ])('follows what has become of a tag, %#', async (intent, expected) => {
    const told: string[] = [];
    const of = ({ account, place }: Desk) => `${account.name} ${place?.id}`;
    const follow = createFollow({
      settings: {
        renameTag: async (desk, { id, name }) => void told.push(`rename ${of(desk)} ${id} ${name}`),
        forgetTags: async (desk, id) => void told.push(`forget ${of(desk)} ${id}`),
      },
      refreshMenus: async () => void told.push('menu'),
    });
    await follow(intent);
    expect(told).toEqual(expected);
  });
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

test('after an import nobody knows whom it brought, so its list is in doubt', async () => {
  const { told, remembering } = setUp();
  await createForget(remembering)(ANY_INTENT.import, true);
  expect(told.toSorted()).toEqual([
    'all findings a1',
    'doubt a1/1',
    'fill',
    'offers a1',
    'readings',
  ]);
});

test.each(['import', 'empty-list'] as const)(
  'after %s that was refused, its list is as it was',
  async (kind) => {
    const { told, remembering } = setUp();
    await createForget(remembering)(ANY_INTENT[kind], false);
    expect(told.toSorted()).toEqual(['all findings a1', 'offers a1', 'readings']);
  },
);

test('while the server is still at an import, catching up does not end the doubt', async () => {
  const { remembering } = setUp();
  const doubt = vi.fn<(key: RegisterKey, by: ImportUnderWay) => Promise<void>>(
    async () => undefined,
  );
  const { forget, registers } = await remembering.directory();
  const directory = async () => ({ forget, registers: { ...registers, doubt } });
  const began = Date.now();
  await createForget({ ...remembering, directory })(ANY_INTENT.import, true);
  expect(doubt.mock.calls[0]?.[1].until).toBeGreaterThan(began + 15 * 60_000);
});

test.each([
  [null, ['end of doubt a1/1 load-1', 'fill']],
  ['31', ['doubt a1/1 load-1', 'fill']],
])('an import that has the number %s once it is done: what is told is %j', async (jobId, told) => {
  const rig = setUp();
  await createSettleImport(rig.remembering)({ ...ANY_INTENT.import, jobId });
  expect(rig.told).toEqual(told);
});

test('the register of a list that was emptied goes', async () => {
  const { told, remembering } = setUp();
  await createForget(remembering)(ANY_INTENT['empty-list'], true);
  expect(told).toContain('no register a1/1');
});

test('whoever was deleted from a list is forgotten by address, and not looked up one by one', async () => {
  const { told, lookUp, remembering } = setUp();
  const intent = ANY_INTENT['delete-people'];
  await createForget(remembering)(intent, true);
  expect(told).toContain('standing a1 ben@lovelace.dev');
  expect(told).not.toContain('all standings a1');
  const receipt = { intent, state: 'done' } as Receipt; // no more of it is read
  await lookOnceMore(receipt, remembering);
  expect(lookUp).not.toHaveBeenCalled();
});
