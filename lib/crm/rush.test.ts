import { expect, test } from 'vitest';
import { foldAddress } from '../people/address';
import { answerOf } from '../people/findings';
import { startSandbox } from '../../sandbox/sandbox.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import type { Crm } from './crm';
import { CLICK, memoryOf, octethAccount, octethOn, systemeOn } from './testing/fakes';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Asks until there is an answer, coming again when told to; gives the times told. */
async function persist(crm: Crm, email: string): Promise<{ answer: string; told: number[] }> {
  const told: number[] = [];
  for (;;) {
    const findings = await crm.find(foldAddress(email), CLICK);
    if (findings.failure?.kind !== 'busy') return { answer: answerOf(findings), told };
    told.push(findings.failure.retryAt);
    await pause(Math.max(0, findings.failure.retryAt - Date.now()));
  }
}

const statuses = (sandbox: Sandbox) => new Set(sandbox.log.map(({ status }) => status));

const DIALECTS = ['seed', 'public'] as const;

async function rushOcteth(dialect: (typeof DIALECTS)[number]): Promise<void> {
  // A hundred in seven seconds: what waits longer than five is told when to come.
  const limit = { calls: 100, seconds: 7 };
  const sandbox = await startSandbox({ dialect, octethLimit: limit });
  try {
    const lists = octethAccount(sandbox).lists.slice(0, 1);
    const account = octethAccount(sandbox, { lists, limit });
    const crm = octethOn(sandbox, {
      account,
      memory: memoryOf({ journeysWithPerson: true, journeysSeenAt: Date.now() }),
    });
    const all = await Promise.all(
      Array.from({ length: 150 }, (_, index) => persist(crm, `nobody${index}@rush.example`)),
    );
    expect(all.map(({ answer }) => answer)).toEqual(all.map(() => 'absent'));
    expect(sandbox.log).toHaveLength(150);
    expect(statuses(sandbox)).toEqual(new Set([200]));
    const first = all.flatMap(({ told }) => told[0] ?? []);
    expect(first.length).toBeGreaterThanOrEqual(50);
    expect(new Set(first).size).toBe(first.length);
  } finally {
    await sandbox.close();
  }
}

async function rushMaton(dialect: (typeof DIALECTS)[number]): Promise<void> {
  const limit = { calls: 50, seconds: 0.5 };
  const sandbox = await startSandbox({ dialect, matonLimit: limit });
  try {
    const crm = systemeOn(sandbox, { limit, memory: memoryOf() });
    const all = await Promise.all(
      Array.from({ length: 75 }, (_, index) => persist(crm, `nobody${index}@rush.example`)),
    );
    expect(all.map(({ answer }) => answer)).toEqual(all.map(() => 'absent'));
    expect(statuses(sandbox)).toEqual(new Set([200]));
  } finally {
    await sandbox.close();
  }
}

test('of one and a half windows at once Octeth refuses none, and all are answered', async () => {
  await Promise.all(DIALECTS.map(rushOcteth));
}, 60_000);

test('of one and a half windows at once Maton refuses none, and all are answered', async () => {
  await Promise.all(DIALECTS.map(rushMaton));
}, 60_000);
