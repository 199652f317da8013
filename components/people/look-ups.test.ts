import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Result, done, failed } from '@/lib/failure';
import { foldAddress } from '@/lib/people/address';
import type { Findings } from '@/lib/people/findings';
import { type LookUp, createLookUps } from './look-ups';

const account = { id: 's', name: 'Acme School', system: 'systeme' as const };
const address = foldAddress('ada@lovelace.dev');
const profile = {
  account,
  place: null,
  id: '1',
  address,
  name: 'Ada',
  standings: ['subscribed' as const],
  since: null,
  tags: [],
  journeys: [],
};
const findings = (more: Partial<Findings>): Findings => ({
  account,
  at: 1,
  profiles: [],
  places: [],
  walk: null,
  failure: null,
  ...more,
});

/** A background that gives these answers one after the other, and counts how often it is asked. */
function startWith(answers: Result<Findings>[]) {
  const asked: boolean[] = [];
  const told: LookUp[] = [];
  const lookUps = createLookUps(address, {
    client: {
      lookUp: async ({ fresh }) => {
        asked.push(fresh);
        return answers[Math.min(asked.length, answers.length) - 1] ?? done(findings({}));
      },
    },
    tell: (_, lookUp) => told.push(lookUp),
  });
  return { lookUps, asked, told };
}

describe('looking up in one account', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  test('goes on by itself while the contacts are walked, to the end', async () => {
    const { lookUps, asked, told } = startWith([
      done(findings({ walk: { passed: 100, complete: false } })),
      done(findings({ walk: { passed: 200, complete: false } })),
      done(findings({ walk: { passed: 250, complete: true } })),
    ]);
    await lookUps.ask(account, false);
    await vi.runAllTimersAsync();
    expect(asked).toHaveLength(3);
    expect(told.at(-1)).toMatchObject({ isAsking: false, findings: { walk: { passed: 250 } } });
  });

  test('a walk that is stopped asks no more', async () => {
    const { lookUps, asked, told } = startWith([
      done(findings({ walk: { passed: 100, complete: false } })),
    ]);
    await lookUps.ask(account, false);
    lookUps.stop(account.id);
    await vi.runAllTimersAsync();
    expect(asked).toHaveLength(1);
    expect(told.at(-1)).toMatchObject({ isStopped: true, isAsking: false });
  });

  test('a walk that gains nothing waits before it asks again', async () => {
    const { lookUps, asked } = startWith([
      done(findings({ walk: { passed: 100, complete: false } })),
    ]);
    await lookUps.ask(account, false);
    await vi.advanceTimersByTimeAsync(0);
    await vi.advanceTimersByTimeAsync(900);
    expect(asked).toHaveLength(2);
    lookUps.close();
  });

  test('a busy account is asked afresh when its time has come, and not before', async () => {
    const retryAt = Date.now() + 30_000;
    const { lookUps, asked } = startWith([
      done(findings({ failure: { kind: 'busy', retryAt } })),
      done(findings({ profiles: [profile] })),
    ]);
    await lookUps.ask(account, false);
    await vi.advanceTimersByTimeAsync(29_000);
    expect(asked).toEqual([false]);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(asked).toEqual([false, true]);
  });

  test('an answer that comes after the card was closed is told to nobody', async () => {
    const { lookUps, told } = startWith([done(findings({ profiles: [profile] }))]);
    const asking = lookUps.ask(account, false);
    lookUps.close();
    await asking;
    expect(told.every((lookUp) => lookUp.findings === null)).toBe(true);
  });

  test('law 3: a failed second asking is said, and what was known keeps its age', async () => {
    const { lookUps, told } = startWith([
      done(findings({ profiles: [profile], at: 7 })),
      failed({ kind: 'offline', host: 'api.maton.ai' }),
    ]);
    await lookUps.ask(account, false);
    await lookUps.ask(account, true);
    expect(told.at(-1)?.findings).toMatchObject({
      at: 7,
      profiles: [profile],
      failure: { kind: 'offline' },
    });
  });
});
