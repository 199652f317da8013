/** Each row of the table of operations, held against the client in both dialects. */
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { failureOf } from '../../failure';
import type { Failure } from '../../failure';
import { sayFailure } from '../../failure-words';
import { rightOf } from '../../people/rights';
import { DIALECTS } from '../../../docs/operations/operation.ts';
import type { Dialect, OctethOperation } from '../../../docs/operations/operation.ts';
import { octethOperations } from '../../../docs/operations/table.ts';
import { startSandbox } from '../../../sandbox/sandbox.ts';
import type { Fault, Sandbox } from '../../../sandbox/sandbox.ts';
import { octethCalls } from '../testing/octeth-calls';
import { createOctethClient } from './client';

const rows = octethOperations.flatMap((row) =>
  [...row.methods, ...(row.guarded ?? [])].map((method) => ({ row, method })),
);

/** The seed reference has tags of one person at a time: there, these are refused in words. */
const SINGLE_ONLY: string[] = ['tagByRules', 'untagByRules'];
/** Asked so that it cannot be done: the very refusal says that the server knows the command. */
const NEVER_DONE: string[] = ['askForOldImport'];

test('each method of the client is of one operation of the table', () => {
  const methods = rows.map(({ method }) => method);
  expect(methods.toSorted()).toEqual(Object.keys(octethCalls).toSorted());
  const client = createOctethClient({ server: 'http://127.0.0.1', key: async () => '' });
  expect(methods.toSorted()).toEqual(Object.keys(client).toSorted());
});

describe.each(DIALECTS)('Octeth, %s dialect', (dialect) => {
  let sandbox: Sandbox;
  let key: string;
  const spend = vi.fn(async () => ({ settled: () => {} }));
  beforeAll(async () => {
    sandbox = await startSandbox({ dialect, octethLimit: { calls: 10_000, seconds: 1 } });
  });
  beforeEach(() => {
    sandbox.reset();
    ({ key } = sandbox.octeth);
  });
  afterAll(() => sandbox.close());

  /** Made ready; the log begins with what it sends itself. */
  async function ready(method: keyof typeof octethCalls) {
    const client = createOctethClient({
      server: sandbox.octeth.url,
      key: async () => key,
      budget: { spend, hold: async () => {} },
    });
    const call = await octethCalls[method](client, sandbox);
    sandbox.log.length = 0;
    spend.mockClear();
    return call;
  }

  describe.each(rows)('$row.name by $method', ({ row, method }) => {
    test('it is done, by this command alone, and counts where it is limited', async () => {
      const call = await ready(method);
      if (dialect === 'seed' && SINGLE_ONLY.includes(method)) {
        expect(await refusal(call)).toMatchObject({ kind: 'refused', code: 2 });
      } else if (NEVER_DONE.includes(method)) {
        expect(await refusal(call)).toMatchObject({ kind: 'refused', code: 3 });
      } else await expect(call()).resolves.not.toBe(undefined);
      expect(new Set(sandbox.log.map(({ command }) => command))).toEqual(new Set([row.name]));
      expect(spend).toHaveBeenCalledTimes(row.isLimited ? sandbox.log.length : 0);
    });

    test.each(Object.entries(row.codes[dialect]))('code %s, %s, is said', async (code) => {
      for (const fault of saying(Number(code), { dialect, row })) {
        const call = await ready(method);
        sandbox.break({ command: row.name, do: fault });
        expectSaid(await refusal(call));
        sandbox.mend();
      }
    });

    test.skipIf(row.isOpen)('a wrong key and a missing permission are told as such', async () => {
      const call = await ready(method);
      const permission = rightOf('octeth', row.name);
      sandbox.world.permissions = '';
      if (permission) expect(await refusal(call)).toEqual({ kind: 'not-allowed', permission });
      key = 'wrong';
      expect(await refusal(call)).toEqual({ kind: 'wrong-key', service: 'octeth' });
    });
  });
});

/** The shapes in which a server of that dialect may say it, without a word of its own. */
function saying(Code: number, about: { dialect: Dialect; row: OctethOperation }): Fault['do'][] {
  const errors = { Errors: [{ Code, Message: '' }] };
  const isRouted = about.row.route !== null;
  if (about.dialect === 'public' && isRouted) {
    return [{ replace: JSON.stringify(errors) }, { status: 422, body: errors }];
  }
  const plain = [
    { Success: false, ErrorCode: Code },
    { Success: false, ErrorCode: [String(Code)], ErrorText: [] },
  ];
  return plain.map((shape) => ({ replace: JSON.stringify(shape) }));
}

const refusal = (call: () => Promise<unknown>): Promise<Failure | null> =>
  call().then(
    () => null,
    (error: unknown) => failureOf(error, 'test'),
  );

/** A sentence of our own, that would stand without the number. */
function expectSaid(failure: Failure | null): void {
  expect(failure?.kind).toMatch(/^(refused|not-found|busy|wrong-key)$/);
  const { what } = failure ? sayFailure(failure, 'Harbour') : { what: '' };
  const words = what.replace(/ \(\d+\)/, '').replace(/the server said no/i, '');
  expect(words).toMatch(/^Harbour(\W+\w+){4,}.*\.$/u);
  expect(words).not.toContain('no reason');
}
