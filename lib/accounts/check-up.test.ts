import { expect, test } from 'vitest';
import { NOTHING_LEARNT } from '../crm/needs';
import { done, failed, type Failure, FailureError } from '../failure';
import { rightsFrom } from '../people/rights';
import type { Account } from '../people/account';
import { blockerOf, CHECK_STEPS, type CheckResult, sayReport } from '../people/check-up';
import { type CheckProbes, checkStep } from './check-up';
import { octethAccount, systemeAccount } from './testing/accounts';

const NOW = Date.UTC(2026, 10, 25, 12);
const fine: CheckProbes = {
  cleanServer: done,
  mayReach: async () => true,
  knock: async () => NOW - 3_000,
  tryKey: async () => undefined,
  abilities: async () => ({ at: NOW, rights: rightsFrom('*') }),
  learnt: async () => ({
    ...NOTHING_LEARNT,
    emailFilter: 'honoured',
    subscriptionFilter: 'honoured',
    journeysWithPerson: true,
  }),
  callsLeft: async () => ({ left: 86, heldUntil: null }),
  now: () => NOW,
};
const throwing = (failure: Failure) => async () => {
  throw new FailureError(failure);
};
const check = (step: CheckResult['step'], probes: Partial<CheckProbes>, account?: Account) =>
  checkStep(account ?? octethAccount(), step, { ...fine, ...probes });

/** As the page runs it: what is blocked is not asked. */
async function checkAll(account: Account, probes: Partial<CheckProbes>): Promise<CheckResult[]> {
  const results: CheckResult[] = [];
  for (const step of CHECK_STEPS) {
    if (blockerOf(step, results) === null) results.push(await check(step, probes, account));
  }
  return results;
}
const outcomes = (results: CheckResult[]) =>
  Object.fromEntries(results.map(({ step, outcome }) => [step, outcome]));

test.each([octethAccount(), systemeAccount()])(
  'a healthy $system passes every check',
  async (account) => {
    const results = await checkAll(account, {});
    expect(results.map(({ step }) => step)).toEqual(CHECK_STEPS);
    expect(new Set(results.map(({ outcome }) => outcome))).toEqual(new Set(['ok']));
    for (const { remedy } of results) expect(remedy).toBeNull();
  },
);

test('a host that is not allowed stops everything that would be sent', async () => {
  const results = await checkAll(octethAccount(), { mayReach: async () => false });
  expect(outcomes(results)).toEqual({
    address: 'ok',
    permission: 'failed',
    dialect: 'ok',
    budget: 'ok',
  });
  expect(results[1]?.remedy).toContain('allow it when your browser asks');
});

test('a login page is told from a server that is not there', async () => {
  const page = throwing({ kind: 'web-page', host: 'mail.acme.com' });
  expect(await check('reach', { knock: page })).toMatchObject({ outcome: 'ok' });
  const answer = await check('answer', { knock: page });
  expect(answer).toMatchObject({ outcome: 'failed', fact: 'web page instead of data' });
  expect(answer.remedy).toContain('login');
  const offline = throwing({ kind: 'offline', host: 'mail.acme.com' });
  expect(await check('reach', { knock: offline })).toMatchObject({ outcome: 'failed' });
});

test('a key that is wrong, locked or without connection says so, with what to do', async () => {
  for (const failure of [
    { kind: 'wrong-key', service: 'octeth' },
    { kind: 'locked' },
    { kind: 'no-connection' },
  ] as const) {
    const result = await check('key', { tryKey: throwing(failure) });
    expect(result.outcome).toBe('failed');
    expect(result.remedy).toBeTruthy();
  }
});

test('what the key may not do is a warning that names the right', async () => {
  const abilities = async () => ({ at: NOW, rights: rightsFrom('Subscribers.Get') });
  const result = await check('abilities', { abilities });
  expect(result.outcome).toBe('warn');
  expect(result.what).toContain('trigger journeys (Campaign.Create)');
});

test.each([
  [3, 'ok', /3 s apart/],
  [7_500, 'warn', /ahead of/],
  [-600, 'warn', /10 min behind/],
])('a clock that is %i s off is %s', async (seconds, outcome, words) => {
  const result = await check('clock', { knock: async () => NOW - seconds * 1000 });
  expect(result.outcome).toBe(outcome);
  expect(result.what).toMatch(words);
});

test('a server that does not tell its time is not called wrong', async () => {
  expect(await check('clock', { knock: async () => null })).toMatchObject({ outcome: 'unknown' });
});

test('calls that are used up or held are told with the time to come', async () => {
  const used = await check('budget', { callsLeft: async () => ({ left: 0, heldUntil: null }) });
  expect(used).toMatchObject({ outcome: 'warn', fact: '0 of 100 in 60 s' });
  const heldUntil = NOW + 60_000;
  const held = await check('budget', { callsLeft: async () => ({ left: 5, heldUntil }) });
  expect(held.what).toMatch(/wait until \d\d:\d\d/);
});

test('the habits that a search, a preview and payments hang on are told, as far as learnt', async () => {
  const unlearnt = await check('dialect', { learnt: async () => NOTHING_LEARNT });
  expect(unlearnt.fact).toBe(
    'lists told, journeys not learnt, rules not learnt, preview not learnt',
  );
  expect(unlearnt.what).toContain('It was not seen to read rules otherwise');
  const learnt = async () => ({
    ...NOTHING_LEARNT,
    journeysWithPerson: true,
    rules: 'flat' as const,
    preview: { verdict: 'ignored' as const, at: NOW },
  });
  const old = await check('dialect', { learnt });
  expect(old.fact).toBe('lists told, journeys with the person, rules flat, preview ignored');
  expect(old.what).toContain('It reads rules as they were written before 5.9.3.');
  expect(old.what).toContain('It was seen not to say beforehand what unsubscribing would do.');
});

test('of Systeme.io: whether payments can be asked for by person, and how they end', async () => {
  const learnt = async () => ({
    ...NOTHING_LEARNT,
    emailFilter: 'ignored' as const,
    subscriptionFilter: 'ignored' as const,
    periodEnd: { verdict: 'ignored' as const, at: NOW },
  });
  const old = await check('dialect', { learnt }, systemeAccount());
  expect(old).toMatchObject({
    outcome: 'warn',
    fact: 'email filter ignored, subscription filter ignored, period end ignored',
  });
  expect(old.what).toContain('Subscriptions are told of everybody');
  expect(old.what).toContain('end subscriptions at once only');
  const unlearnt = await check('dialect', { learnt: async () => NOTHING_LEARNT }, systemeAccount());
  expect(unlearnt.fact).toBe(
    'email filter not learnt, subscription filter not learnt, period end not learnt',
  );
});

test('an address that cannot be one is the first thing that is said', async () => {
  const failure = { kind: 'bad-input', field: 'server', reason: 'http would send' } as const;
  const results = await checkAll(octethAccount(), { cleanServer: () => failed(failure) });
  expect(results[0]).toMatchObject({ step: 'address', outcome: 'failed' });
  expect(blockerOf('key', results)).toBe('address');
});

test('law 5: the report holds no secret, whatever the servers say and the accounts are called', async () => {
  const secrets = {
    key: '7d1e-40b8-93fc-a2c5-5e06-d9f1-8b37-c64a',
    token: 'mtn_v1_Qm7xT2hZc9LrV4sKp0eWnJ8uYbD3fGaH',
    email: 'grace.hopper@navy.example',
    person: 'Ada Lovelace',
    account: 'Graces Geheimladen',
    list: 'Patients of Dr Crusher',
    connection: '21fd90f9-5935-43cd-b6c8-bde9d915ca80',
    host: 'mail.graces-geheimladen.example',
    tail: 'c64a',
  };
  const said = Object.values(secrets).join(' ');
  const nasty: Failure[] = [
    { kind: 'refused', reason: said, code: 9 },
    { kind: 'not-allowed', permission: said },
    { kind: 'bad-input', field: said, reason: said },
    { kind: 'offline', host: secrets.host },
    { kind: 'web-page', host: secrets.host },
    { kind: 'no-permission', host: secrets.host },
    { kind: 'changed-shape', where: said, expected: said },
    { kind: 'broken', where: said },
    { kind: 'server-error', host: secrets.host, status: 502 },
  ];
  const accounts = [
    octethAccount({
      name: secrets.account,
      server: `https://${secrets.host}`,
      keyTail: secrets.tail,
      lists: [{ id: '1', name: secrets.list, searched: true }],
    }),
    systemeAccount({
      name: secrets.account,
      keyTail: secrets.tail,
      gateway: `https://${secrets.host}`,
      connection: { id: secrets.connection, label: secrets.email },
    }),
  ];
  for (const account of accounts) {
    for (const failure of nasty) {
      const servers = account.system === 'octeth' ? [account.server] : [account.gateway];
      const results = [
        ...(await checkAll(account, { knock: throwing(failure), tryKey: throwing(failure) })),
        ...(await checkAll(account, { tryKey: throwing(failure) })),
        await check('abilities', { abilities: throwing(failure) }, account),
        await check(
          'abilities',
          {
            abilities: async () => ({
              at: 1,
              rights: { 'Lists.Get': { may: false, named: said } },
            }),
          },
          account,
        ),
      ];
      for (const result of results) {
        const report = sayReport({
          ...{ system: account.system, servers, results: [result], at: NOW },
          about: 'Addressee 1.2.3',
        });
        for (const secret of Object.values(secrets)) expect(report).not.toContain(secret);
      }
    }
  }
});
