import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { foldAddress } from '../../people/address';
import { notable, startSandbox } from '../../../sandbox/sandbox.ts';
import type { Sandbox } from '../../../sandbox/sandbox.ts';
import { CLICK, systemeOn } from '../testing/fakes';

const limit = { calls: 1000, seconds: 1 };
const OK = { ok: true, value: null };
const sourdough = { id: '302', name: 'Sourdough from scratch' };
const watercolour = { id: '301', name: 'Watercolour for beginners' };
const studio = { id: '801', name: 'The studio' };
const full = { type: 'full_access' } as const;

describe.each(['seed', 'public'] as const)('Systeme.io, %s dialect: access', (dialect) => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ dialect, matonLimit: limit });
  });
  beforeEach(() => sandbox.reset());
  afterAll(() => sandbox.close());

  const crmOf = () => systemeOn(sandbox, { limit });
  const targetOf = (name: keyof typeof notable) => ({
    account: crmOf().account,
    place: null,
    profileId: String(sandbox.world.contact(notable[name].email)?.id),
    address: foldAddress(notable[name].email),
  });
  const rowsOf = (name: keyof typeof notable) => {
    const mine = ({ contactId }: { contactId: number }) =>
      String(contactId) === targetOf(name).profileId;
    const { enrollments, memberships, subscriptions } = sandbox.world.right;
    return {
      courses: enrollments.filter(mine).map(({ courseId }) => courseId),
      communities: memberships.filter(mine).map(({ communityId }) => communityId),
      subscriptions: subscriptions?.filter(mine) ?? [],
    };
  };
  const writes = () => sandbox.log.filter(({ method }) => method !== 'GET').length;

  test('enrolling and taking out, twice each without harm', async () => {
    const crm = crmOf();
    const made = await crm.enrol(targetOf('ada'), sourdough, full, CLICK);
    const { enrollments } = sandbox.world.right;
    expect(made).toEqual({ ok: true, value: String(enrollments.at(-1)?.id) });
    expect(await crm.enrol(targetOf('ada'), sourdough, full, CLICK)).toEqual(OK);
    expect(rowsOf('ada').courses).toEqual([301, 302]);
    expect(await crm.unenrol(targetOf('ada'), sourdough, CLICK)).toEqual(OK);
    expect(await crm.unenrol(targetOf('ada'), sourdough, CLICK)).toEqual(OK);
    expect(rowsOf('ada').courses).toEqual([301]);
    expect(writes()).toBe(2);
  });

  test('law 1: taking her out leaves everybody else in', async () => {
    const before = sandbox.world.right.enrollments.length;
    await crmOf().unenrol(targetOf('ada'), watercolour, CLICK);
    expect(sandbox.world.right.enrollments).toHaveLength(before - 1);
    expect(rowsOf('payingSuppressed').courses).toEqual([301, 302]);
  });

  test('a part of a course opens the modules that are named', async () => {
    const part = { type: 'partial_access' as const, modules: ['3021'] as [string] };
    const crm = crmOf();
    expect(await crm.enrol(targetOf('ada'), sourdough, part, CLICK)).toMatchObject({ ok: true });
    const other = { type: 'partial_access' as const, modules: ['3022'] as [string] };
    const again = await crm.enrol(targetOf('ada'), sourdough, other, CLICK);
    expect(again).toMatchObject({ failure: { kind: 'refused', code: 422 } });
    const wrong = { type: 'partial_access' as const, modules: ['9'] as [string] };
    const unknown = await crm.enrol(targetOf('systemeUnsubscribed'), sourdough, wrong, CLICK);
    expect(unknown).toMatchObject({
      failure: { kind: 'refused', reason: expect.stringContaining('modules') },
    });
  });

  test('another kind of access is no harmless repetition', async () => {
    const drip = { type: 'dripping_content' } as const;
    const result = await crmOf().enrol(targetOf('ada'), watercolour, drip, CLICK);
    expect(result).toMatchObject({ failure: { kind: 'refused' } });
    expect(writes()).toBe(0);
  });

  test('a course or community that nobody has is told as gone', async () => {
    const nowhere = { id: '9', name: 'Nowhere' };
    expect(await crmOf().enrol(targetOf('ada'), nowhere, full, CLICK)).toMatchObject({
      failure: { kind: 'not-found', what: 'course' },
    });
    expect(await crmOf().join(targetOf('ada'), nowhere, CLICK)).toMatchObject({
      failure: { kind: 'not-found', what: 'community' },
    });
  });

  test('joining and leaving, twice each without harm', async () => {
    const crm = crmOf();
    expect(await crm.join(targetOf('systemeOnly'), studio, CLICK)).toEqual(OK);
    expect(await crm.join(targetOf('systemeOnly'), studio, CLICK)).toEqual(OK);
    expect(rowsOf('systemeOnly').communities).toEqual([801]);
    expect(await crm.leave(targetOf('systemeOnly'), studio, CLICK)).toEqual(OK);
    expect(await crm.leave(targetOf('systemeOnly'), studio, CLICK)).toEqual(OK);
    expect(rowsOf('systemeOnly').communities).toEqual([]);
    expect(rowsOf('ada').communities).toEqual([801]);
    expect(writes()).toBe(2);
  });

  test('a subscription is ended at its period’s end, then at once', async () => {
    const crm = crmOf();
    const target = targetOf('ada');
    const [ended, state] = dialect === 'seed' ? ['now', 'cancelled'] : ['period-end', 'ending'];
    const first = await crm.cancel(target, '9001', 'period-end', CLICK);
    expect(first).toEqual({ ok: true, value: ended });
    expect(writes()).toBe(1);
    const { subscriptions } = await crm.details(target, CLICK);
    expect(subscriptions).toMatchObject({ value: [{ state }] });
    const second = await crm.cancel(target, '9001', 'now', CLICK);
    expect(second.ok).toBe(dialect === 'public');
    expect(rowsOf('ada').subscriptions[0]?.status).toBe('cancelled');
    expect(writes()).toBe(dialect === 'public' ? 2 : 1);
  });

  test('law 1: another’s subscription is not cancelled', async () => {
    const result = await crmOf().cancel(targetOf('ada'), '9002', 'now', CLICK);
    expect(result).toMatchObject({ failure: { kind: 'not-found', what: 'subscription' } });
    expect(writes()).toBe(0);
  });

  test('law 1: a number that carries another address by now is written nothing', async () => {
    const crm = crmOf();
    const target = { ...targetOf('ada'), profileId: targetOf('payingSuppressed').profileId };
    const gone = { failure: { kind: 'not-found', what: 'person' } };
    for (const result of [
      await crm.enrol(target, sourdough, full, CLICK),
      await crm.unenrol(target, sourdough, CLICK),
      await crm.join(target, studio, CLICK),
      await crm.leave(target, studio, CLICK),
      await crm.cancel(target, '9002', 'now', CLICK),
    ])
      expect(result).toMatchObject(gone);
    expect(writes()).toBe(0);
  });

  test('what was taken away by somebody else meanwhile is done', async () => {
    sandbox.break({ command: 'DELETE /school/enrollments/{id}', do: { status: 404 }, times: 1 });
    const stillThere = await crmOf().unenrol(targetOf('ada'), watercolour, CLICK);
    expect(stillThere).toMatchObject({ failure: { kind: 'not-found' } });
  });
});

describe('a membership that Systeme.io only queues', () => {
  const clock = { now: Date.UTC(2026, 10, 20, 9) };
  let stepMs = 0;
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({
      dialect: 'public',
      matonLimit: limit,
      membershipsQueueMs: 1000,
      now: () => clock.now,
      onAnswer: () => void (clock.now += stepMs),
    });
  });
  beforeEach(() => sandbox.reset());
  afterAll(() => sandbox.close());

  const join = () => {
    const crm = systemeOn(sandbox, { limit });
    const { email } = notable.systemeOnly;
    const profileId = String(sandbox.world.contact(email)?.id);
    const target = { account: crm.account, place: null, profileId, address: foldAddress(email) };
    return crm.join(target, studio, CLICK);
  };

  test('is done once it is there', async () => {
    stepMs = 400;
    expect(await join()).toEqual(OK);
  });

  test('law 3: is neither done nor refused while it is not', async () => {
    stepMs = 0;
    expect(await join()).toMatchObject({ failure: { kind: 'timeout' } });
  });
});
