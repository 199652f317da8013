import { describe, expect, test } from 'vitest';
import type { Findings } from '@/lib/people/findings';
import { compare } from './comparison';

const mail = { id: 'm', name: 'Acme Mail', system: 'octeth' as const };
const school = { id: 's', name: 'Acme School', system: 'systeme' as const };
const findings = (account: Findings['account'], more: Partial<Findings> = {}): Findings => ({
  ...{ account, at: 0, profiles: [], places: [], walk: null, failure: null },
  ...more,
});
const known = (account: Findings['account'], standing: 'subscribed' | 'suppressed') =>
  findings(account, {
    profiles: [
      {
        ...{ account, place: null, id: '1', address: 'ada@lovelace.dev', name: null, since: null },
        ...{ standings: [standing], tags: [], journeys: [] },
      },
    ],
  });
const of = (answers: Findings[], more: Partial<Parameters<typeof compare>[0]> = {}) =>
  compare({ asked: 2, answers, details: [], isAsking: false, ...more });
const offline = findings(school, { failure: { kind: 'offline', host: 'h' } });

describe('what the accounts say together', () => {
  test('waits until all have answered, but never with a disagreement that is known', () => {
    expect(of([known(mail, 'subscribed')])).toEqual({ state: 'waiting' });
    const both = [known(mail, 'subscribed'), known(school, 'subscribed')];
    expect(of(both, { isAsking: true })).toEqual({ state: 'waiting' });
    const worse = [known(mail, 'suppressed'), known(school, 'subscribed')];
    expect(of(worse, { isAsking: true })).toMatchObject({ state: 'disagree' });
  });

  test('is said quietly where nothing contradicts', () => {
    const both = [known(mail, 'subscribed'), known(school, 'subscribed')];
    expect(of(both)).toMatchObject({ words: 'The accounts do not contradict each other.' });
  });

  test('law 3: “only” and “no account” are said only where every account could be asked', () => {
    expect(of([known(mail, 'subscribed'), findings(school)])).toMatchObject({
      words: 'Only Acme Mail knows this address.',
    });
    expect(of([findings(mail), findings(school)])).toMatchObject({
      words: 'No account knows this address.',
    });
    expect(of([known(mail, 'subscribed'), offline])).toMatchObject({
      words: 'Acme School could not be compared.',
    });
    const wrongKey = findings(mail, { failure: { kind: 'wrong-key', service: 'octeth' } });
    expect(of([wrongKey, offline])).toMatchObject({ words: 'No account could be asked.' });
    const walking = findings(school, { walk: { passed: 100, complete: false } });
    expect(of([known(mail, 'subscribed'), walking])).toEqual({ state: 'waiting' });
  });
});
