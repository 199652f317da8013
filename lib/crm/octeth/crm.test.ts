import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { answerOf } from '../../people/findings';
import { foldAddress } from '../../people/address';
import { absent, notable, startSandbox } from '../../../sandbox/sandbox.ts';
import type { Sandbox } from '../../../sandbox/sandbox.ts';
import { CLICK, memoryOf, octethAccount, octethOn, targetIn } from '../testing/fakes';

const NEWSLETTER = '12';
const CUSTOMERS = '27';
const person = (name: keyof typeof notable) => foldAddress(notable[name].email);

describe.each(['seed', 'public'] as const)('Octeth, %s dialect', (dialect) => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ dialect, octethLimit: { calls: 1000, seconds: 1 } });
  });
  beforeEach(() => sandbox.reset());
  afterAll(() => sandbox.close());
  const limit = { calls: 1000, seconds: 1 };

  const asked = () => sandbox.log.map(({ command }) => command);

  test('somebody on two of three lists has two profiles, each with its own standing', async () => {
    const findings = await octethOn(sandbox, { limit }).find(person('ada'), CLICK);
    expect(findings.failure).toBeNull();
    expect(findings.places.map(({ outcome }) => outcome)).toEqual(['found', 'found', 'absent']);
    expect(findings.profiles.map(({ place, standings }) => [place?.name, standings])).toEqual([
      ['Newsletter', ['subscribed']],
      ['Customers', ['unsubscribed']],
    ]);
    expect(findings.profiles[0]?.name).toBe('Ada Lovelace');
    expect(findings.profiles[0]?.tags.map(({ name }) => name)).toEqual(['VIP', 'Trial']);
    expect(findings.profiles[0]?.journeys).toMatchObject([
      { id: '7', name: 'Welcome series', state: 'active' },
    ]);
  });

  test('with several lists only where she is costs a limited call', async () => {
    await octethOn(sandbox, { limit }).find(person('linus'), CLICK);
    expect(asked().filter((command) => command === 'subscriber.exists')).toHaveLength(3);
    expect(asked().filter((command) => command === 'subscriber.get')).toHaveLength(1);
  });

  test('with one list it is one request for somebody who is not there', async () => {
    const account = octethAccount(sandbox);
    const [newsletter] = account.lists;
    const lists = newsletter ? [newsletter] : [];
    const crm = octethOn(sandbox, { limit, account: { ...account, lists } });
    const findings = await crm.find(foldAddress(absent.nobody), CLICK);
    expect(answerOf(findings)).toBe('absent');
    expect(asked()).toEqual(['subscriber.get']);
  });

  test('a server without subscriber.exists is asked by subscriber.get', async () => {
    const older = await startSandbox({ dialect, lacks: ['subscriber.exists'] });
    try {
      const findings = await octethOn(older).find(person('linus'), CLICK);
      expect(findings.places.map(({ outcome }) => outcome)).toEqual(['found', 'absent', 'absent']);
    } finally {
      await older.close();
    }
  });

  test('a server that answers everything with a page is not taken for one without a command', async () => {
    sandbox.break({ do: 'html' });
    const findings = await octethOn(sandbox, { limit }).find(person('linus'), CLICK);
    expect(findings.failure).toMatchObject({ kind: 'web-page' });
    expect(answerOf(findings)).toBe('failed');
  });

  test.each([
    ['pending', 'pending'],
    ['unsubscribed', 'unsubscribed'],
    ['optOutPending', 'leaving'],
    ['softBounced', 'soft-bounced'],
    ['hardBounced', 'hard-bounced'],
    ['suppressed', 'suppressed'],
  ] as const)('law 6: %s is told as %s', async (name, standing) => {
    const findings = await octethOn(sandbox, { limit }).find(person(name), CLICK);
    expect(findings.profiles[0]?.standings[0]).toBe(standing);
  });

  test('law 1: an answer about somebody else is a failure, never a person', async () => {
    const other = {
      Success: true,
      ErrorCode: 0,
      SubscriberInformation: {
        SubscriberID: 1,
        EmailAddress: `x${person('ann')}`,
        SubscriptionStatus: 'Subscribed',
      },
      SubscriberTags: [],
      Suppressed: false,
    };
    sandbox.break({ command: 'subscriber.get', do: { replace: JSON.stringify(other) } });
    const findings = await octethOn(sandbox, { limit }).find(person('ann'), CLICK);
    expect(findings.profiles).toEqual([]);
    expect(findings.places[0]).toMatchObject({
      outcome: 'failed',
      failure: { kind: 'changed-shape' },
    });
    expect(answerOf(findings)).toBe('incomplete');
  });

  test('law 1: an address stored in capitals is the same address', async () => {
    const findings = await octethOn(sandbox, { limit }).find(person('upperCase'), CLICK);
    expect(findings.profiles[0]?.address).toBe('Margaret.Hamilton@Apollo.Example');
  });

  test('law 3: one list that fails hides no other, and nobody is said to be absent', async () => {
    const nobody = foldAddress(absent.nobody);
    sandbox.break({ command: 'subscriber.exists', do: 'empty', times: 1 });
    const findings = await octethOn(sandbox, { limit }).find(nobody, CLICK);
    expect(findings.places.map(({ outcome }) => outcome).toSorted()).toEqual([
      'absent',
      'absent',
      'failed',
    ]);
    expect(answerOf(findings)).toBe('incomplete');
  });

  test('law 3: a person whom exists knows and get does not is not called absent', async () => {
    const missing = { Success: false, ErrorCode: [3] };
    sandbox.break({ command: 'subscriber.get', do: { replace: JSON.stringify(missing) } });
    const findings = await octethOn(sandbox, { limit }).find(person('linus'), CLICK);
    expect(answerOf(findings)).toBe('incomplete');
  });

  test('journeys that cannot be read do not lose the person, and are not called none', async () => {
    sandbox.break({ command: 'subscriber.journey.list', do: 'empty' });
    const findings = await octethOn(sandbox, { limit }).find(person('linus'), CLICK);
    expect(findings.profiles).toHaveLength(1);
    expect(findings.profiles[0]?.journeysFailure).toMatchObject({ kind: 'changed-shape' });
  });

  test('how this server tells journeys is learnt once', async () => {
    const memory = memoryOf();
    await octethOn(sandbox, { limit, memory }).find(person('ada'), CLICK);
    expect(memory.learnt.journeysWithPerson).toBe(dialect === 'public');
  });

  test('where the fields of a list cannot be read, she is found without a name', async () => {
    sandbox.break({ command: 'customfields.get', do: 'html' });
    const findings = await octethOn(sandbox, { limit }).find(person('linus'), CLICK);
    expect(findings.profiles).toMatchObject([{ name: null, standings: ['subscribed'] }]);
  });

  test('the fields of a list are read once, however many are looked up', async () => {
    const crm = octethOn(sandbox, { limit });
    await Promise.all(
      [person('linus'), person('ann'), person('sam')].map((one) => crm.find(one, CLICK)),
    );
    expect(asked().filter((command) => command === 'customfields.get')).toHaveLength(1);
  });

  test('a limit told in the body of a reply is waited out by everybody', async () => {
    const full = { Success: false, ErrorCode: [429] };
    sandbox.break({
      command: 'subscriber.get',
      do: { replace: JSON.stringify(full) },
      times: 1,
    });
    const crm = octethOn(sandbox, { limit: { calls: 1000, seconds: 60 } });
    const before = Date.now();
    expect(answerOf(await crm.find(person('linus'), CLICK))).toBe('incomplete');
    const next = await crm.journeys(CLICK);
    const retryAt = !next.ok && next.failure.kind === 'busy' ? next.failure.retryAt : 0;
    expect(retryAt).toBeGreaterThanOrEqual(before + 60_000);
    expect(asked()).not.toContain('journey.list');
  });

  test('a wrong key is told as the key’s fault, for the account as a whole', async () => {
    const crm = octethOn({ ...sandbox, octeth: { ...sandbox.octeth, key: 'not-it' } }, { limit });
    const findings = await crm.find(person('ada'), CLICK);
    expect(findings.failure).toEqual({ kind: 'wrong-key', service: 'octeth' });
  });

  test('no key is in any URL (law 5)', async () => {
    await octethOn(sandbox, { limit }).find(person('ada'), CLICK);
    expect(sandbox.log.length).toBeGreaterThan(3);
    for (const { url } of sandbox.log) expect(url).toBe('/api.php');
  });

  test('a tag is put on her and taken off, on the list named and no other', async () => {
    const crm = octethOn(sandbox, { limit });
    const target = targetIn(await crm.find(person('linus'), CLICK), NEWSLETTER);
    const tag = await crm.ensureTag(target.place, 'vip', CLICK);
    expect(tag).toEqual({ ok: true, value: { id: '4', name: 'VIP' } });
    expect(await crm.tag(target, '4', CLICK)).toEqual({ ok: true, value: null });
    expect(sandbox.world.tagsOf(12, notable.linus.email)).toEqual(['VIP']);
    const again = await crm.reread(target, CLICK);
    expect(again).toMatchObject({ ok: true, value: { tags: [{ id: '4', name: 'VIP' }] } });
    expect(await crm.untag(target, '4', CLICK)).toEqual({ ok: true, value: null });
    expect(sandbox.world.tagsOf(12, notable.linus.email)).toEqual([]);
    expect(sandbox.log.map(({ body }) => body).join()).not.toMatch(/rules/i);
  });

  test('a new tag is made once, and the second time found', async () => {
    const crm = octethOn(sandbox, { limit });
    const place = { id: NEWSLETTER, name: 'Newsletter' };
    const made = await crm.ensureTag(place, 'Summer school', CLICK);
    const found = await crm.ensureTag(place, 'summer SCHOOL', CLICK);
    expect(made.ok && found.ok && made.value.id === found.value.id).toBe(true);
    expect(asked().filter((command) => command === 'subscriber.tags.create')).toHaveLength(1);
  });

  test('versions that name the list and the tag otherwise find their own word for it', async () => {
    const crm = octethOn(sandbox, { limit });
    const target = targetIn(await crm.find(person('linus'), CLICK), NEWSLETTER);
    await crm.tag(target, '4', CLICK);
    await crm.ensureTag(target.place, 'Harbour day', CLICK);
    const bodies = sandbox.log.map(({ body }) => JSON.parse(body));
    for (const { ListID, SubscriberListID } of bodies) {
      expect(ListID).toBeTypeOf('number');
      expect(SubscriberListID).toBe(ListID);
    }
    const names = { TagName: 'Harbour day', Tag: 'Harbour day' };
    expect(bodies).toContainEqual(expect.objectContaining(names));
  });

  test('a tag that somebody else made in between is read again', async () => {
    const crm = octethOn(sandbox, { limit });
    sandbox.break({
      command: 'subscriber.tags.get',
      do: { replace: '{"Success":true,"Tags":[]}' },
      times: 1,
    });
    const place = { id: NEWSLETTER, name: 'Newsletter' };
    expect(await crm.ensureTag(place, 'VIP', CLICK)).toMatchObject({
      ok: true,
      value: { id: '4' },
    });
  });

  test('law 8: a write without a person’s number is refused before any request', async () => {
    const crm = octethOn(sandbox, { limit });
    const target = targetIn(await crm.find(person('linus'), CLICK), NEWSLETTER);
    sandbox.log.length = 0;
    for (const profileId of ['', '0', '-1', '1,2', '1 OR 1', '9'.repeat(30)]) {
      expect(await crm.tag({ ...target, profileId }, '4', CLICK)).toMatchObject({ ok: false });
    }
    expect(await crm.tag(target, '', CLICK)).toMatchObject({ ok: false });
    expect(sandbox.log).toEqual([]);
  });

  test('law 2: a write for another account is refused before any request', async () => {
    const crm = octethOn(sandbox, { limit });
    const target = targetIn(await crm.find(person('linus'), CLICK), NEWSLETTER);
    sandbox.log.length = 0;
    const elsewhere = { ...target, account: { ...target.account, id: 'octeth-2' } };
    expect(await crm.tag(elsewhere, '4', CLICK)).toMatchObject({ ok: false });
    expect(sandbox.log).toEqual([]);
  });

  test('a journey is triggered and left', async () => {
    const crm = octethOn(sandbox, { limit });
    const target = targetIn(await crm.find(person('linus'), CLICK), NEWSLETTER);
    const journey = { id: '7', name: 'Welcome series' };
    expect(await crm.triggerJourney(target, journey, CLICK)).toEqual({ ok: true, value: null });
    expect(sandbox.world.journeysOf(12, notable.linus.email)).toHaveLength(1);
    expect(await crm.leaveJourney(target, journey, CLICK)).toEqual({ ok: true, value: null });
    expect(sandbox.world.journeysOf(12, notable.linus.email)).toHaveLength(0);
  });

  test('a disabled journey is offered as disabled and refused with a reason', async () => {
    const crm = octethOn(sandbox, { limit });
    const journeys = await crm.journeys(CLICK);
    expect(journeys).toMatchObject({ ok: true });
    expect(journeys.ok && journeys.value.map(({ id, enabled }) => [id, enabled])).toEqual([
      ['7', true],
      ['8', true],
      ['9', false],
    ]);
    const target = targetIn(await crm.find(person('linus'), CLICK), NEWSLETTER);
    const refused = await crm.triggerJourney(target, { id: '9', name: 'Summer sale' }, CLICK);
    expect(refused).toMatchObject({ ok: false, failure: { kind: 'refused' } });
    expect(refused.ok || JSON.stringify(refused.failure)).toMatch(/disabled/i);
  });

  test('tags are offered for each list, with how many carry them', async () => {
    const tags = await octethOn(sandbox, { limit }).tags(CLICK);
    expect(tags.ok && tags.value.filter(({ name }) => name === 'VIP').map(({ id }) => id)).toEqual([
      '4',
      '9',
    ]);
    expect(tags.ok && tags.value.every(({ place, people }) => place && people !== null)).toBe(true);
  });

  test('law 6: somebody is added with the address and time given, and never updated', async () => {
    const crm = octethOn(sandbox, { limit });
    const newcomer = {
      account: crm.account,
      place: { id: NEWSLETTER, name: 'Newsletter' },
      address: foldAddress(absent.nobody),
      firstName: 'No',
      lastName: 'Body',
      standing: 'pending' as const,
      ipAddress: '203.0.113.7',
      way: 'create' as const,
      since: null,
      fields: [],
    };
    expect(await crm.add({ ...newcomer, ipAddress: null }, CLICK)).toMatchObject({
      ok: false,
      failure: { kind: 'bad-input', field: 'ipAddress' },
    });
    expect(sandbox.log).toEqual([]);
    expect(await crm.add(newcomer, CLICK)).toEqual({ ok: true, value: null });
    expect(sandbox.world.subscriber(12, absent.nobody)).toMatchObject({
      status: 'Opt-In Pending',
      subscriptionIp: '203.0.113.7',
    });
    const added = await crm.find(newcomer.address, CLICK);
    expect(added.profiles[0]?.name).toBe('No Body');
    const twice = await crm.add(newcomer, CLICK);
    expect(twice).toMatchObject({ ok: false, failure: { kind: 'refused', code: 20 } });
    const unsubscribed = { ...newcomer, address: person('unsubscribed') };
    expect(await crm.add(unsubscribed, CLICK)).toMatchObject({ ok: false });
    expect(sandbox.log.map(({ body }) => body).join()).not.toMatch(/UpdateIf/i);
  });

  test('a key without the permission is told with the permission’s name', async () => {
    sandbox.world.permissions = 'Subscribers.Get';
    const tags = await octethOn(sandbox, { limit }).tags(CLICK);
    expect(tags).toEqual({
      ok: false,
      failure: { kind: 'not-allowed', permission: 'List.Update' },
    });
    sandbox.world.permissions = '*';
  });

  test('the customers list keeps its own standing apart from the newsletter’s', async () => {
    const findings = await octethOn(sandbox, { limit }).find(person('everywhere'), CLICK);
    const customers = findings.profiles.find(({ place }) => place?.id === CUSTOMERS);
    expect(customers?.standings).toEqual(['pending']);
  });
});
