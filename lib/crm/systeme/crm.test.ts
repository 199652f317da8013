import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { foldAddress } from '../../people/address';
import { answerOf } from '../../people/findings';
import { absent, notable, startSandbox } from '../../../sandbox/sandbox.ts';
import type { Sandbox } from '../../../sandbox/sandbox.ts';
import { CLICK, memoryOf, systemeOn, targetIn } from '../testing/fakes';

const person = (name: keyof typeof notable) => foldAddress(notable[name].email);
const limit = { calls: 1000, seconds: 1 };

describe.each(['seed', 'public'] as const)('Systeme.io, %s dialect', (dialect) => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ dialect, matonLimit: limit });
  });
  beforeEach(() => sandbox.reset());
  afterAll(() => sandbox.close());

  const findAll = async (
    crm: ReturnType<typeof systemeOn>,
    address: Parameters<typeof crm.find>[0],
  ) => {
    let findings = await crm.find(address, CLICK);
    while (answerOf(findings) === 'searching') findings = await crm.find(address, CLICK);
    return findings;
  };

  test('somebody is found with name, standing and tags', async () => {
    const findings = await findAll(systemeOn(sandbox, { limit }), person('ada'));
    expect(findings.profiles).toMatchObject([
      {
        place: null,
        name: 'Ada Lovelace',
        standings: ['subscribed'],
        tags: [{ id: '501', name: 'Buyer' }],
      },
    ]);
    expect(findings.places).toMatchObject([{ outcome: 'found' }]);
  });

  test('somebody who is nowhere is called absent only after everything was read', async () => {
    const findings = await findAll(systemeOn(sandbox, { limit }), foldAddress(absent.nobody));
    expect(answerOf(findings)).toBe('absent');
    const walked = { passed: sandbox.world.right.contacts.length, complete: true };
    expect(findings.walk).toEqual(dialect === 'seed' ? walked : null);
  });

  test('law 1: what a server that ignores the filter answers with is nobody’s', async () => {
    const memory = memoryOf({ emailFilter: 'honoured' });
    const findings = await findAll(
      systemeOn(sandbox, { limit, memory }),
      foldAddress(absent.nobody),
    );
    expect(findings.profiles).toEqual([]);
    expect(memory.learnt.emailFilter).toBe(dialect === 'seed' ? 'ignored' : 'honoured');
  });

  test('law 1: a reply that holds her and somebody else was not filtered, and is remembered so', async () => {
    const memory = memoryOf({ emailFilter: 'honoured' });
    const items = [notable.ann.email, notable.ada.email].map((email, index) => ({
      ...{ id: index + 1, email, tags: [] },
      ...{ unsubscribed: false, bounced: false },
    }));
    sandbox.break({
      command: 'GET /contacts',
      do: { replace: JSON.stringify({ items, hasMore: false }) },
    });
    await systemeOn(sandbox, { limit, memory }).find(person('ada'), CLICK);
    expect(memory.learnt.emailFilter).toBe('ignored');
  });

  test('law 1: an address that holds hers is not hers', async () => {
    const findings = await findAll(systemeOn(sandbox, { limit }), person('ann'));
    expect(findings.profiles.map(({ address }) => address)).toEqual([notable.ann.email]);
  });

  test.each([
    ['systemeUnsubscribed', 'unsubscribed'],
    ['hardBounced', 'hard-bounced'],
    ['systemeUnconfirmed', 'pending'],
  ] as const)('law 6: %s is told as %s', async (name, standing) => {
    const findings = await findAll(systemeOn(sandbox, { limit }), person(name));
    expect(findings.profiles[0]?.standings).toEqual([standing]);
  });

  test('law 2: the connection is named on every request, and no key is in a URL', async () => {
    const crm = systemeOn(sandbox, { limit });
    const target = targetIn(await findAll(crm, person('ada')));
    await crm.tags(CLICK);
    await crm.tag(target, '503', CLICK);
    expect(sandbox.log.length).toBeGreaterThan(2);
    for (const { headers, url } of sandbox.log) {
      expect(headers['maton-connection']).toBe(sandbox.maton.connection);
      expect(url).not.toContain(sandbox.maton.key);
    }
  });

  test('all tags are offered, not the first page of them', async () => {
    const tags = await systemeOn(sandbox, { limit }).tags(CLICK);
    expect(tags.ok && tags.value).toHaveLength(12);
  });

  test('a tag is put on and taken off, twice each without harm', async () => {
    const crm = systemeOn(sandbox, { limit });
    const target = targetIn(await findAll(crm, person('ada')));
    const ok = { ok: true, value: null };
    expect(await crm.tag(target, '503', CLICK)).toEqual(ok);
    expect(await crm.tag(target, '503', CLICK)).toEqual(ok);
    expect(sandbox.world.contactTagsOf(notable.ada.email)).toContain('VIP');
    expect(await crm.untag(target, '503', CLICK)).toEqual(ok);
    expect(await crm.untag(target, '503', CLICK)).toEqual(ok);
    expect(await crm.reread(target, CLICK)).toMatchObject({ value: { tags: [{ id: '501' }] } });
  });

  test('a tag that does not exist is refused, not called done', async () => {
    const crm = systemeOn(sandbox, { limit });
    const target = targetIn(await findAll(crm, person('ada')));
    expect(await crm.tag(target, '99999', CLICK)).toMatchObject({
      ok: false,
      failure: { kind: 'refused' },
    });
  });

  test('a new tag is made once, and the second time found', async () => {
    const crm = systemeOn(sandbox, { limit });
    const made = await crm.ensureTag(null, { name: 'Summer school' }, CLICK);
    const found = await crm.ensureTag(null, { name: 'summer SCHOOL' }, CLICK);
    expect(made.ok && found.ok && made.value.id === found.value.id).toBe(true);
  });

  test('law 8: a write without a number of its own is refused before any request', async () => {
    const crm = systemeOn(sandbox, { limit });
    const target = targetIn(await findAll(crm, person('ada')));
    sandbox.log.length = 0;
    expect(await crm.tag({ ...target, profileId: '1/tags' }, '503', CLICK)).toMatchObject({
      ok: false,
    });
    expect(await crm.untag(target, '../..', CLICK)).toMatchObject({ ok: false });
    expect(sandbox.log).toEqual([]);
  });

  test('journeys are refused in words', async () => {
    const crm = systemeOn(sandbox, { limit });
    const target = targetIn(await findAll(crm, person('ada')));
    expect(await crm.triggerJourney(target, { id: '7', name: 'x' }, CLICK)).toMatchObject({
      failure: { kind: 'refused' },
    });
  });

  test('somebody added has the name that was given, whichever way this server takes it', async () => {
    const crm = systemeOn(sandbox, { limit });
    const newcomer = {
      account: crm.account,
      place: null,
      address: foldAddress(absent.nobody),
      firstName: 'No',
      lastName: 'Body',
      standing: 'subscribed' as const,
      ipAddress: null,
      way: 'create' as const,
      since: null,
      fields: [],
    };
    expect(await crm.add(newcomer, CLICK)).toEqual({ ok: true, value: null });
    const findings = await findAll(crm, newcomer.address);
    expect(findings.profiles[0]?.name).toBe('No Body');
    expect(await crm.add(newcomer, CLICK)).toMatchObject({
      ok: false,
      failure: { kind: 'refused' },
    });
  });

  test('who refused a key is told apart: Maton, or Systeme.io behind it', async () => {
    const wrong = { ...sandbox, maton: { ...sandbox.maton, key: 'mtn_wrong' } };
    const byMaton = await systemeOn(wrong, { limit }).find(person('ada'), CLICK);
    expect(byMaton.failure).toEqual({ kind: 'wrong-key', service: 'maton' });
    sandbox.world.breakKey(sandbox.maton.connection);
    const bySysteme = await systemeOn(sandbox, { limit }).find(person('ada'), CLICK);
    expect(bySysteme.failure).toEqual({ kind: 'wrong-key', service: 'systeme' });
  });

  test('a connection that is not active is told as such', async () => {
    const gone = { ...sandbox, maton: { ...sandbox.maton, connection: 'gone' } };
    const findings = await systemeOn(gone, { limit }).find(person('ada'), CLICK);
    expect(findings.failure).toEqual({ kind: 'no-connection' });
  });
});
