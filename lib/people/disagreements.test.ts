import { describe, expect, test } from 'vitest';
import type { AccountRef, Place } from './account';
import { done, failed } from '../failure';
import type { Subscription } from './details';
import { disagreementsOf } from './disagreements';
import type { Findings } from './findings';
import type { Profile } from './profile';
import { detailsWith } from './testing/details';

const mail: AccountRef = { id: 'm', name: 'ACME Mail', system: 'octeth' };
const school: AccountRef = { id: 's', name: 'Acme School', system: 'systeme' };
const news: Place = { id: '1', name: 'Newsletter' };

const findings = (account: AccountRef, ...profiles: Partial<Profile>[]): Findings => ({
  account,
  at: 0,
  profiles: profiles.map((change) => ({
    account,
    place: account.system === 'octeth' ? news : null,
    id: '7',
    address: 'ada@lovelace.dev',
    name: null,
    standings: ['subscribed'],
    since: null,
    tags: [],
    journeys: [],
    ...change,
  })),
  places: [],
  walk: null,
  failure: null,
});

const UNKNOWN = failed({ kind: 'timeout', host: 'h' });

function paying(state: Subscription['state']) {
  const blank = { amount: null, currency: null, every: null, since: null, cancelledAt: null };
  const subscriptions = done([{ id: '1', plan: 'Pro', state, ...blank }]);
  const details = detailsWith({ subscriptions });
  return { account: school, details };
}

const textsOf = (...given: Parameters<typeof disagreementsOf>): string[] =>
  disagreementsOf(...given).map(({ text }) => text);

describe('accounts disagree', () => {
  test('where one says that mail will not arrive and another that it does', () => {
    const bounced = findings(mail, { standings: ['hard-bounced'] });
    expect(textsOf([bounced, findings(school, {})])).toEqual([
      'Hard bounced in ACME Mail, yet active in Acme School.',
    ]);
    expect(textsOf([findings(school, {})])).toEqual([]);
  });

  test('where she pays and mail reaches her no more', () => {
    const all = [findings(mail, { standings: ['suppressed'] }), findings(school)];
    const text = 'Suppressed in ACME Mail, yet paying for “Pro” in Acme School.';
    expect(textsOf(all, [paying('active')])).toEqual([text]);
    expect(textsOf(all, [paying('ending')])).toEqual([text]);
    expect(textsOf(all, [paying('cancelled')])).toEqual([]);
    expect(textsOf([findings(mail, {})], [paying('active')])).toEqual([]);
  });

  test('where they call her by different names', () => {
    const all = [findings(mail, { name: 'Ada Byron' }), findings(school, { name: 'Ada King' })];
    expect(textsOf(all)).toEqual(['“Ada Byron” in ACME Mail, yet “Ada King” in Acme School.']);
  });
});

describe('accounts do not disagree', () => {
  test('about a name that one has in part, or otherwise spaced or written', () => {
    const school1 = findings(school, { name: ' ada  LOVELACE' });
    expect(textsOf([findings(mail, { name: 'Ada' }), school1])).toEqual([]);
    expect(textsOf([findings(mail, { name: 'Lovelace Ada' }), school1])).toEqual([]);
    expect(textsOf([findings(mail, { name: '  ' }), school1])).toEqual([]);
  });

  test('where two lists of one account differ', () => {
    const lists = findings(mail, {}, { standings: ['unsubscribed'], name: 'Someone Else' });
    expect(textsOf([lists])).toEqual([]);
  });

  test('about what could not be read', () => {
    const known = paying('active');
    known.details.subscriptions = UNKNOWN;
    expect(textsOf([findings(mail, { standings: ['suppressed'] })], [known])).toEqual([]);
  });
});
