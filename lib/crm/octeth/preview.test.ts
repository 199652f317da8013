import { beforeEach, describe, expect, test } from 'vitest';
import { foldAddress } from '../../people/address';
import type { Target } from '../../people/intent';
import { notable } from '../../../sandbox/sandbox.ts';
import { CLICK, memoryOf } from '../testing/fakes';
import { DIALECTS, NEWSLETTER, useOcteth } from '../testing/use-octeth';

const FROM = '192.0.2.7';
const DAY_MS = 24 * 3_600_000;
const DONE = { ok: true, value: null };
const told = (value: object) => ({ ok: true, value });

describe.each(DIALECTS)('Octeth, %s dialect: a preview', (dialect) => {
  const octeth = useOcteth({ dialect });
  let clock = 0;
  let memory = memoryOf();
  beforeEach(() => {
    clock = Date.UTC(2026, 10, 20, 9);
    memory = memoryOf();
  });

  const crm = (heard: () => void = () => undefined) =>
    octeth.crm({
      memory,
      retryMs: 0,
      now: () => clock,
      heard: (operation) => operation === 'subscriber.unsubscribe' && heard(),
    });
  const rowOf = (name: keyof typeof notable) => octeth.world.subscriber(12, notable[name].email)!;
  const targetOf = (name: keyof typeof notable): Target => ({
    account: crm().account,
    place: NEWSLETTER,
    profileId: String(rowOf(name).id),
    address: foldAddress(notable[name].email),
  });
  const sent = () =>
    octeth.sandbox.log
      .filter(({ command }) => command === 'subscriber.unsubscribe')
      .map(({ body }) => JSON.parse(body) as Record<string, unknown>);
  const preview = (name: keyof typeof notable) =>
    crm().previewUnsubscribe(targetOf(name), FROM, CLICK);
  const unsubscribe = (name: keyof typeof notable, suppress = false) =>
    crm().unsubscribe(targetOf(name), { ipAddress: FROM, suppress }, CLICK);
  const prove = () => memory.learn({ preview: { verdict: 'honoured', at: clock } });

  test('is not asked of a server that was not seen to heed it', async () => {
    expect(await preview('linus')).toEqual(told({ outcome: 'untold', why: 'untried' }));
    expect(octeth.sandbox.log).toEqual([]);
  });

  test('is tried on whoever is to be unsubscribed, and asked for from then on', async () => {
    expect(await unsubscribe('linus')).toEqual(DONE);
    expect(rowOf('linus').status).toBe('Unsubscribed');
    expect(sent()).toMatchObject([{ Preview: 1, SubscriberID: rowOf('linus').id }, {}]);
    expect(sent()[1]).not.toHaveProperty('Preview');
    expect(memory.learnt.preview).toEqual({ verdict: 'honoured', at: clock });

    expect(await preview('ann')).toEqual(told({ outcome: 'would' }));
    expect(rowOf('ann').status).toBe('Subscribed');
    expect(await preview('linus')).toMatchObject(
      told({ outcome: 'would-not', failure: { kind: 'refused', code: 9 } }),
    );
    octeth.sandbox.log.length = 0;
    expect(await unsubscribe('ann')).toEqual(DONE);
    expect(sent()).toHaveLength(1);
  });

  test('that is taken for the deed is the deed, sent once; and nobody is asked about again', async () => {
    octeth.sandbox.become({ preview: 'ignored' });
    expect(await unsubscribe('linus')).toEqual(DONE);
    expect(rowOf('linus')).toMatchObject({ status: 'Unsubscribed', unsubscriptionIp: FROM });
    expect(sent()).toHaveLength(1);
    expect(memory.learnt.preview?.verdict).toBe('ignored');
    octeth.sandbox.log.length = 0;
    expect(await preview('ann')).toEqual(told({ outcome: 'untold', why: 'ignored' }));
    expect(octeth.sandbox.log).toEqual([]);
    expect(await unsubscribe('ann')).toEqual(DONE);
    expect(sent()).toHaveLength(1);
    expect(sent()[0]).not.toHaveProperty('Preview');
  });

  test('never carries suppression, and is not tried where she is to be suppressed', async () => {
    octeth.sandbox.become({ preview: 'ignored' });
    expect(await unsubscribe('linus', true)).toEqual(DONE);
    expect(sent()).toMatchObject([{ AddToGlobalSuppression: true }]);
    expect(octeth.world.isSuppressed(notable.linus.email)).toBe(true);
    await unsubscribe('ann');
    expect(sent()[1]).toMatchObject({ Preview: 1 });
    expect(sent()[1]).not.toHaveProperty('AddToGlobalSuppression');
  });

  test('is not asked for a day after it was last seen to be heeded, and tried once more', async () => {
    await prove();
    clock += DAY_MS - 1;
    expect(await preview('ann')).toEqual(told({ outcome: 'would' }));
    // Each answer shows it anew.
    clock += DAY_MS - 1;
    expect(await preview('ann')).toEqual(told({ outcome: 'would' }));
    clock += DAY_MS + 1;
    expect(await preview('ann')).toEqual(told({ outcome: 'untold', why: 'untried' }));
    octeth.sandbox.log.length = 0;
    await unsubscribe('ann');
    expect(sent()).toHaveLength(2);
  });

  test('of a server that was downgraded: what happened is said, and it is asked no more', async () => {
    await prove();
    octeth.sandbox.become({ preview: 'ignored' });
    expect(await preview('linus')).toEqual(told({ outcome: 'out' }));
    expect(memory.learnt.preview).toEqual({ verdict: 'ignored', at: clock });
    expect(await preview('ann')).toEqual(told({ outcome: 'untold', why: 'ignored' }));
    expect(rowOf('ann').status).toBe('Subscribed');
    // Upgraded again, it is tried a day later with somebody who is to go.
    octeth.sandbox.become({ preview: 'honoured' });
    clock += DAY_MS + 1;
    await unsubscribe('ann');
    expect(memory.learnt.preview?.verdict).toBe('honoured');
    expect(await preview('upperCase')).toEqual(told({ outcome: 'would' }));
  });

  test('whose answer is lost is not certain, and what came of it is looked at all the same', async () => {
    await prove();
    octeth.sandbox.break({ command: 'subscriber.unsubscribe', do: 'act-then-drop', times: 1 });
    expect(await preview('linus')).toMatchObject(
      told({ outcome: 'unsure', failure: { kind: 'offline' } }),
    );
    expect(memory.learnt.preview).toBeNull();
    await prove();
    octeth.sandbox.become({ preview: 'ignored' });
    octeth.sandbox.break({ command: 'subscriber.unsubscribe', do: 'act-then-drop', times: 1 });
    expect(await preview('linus')).toEqual(told({ outcome: 'out' }));
  });

  test('that could not be looked at afterwards is not certain, and nobody else goes the same way', async () => {
    await prove();
    octeth.sandbox.become({ preview: 'ignored' });
    const verdicts: unknown[] = [];
    const blinded = crm(() => {
      verdicts.push(memory.learnt.preview);
      octeth.sandbox.break({ command: 'subscriber.get', do: { status: 500 } });
    });
    expect(await blinded.previewUnsubscribe(targetOf('linus'), FROM, CLICK)).toMatchObject(
      told({ outcome: 'unsure', failure: { kind: 'server-error' } }),
    );
    expect(rowOf('linus').status).toBe('Unsubscribed');
    // Forgotten before it was sent: should the worker die now, nothing is relied on either.
    expect(verdicts).toEqual([null]);
    octeth.sandbox.mend();
    expect(await preview('ann')).toEqual(told({ outcome: 'untold', why: 'untried' }));
    expect(rowOf('ann').status).toBe('Subscribed');
  });

  test('that the server is too busy for leaves no doubt, and takes nothing from what was seen', async () => {
    await prove();
    octeth.sandbox.break({ command: 'subscriber.unsubscribe', do: { status: 429 } });
    expect(await preview('linus')).toMatchObject({ ok: false, failure: { kind: 'busy' } });
    expect(memory.learnt.preview).toEqual({ verdict: 'honoured', at: clock });
  });

  test('law 3: who has confirmed meanwhile has not left, and is unsubscribed after all', async () => {
    const confirms = () => (rowOf('pending').status = 'Subscribed');
    const how = { ipAddress: FROM, suppress: false };
    let isFirst = true;
    const confirming = crm(() => {
      if (isFirst) confirms();
      isFirst = false;
    });
    expect(await confirming.unsubscribe(targetOf('pending'), how, CLICK)).toEqual(DONE);
    expect(rowOf('pending').status).toBe('Unsubscribed');
    expect(sent()).toHaveLength(2);
    expect(memory.learnt.preview).toBeNull();

    rowOf('pending').status = 'Opt-In Pending';
    await prove();
    const asking = crm(confirms);
    expect(await asking.previewUnsubscribe(targetOf('pending'), FROM, CLICK)).toEqual(
      told({ outcome: 'would' }),
    );
    expect(memory.learnt.preview).toBeNull();
  });

  test('that a server will not have does not stand in the way of the deed', async () => {
    const replace = JSON.stringify({ Success: false, ErrorCode: 5 });
    octeth.sandbox.break({ command: 'subscriber.unsubscribe', do: { replace }, times: 1 });
    expect(await unsubscribe('linus')).toEqual(DONE);
    expect(rowOf('linus').status).toBe('Unsubscribed');
    expect(memory.learnt.preview).toBeNull();
  });

  test('that could not be looked at afterwards is not learnt from, and the deed is done', async () => {
    const target = targetOf('linus');
    const [status] = [rowOf('linus').status];
    const crmOnce = crm(() =>
      octeth.sandbox.break({ command: 'subscriber.get', do: { status: 500 } }),
    );
    const how = { ipAddress: FROM, suppress: false };
    expect(await crmOnce.unsubscribe(target, how, CLICK)).toEqual(DONE);
    expect([status, rowOf('linus').status]).toEqual(['Subscribed', 'Unsubscribed']);
    expect(memory.learnt.preview).toBeNull();
  });

  test('is not called heeded by a look that lags behind: the deed is refused as done already', async () => {
    octeth.sandbox.become({ preview: 'ignored' });
    const { id } = rowOf('linus');
    const row = { SubscriberID: id, EmailAddress: notable.linus.email };
    const SubscriberInformation = { ...row, SubscriptionStatus: 'Subscribed' };
    const reply = { Success: true, SubscriberInformation, Suppressed: false, SubscriberTags: [] };
    octeth.sandbox.break({ command: 'subscriber.get', do: { replace: JSON.stringify(reply) } });
    expect(await unsubscribe('linus')).toMatchObject({ failure: { kind: 'refused', code: 9 } });
    expect(memory.learnt.preview).toBeNull();
  });

  test('that was lost after a yes leaves doubt, and is never called done', async () => {
    octeth.sandbox.break({ command: 'subscriber.unsubscribe', do: 'reset', times: 1 });
    expect(await unsubscribe('linus')).toMatchObject({ ok: false, failure: { kind: 'offline' } });
    expect(rowOf('linus').status).toBe('Subscribed');
  });

  test('is not relied on once anything says that the server is another', async () => {
    await memory.learn({ rules: 'typed' });
    await prove();
    octeth.sandbox.become({ rules: 'flat' });
    const search = { by: 'address', part: 'ann@liddell' } as const;
    await crm().searchPeople(NEWSLETTER, { search, from: 0 }, CLICK);
    expect(memory.learnt).toMatchObject({ rules: 'flat', preview: null });

    await memory.learn({ journeysWithPerson: true, journeysSeenAt: 0 });
    await prove();
    octeth.sandbox.become({ dialect: 'seed' });
    await crm().reread(targetOf('ada'), CLICK);
    expect(memory.learnt).toMatchObject({ journeysWithPerson: false, preview: null });
  });

  test('law 1: asks about nobody under a number that is somebody else’s', async () => {
    await prove();
    const target = { ...targetOf('ada'), profileId: targetOf('linus').profileId };
    expect(await crm().previewUnsubscribe(target, FROM, CLICK)).toEqual({
      ok: false,
      failure: { kind: 'not-found', what: 'person' },
    });
    expect(sent()).toEqual([]);
  });

  test('law 6: without an IP address nothing is asked, and none is made up', async () => {
    await prove();
    expect(await crm().previewUnsubscribe(targetOf('linus'), ' ', CLICK)).toMatchObject({
      failure: { kind: 'bad-input', field: 'ipAddress' },
    });
    expect(octeth.sandbox.log).toEqual([]);
  });
});
