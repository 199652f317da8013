import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { foldAddress } from '../../people/address';
import { notable, startSandbox } from '../../../sandbox/sandbox.ts';
import type { Sandbox } from '../../../sandbox/sandbox.ts';
import { CLICK, memoryOf, systemeOn } from '../testing/fakes';

const limit = { calls: 1000, seconds: 1 };
const DAY = 24 * 3_600_000;

describe.each(['seed', 'public'] as const)('Systeme.io, %s dialect: cancelling', (dialect) => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ dialect, matonLimit: limit });
  });
  beforeEach(() => sandbox.reset());
  afterAll(() => sandbox.close());

  const target = () => ({
    account: systemeOn(sandbox, { limit }).account,
    place: null,
    profileId: String(sandbox.world.contact(notable.ada.email)?.id),
    address: foldAddress(notable.ada.email),
  });
  const cancel = (id: string, memory = memoryOf(), when: 'now' | 'period-end' = 'now') =>
    systemeOn(sandbox, { limit, memory }).cancel(target(), id, when, CLICK);
  const writes = () => sandbox.log.filter(({ method }) => method !== 'GET').length;
  const plan = (id: number) => {
    const found = sandbox.world.right.subscriptions?.find((one) => one.id === id);
    if (!found) throw new Error(`no subscription ${id}`);
    return found;
  };

  test('law 1: a filter that was heeded once is tried again, for it may be ignored by now', async () => {
    const memory = memoryOf({ subscriptionFilter: 'honoured' });
    const everybodys = sandbox.world.right.subscriptions?.map(({ id, status, createdAt }) => ({
      ...{ id, status, createdAt, cancelledAt: null },
    }));
    const replace = JSON.stringify({ items: everybodys, hasMore: false });
    sandbox.break({ command: 'GET /payment/subscriptions', do: { replace } });
    expect(await cancel('9002', memory)).toMatchObject({ failure: { kind: 'changed-shape' } });
    expect(writes()).toBe(0);
    expect(memory.learnt.subscriptionFilter).toBe('ignored');
    sandbox.mend();
    expect(await cancel('9001', memoryOf({ subscriptionFilter: 'honoured' }))).toMatchObject({
      ok: true,
    });
  });

  test('law 3: what is over already is not told as cancelled by us', async () => {
    plan(9001).status = 'cancelled';
    expect(await cancel('9001')).toMatchObject({
      failure: { kind: 'bad-input', reason: 'It was cancelled already, so nothing was sent' },
    });
    plan(9001).status = 'completed';
    expect(await cancel('9001')).toMatchObject({
      failure: {
        kind: 'bad-input',
        reason: 'It is paid to the end, so there is nothing to cancel',
      },
    });
    expect(writes()).toBe(0);
  });

  test('nor what ends with its period anyway', async () => {
    plan(9001).cancelledAt = '2026-11-19T08:00:00+00:00';
    expect(await cancel('9001', memoryOf(), 'period-end')).toMatchObject({
      failure: { reason: 'It ends with its period already, so nothing was sent' },
    });
    expect(writes()).toBe(0);
    expect(await cancel('9001', memoryOf(), 'now')).toMatchObject({ ok: true });
    expect(plan(9001).status).toBe('cancelled');
  });

  test('law 3: when it ended is read, and what the server is like is kept in mind', async () => {
    const memory = memoryOf();
    const verdict = dialect === 'public' ? 'honoured' : 'ignored';
    const ended = dialect === 'public' ? 'period-end' : 'now';
    expect(await cancel('9001', memory, 'period-end')).toEqual({ ok: true, value: ended });
    expect(writes()).toBe(1);
    expect(memory.learnt.periodEnd).toMatchObject({ verdict });
    const { details } = systemeOn(sandbox, { limit, memory });
    expect(await details(target(), CLICK)).toHaveProperty('periodEnd', verdict);
  });

  test('law 3: where it cannot be read, when it ended is not told', async () => {
    const memory = memoryOf();
    const breaking: typeof fetch = async (input, init) => {
      const answer = await fetch(input, init);
      if (input instanceof Request && input.method === 'POST') {
        sandbox.break({ command: 'GET /payment/subscriptions', do: { status: 500 } });
      }
      return answer;
    };
    const crm = systemeOn(sandbox, { limit, memory, fetch: breaking });
    expect(await crm.cancel(target(), '9001', 'period-end', CLICK)).toEqual({
      ok: true,
      value: 'untold',
    });
    sandbox.mend();
    expect(memory.learnt.periodEnd).toBeNull();
  });

  test('of a server that was seen to know no end of a period, none is asked', async () => {
    const memory = memoryOf({ periodEnd: { verdict: 'ignored', at: Date.now() - DAY } });
    expect(await cancel('9001', memory, 'period-end')).toMatchObject({
      failure: { reason: expect.stringContaining('at once') },
    });
    expect(writes()).toBe(0);
    expect(await cancel('9001', memory, 'now')).toEqual({ ok: true, value: 'now' });
    plan(9001).status = 'active';
    plan(9001).cancelledAt = null;
    const old = memoryOf({ periodEnd: { verdict: 'ignored', at: Date.now() - 8 * DAY } });
    expect(await cancel('9001', old, 'period-end')).toMatchObject({ ok: true });
  });
});
