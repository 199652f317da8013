import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { ROLL_PAGE } from '../crm/octeth/roll-rows';
import { rigFor, workThrough } from './testing/filling';
import { useFixedPrints } from './testing/fixed-prints';
import { expectTruth, truths } from './testing/truth';

const DIALECTS = ['seed', 'public'] as const;
const limits = {
  octethLimit: { calls: 1_000_000, seconds: 1 },
  matonLimit: { calls: 1_000_000, seconds: 1 },
};

let sandbox: Sandbox;
useFixedPrints();
beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});
afterEach(() => sandbox.close());

/** A page for each so many, and in the seed, whose rows tell of no bounce, what tells of them. */
function fewestRequests(rig: ReturnType<typeof rigFor>): number {
  const pages = truths(sandbox, rig).map(([{ placeId }, { size }]) => {
    if (placeId === '') return Math.max(1, Math.ceil(size / 100));
    return Math.max(1, Math.ceil(size / ROLL_PAGE)) + (sandbox.dialect === 'seed' ? 2 : 0);
  });
  return pages.reduce((sum, count) => sum + count, 0);
}

describe.each(DIALECTS)('in the %s dialect', (dialect) => {
  test('wherever workers die, the directory is the truth at the end, and no more than a page was asked for again each time', async () => {
    sandbox = await startSandbox({ dialect, people: 2400, ...limits });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 160 }), { maxLength: 6 }),
        async (lives) => {
          globalThis.indexedDB = new IDBFactory();
          sandbox.log.length = 0;
          const rig = rigFor(sandbox);
          const { worker, deaths } = await workThrough(sandbox, rig, lives);
          await expectTruth(sandbox, rig, worker.registers);
          const fewest = fewestRequests(rig);
          // Both accounts are at work when a worker dies.
          expect(sandbox.log.length).toBeLessThanOrEqual(fewest + 2 * deaths);
          if (deaths === 0) expect(sandbox.log).toHaveLength(fewest);
          expect(await worker.registers.fillings()).toEqual([]);
        },
      ),
      { numRuns: 12 },
    );
  });
});

test('a hundred thousand people over both systems, and workers that die under way', async () => {
  sandbox = await startSandbox({ dialect: 'public', people: 100_000, ...limits });
  const rig = rigFor(sandbox);
  const { worker, deaths } = await workThrough(sandbox, rig, [700, 1500, 4000]);
  expect(deaths).toBe(3);
  await expectTruth(sandbox, rig, worker.registers);
  const fewest = fewestRequests(rig);
  expect(sandbox.log.length).toBeGreaterThanOrEqual(fewest);
  expect(sandbox.log.length).toBeLessThanOrEqual(fewest + 2 * deaths);
}, 300_000);
