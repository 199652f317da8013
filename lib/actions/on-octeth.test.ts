/** Writes that go all the way: the outbox over the real client, against the sandbox. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { notable, startSandbox } from '../../sandbox/sandbox.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import type { Learnt } from '../crm/needs';
import { memoryOf, octethAccount, octethOn } from '../crm/testing/fakes';
import { foldAddress } from '../people/address';
import type { Agreed, Concern } from '../people/concern';
import type { Intent, Target } from '../people/intent';
import { outboxOver } from './testing/real-outbox';

const NEWSLETTER = { id: '12', name: 'Newsletter' };
const CUSTOMERS = { id: '27', name: 'Customers' };
const limit = { calls: 1000, seconds: 1 };

describe.each(['seed', 'public'] as const)('on Octeth, %s dialect', (dialect) => {
  let sandbox: Sandbox;
  let clock = 0;
  beforeAll(async () => {
    sandbox = await startSandbox({ dialect, octethLimit: limit });
  });
  beforeEach(() => {
    sandbox.reset();
    indexedDB = new IDBFactory();
    clock = Date.UTC(2026, 10, 20, 9);
  });
  afterAll(() => sandbox.close());

  /** A new worker, to which only these lists are searched. */
  function outboxFor(lists = [NEWSLETTER, CUSTOMERS], learnt: Partial<Learnt> = {}) {
    const searched = lists.map((list) => ({ ...list, searched: true }));
    const account = octethAccount(sandbox, { lists: searched });
    const now = () => clock;
    const crm = octethOn(sandbox, { account, limit, retryMs: 0, memory: memoryOf(learnt), now });
    return outboxOver(crm, now);
  }
  const account = { id: 'octeth-1', name: 'Harbour', system: 'octeth' as const };
  const targetOf = (name: keyof typeof notable): Target => ({
    account,
    place: NEWSLETTER,
    profileId: String(sandbox.world.subscriber(12, notable[name].email)?.id),
    address: foldAddress(notable[name].email),
  });
  /** Says yes to whatever is asked, and types what is to be typed. */
  async function act(intent: Intent, outbox = outboxFor()) {
    const first = await outbox.act({ intent, agreed: [] });
    const asked: Concern[] = first.outcome === 'needs-yes' ? first.concerns : [];
    const agreed: Agreed = asked.map((concern) =>
      concern.kind === 'type-name' ? { ...concern, typed: concern.name } : concern,
    );
    const reply = first.outcome === 'receipt' ? first : await outbox.act({ intent, agreed });
    if (reply.outcome !== 'receipt') throw new Error('asked once more');
    return { asked, receipt: reply.receipt };
  }
  const sent = (command: string) => sandbox.log.filter((entry) => entry.command === command);
  const moveTo = (after: string): Intent => ({
    kind: 'update',
    target: targetOf('ann'),
    fields: [],
    newAddress: { before: notable.ann.email, after },
  });

  test('law 6: how a new address stands on another list is asked about, and costs no more than it must', async () => {
    const there = sandbox.world.subscriber(27, notable.unsubscribed.email);
    const elsewhere = 'gone@elsewhere.example';
    const ada = sandbox.world.subscriber(27, notable.ada.email);
    if (!ada) throw new Error('Ada is a customer');
    Object.assign(there ?? ada, { email: elsewhere, status: 'Unsubscribed' });
    const { asked, receipt } = await act(moveTo(elsewhere));
    expect(asked).toContainEqual({
      kind: 'address-standing',
      standing: 'unsubscribed',
      place: CUSTOMERS,
      name: elsewhere,
    });
    expect(receipt.state).toBe('done');
    expect(sandbox.world.subscriber(12, elsewhere)).toBeDefined();
  });

  test('an address that somebody on the list has is refused before anything is sent', async () => {
    const outbox = outboxFor([NEWSLETTER]);
    await expect(act(moveTo(notable.linus.email), outbox)).rejects.toMatchObject({
      failure: { kind: 'bad-input', reason: expect.stringContaining(notable.linus.email) },
    });
    expect(sent('subscriber.update')).toEqual([]);
    const named = sent('subscriber.get').filter(({ body }) => body.includes(notable.linus.email));
    expect(named).toHaveLength(1);
  });

  test('law 3: a lost deletion is not told as done when the number carries another address', async () => {
    const intent: Intent = { kind: 'delete', target: targetOf('linus') };
    const row = sandbox.world.subscriber(12, notable.linus.email);
    sandbox.break({ command: 'subscribers.delete', do: 'reset' });
    const outbox = outboxFor([NEWSLETTER]);
    const concerns = await outbox.act({ intent, agreed: [] });
    const [typed] = concerns.outcome === 'needs-yes' ? concerns.concerns : [];
    if (typed?.kind !== 'type-name' || !row) throw new Error('it asks for the address');
    const agreed = [{ ...typed, typed: typed.name }];
    const { receipt } = (await outbox.act({ intent, agreed })) as { receipt: { id: string } };
    row.email = 'torvalds@elsewhere.example';
    sandbox.mend();
    clock += 3_600_000;
    const settled = await outbox.settle(receipt.id);
    expect(settled).toMatchObject({
      state: 'unknown',
      failure: { reason: expect.stringContaining('another address') },
    });
    expect(sandbox.world.subscriberById(12, row.id)).toBe(row);
  });

  test('law 3: a tag whose list is no longer searched is not told as deleted', async () => {
    const desk = { account, place: NEWSLETTER };
    const intent: Intent = { kind: 'delete-tag', desk, tag: { id: '4', name: 'VIP' }, people: 0 };
    sandbox.break({
      command: 'subscriber.tags.delete',
      do: { replace: '{"Success":false,"ErrorCode":429}' },
    });
    const { receipt } = await act(intent, outboxFor());
    expect(receipt.state).toBe('planned');
    clock += 120_000;
    const later = outboxFor([CUSTOMERS]);
    await later.resume();
    expect(await later.receipts()).toMatchObject([
      { state: 'refused', failure: { reason: expect.stringContaining('not searched') } },
    ]);
    expect(sandbox.world.tags.some(({ id, listId }) => id === 4 && listId === 12)).toBe(true);
  });

  test.each(['typed', 'flat'] as const)(
    'ticked people are deleted where rules are %s',
    async (rules) => {
      sandbox.become({ rules });
      const people = [targetOf('ann'), targetOf('linus')].map(({ profileId, address }) => ({
        id: profileId,
        name: address,
      }));
      const before = sandbox.world.onList(12).length;
      const intent: Intent = {
        kind: 'delete-people',
        desk: { account, place: NEWSLETTER },
        people,
      };
      const { receipt } = await act(intent);
      expect(receipt).toMatchObject({ state: 'done' });
      expect(receipt).not.toHaveProperty('already');
      expect(sandbox.world.onList(12)).toHaveLength(before - 2);
      expect(
        sent('subscribers.delete')
          .map(({ body }) => body)
          .join(),
      ).not.toMatch(/rules/i);
      expect((await act(intent)).receipt).toMatchObject({ state: 'done', already: true });
    },
  );

  test.each(['honoured', 'ignored'] as const)(
    'somebody is unsubscribed once, by a server that has its previews %s, whatever is lost',
    async (preview) => {
      sandbox.become({ preview });
      const intent = (name: keyof typeof notable): Intent => ({
        kind: 'unsubscribe',
        target: targetOf(name),
        ipAddress: '192.0.2.7',
        suppress: false,
      });
      expect((await act(intent('linus'))).receipt).toMatchObject({ state: 'done' });
      sandbox.break({ command: 'subscriber.unsubscribe', do: 'act-then-drop', times: 1 });
      expect((await act(intent('ann'))).receipt).toMatchObject({ state: 'done' });
      for (const name of ['linus', 'ann'] as const) {
        expect(sandbox.world.subscriber(12, notable[name].email)?.status).toBe('Unsubscribed');
      }
    },
  );
});
