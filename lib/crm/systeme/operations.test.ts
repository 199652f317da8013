/** Each row of the table of operations, held against the clients in both dialects. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { failureOf } from '../../failure';
import type { Failure, Result } from '../../failure';
import { sayFailure } from '../../failure-words';
import { MATON_ANY } from '../../../docs/operations/maton.ts';
import { DIALECTS } from '../../../docs/operations/operation.ts';
import { SYSTEME_ANY } from '../../../docs/operations/systeme-codes.ts';
import { matonOperations, systemeOperations } from '../../../docs/operations/table.ts';
import { startSandbox } from '../../../sandbox/sandbox.ts';
import type { Fault, Sandbox } from '../../../sandbox/sandbox.ts';
import { idsIn, matonCalls, systemeCalls } from '../testing/systeme-calls';
import { createSystemeClient } from './client';
import * as control from './control';

const systemeRows = systemeOperations.flatMap((row) =>
  row.methods.map((method) => ({ row, method })),
);
const matonRows = matonOperations.flatMap((row) => row.methods.map((method) => ({ row, method })));
const limit = { calls: 10_000, seconds: 1 };

test('each method of the clients is of one operation of the table', () => {
  const client = createSystemeClient({ gateway: '', key: async () => '', connectionId: '' });
  const systeme = systemeRows.map(({ method }) => method).toSorted();
  expect(systeme).toEqual(Object.keys(client).toSorted());
  expect(systeme).toEqual(Object.keys(systemeCalls).toSorted());
  const maton = matonRows.map(({ method }) => method).toSorted();
  expect(maton).toEqual(Object.keys(control).toSorted());
});

describe.each(DIALECTS)('Systeme.io, %s dialect', (dialect) => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ dialect, matonLimit: limit });
  });
  beforeEach(() => {
    sandbox.reset();
    sandbox.world.right.contactFields.push({ slug: 'custom', name: 'Custom' });
  });
  afterAll(() => sandbox.close());

  const call = (method: keyof typeof systemeCalls, changes = {}) => {
    const { gateway, key, connection: connectionId } = sandbox.maton;
    const options = { gateway, connectionId, key: async () => key, retryMs: 0, ...changes };
    return systemeCalls[method](createSystemeClient(options), idsIn(sandbox));
  };
  const sent = () => sandbox.log.map(({ command }) => command);

  describe.each(systemeRows)('$row.name by $method', ({ row, method }) => {
    test('it is done, by this operation alone', async () => {
      await call(method);
      expect(sent()).toEqual([row.name]);
    });

    const codes = Object.entries({ ...SYSTEME_ANY, ...row.codes[dialect] });
    test.each(codes)('status %s, %s, is said', async (status) => {
      for (const fault of saying(Number(status))) {
        sandbox.break({ command: row.name, do: fault });
        expectSaid(await refusal(call(method)));
        sandbox.mend();
      }
    });

    test('a wrong key, a lost connection and a lost authorisation are told apart', async () => {
      const wrong = call(method, { key: async () => 'wrong' });
      expect(await refusal(wrong)).toEqual({ kind: 'wrong-key', service: 'maton' });
      const nowhere = call(method, { connectionId: 'none' });
      expect(await refusal(nowhere)).toEqual({ kind: 'no-connection' });
      sandbox.world.breakKey(sandbox.maton.connection);
      const unauthorised = await refusal(call(method));
      expect(unauthorised).toEqual({ kind: 'wrong-key', service: 'systeme' });
    });
  });
});

describe.each(DIALECTS)('Maton, %s dialect', (dialect) => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ dialect, matonLimit: limit });
  });
  beforeEach(() => sandbox.reset());
  afterAll(() => sandbox.close());

  const call = async (method: keyof typeof matonCalls, changes = {}) => {
    const { control: at, key, connection } = sandbox.maton;
    const result = await matonCalls[method]({ control: at, key, ...changes }, connection);
    return result as Result<unknown> | unknown[]; // one of them throws instead
  };
  const failureIn = (asking: ReturnType<typeof call>): Promise<Failure | null> =>
    asking.then(
      (result) => ('ok' in result && !result.ok ? result.failure : null),
      (error: unknown) => failureOf(error, 'test'),
    );

  describe.each(matonRows)('$row.name by $method', ({ row, method }) => {
    test('it is done, by this operation alone', async () => {
      expect(await failureIn(call(method))).toBeNull();
      expect(sandbox.log.map(({ command }) => command)).toEqual([row.name]);
    });

    const codes = Object.entries({ ...MATON_ANY, ...row.codes[dialect] });
    test.each(codes)('status %s, %s, is said', async (status) => {
      // What is gone already needs no taking away; that it is still listed would be news.
      sandbox.break({ command: row.name, do: { status: Number(status), body: { error: 'No' } } });
      expectSaid(await failureIn(call(method)));
    });

    test('a wrong key is told as such', async () => {
      const failure = await failureIn(call(method, { key: 'wrong' }));
      expect(failure).toEqual({ kind: 'wrong-key', service: 'maton' });
    });
  });
});

/** As Maton says it, and as Systeme.io does: without a word that could be shown. */
function saying(status: number): Fault['do'][] {
  const headers = { 'Content-Type': 'application/problem+json' };
  const title = 'An error occurred';
  const asMaton = { status, body: { error: '' } };
  const bare = { status, headers, body: { title, detail: 'Refused.' } };
  if (status !== 422) return [asMaton, bare];
  const violations = [{ propertyPath: 'name', message: '' }];
  return [{ status, headers, body: { title, detail: '', violations } }];
}

const refusal = (asking: Promise<unknown>): Promise<Failure | null> =>
  asking.then(
    () => null,
    (error: unknown) => failureOf(error, 'test'),
  );

/** A sentence that would stand without the number. */
function expectSaid(failure: Failure | null): void {
  expect(failure?.kind).toMatch(
    /^(refused|not-found|busy|wrong-key|not-allowed|no-connection|server-error)$/,
  );
  const { what } = failure ? sayFailure(failure, 'Shop') : { what: '' };
  expect(what).toMatch(/^Shop(\W+\w+){4,}.*\.$/u);
  expect(what).not.toContain('no reason');
}
