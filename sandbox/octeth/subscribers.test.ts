// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { notable } from '../sandbox.ts';
import type { Answer } from '../testing.ts';
import { useSandbox } from '../testing.ts';

const rule = (operator: string, value: string) => ({
  type: 'fields',
  field_id: 'EmailAddress',
  operator,
  value,
});
const emails = ({ json }: Answer) =>
  ((json.Subscribers || []) as { EmailAddress: string }[]).map((row) => row.EmailAddress);

describe.each(['seed', 'public'] as const)('%s: subscribers.search', (dialect) => {
  const here = useSandbox({ dialect });
  const search = (rules: unknown, more: Record<string, unknown> = {}) =>
    here.octeth('subscribers.search', {
      ListID: 12,
      Operator: 'and',
      ...(rules === undefined ? {} : { RulesJSON: rules }),
      ...more,
    });
  const typed = (...groups: object[][]) => JSON.stringify(groups);
  const everyone = () => here.world.onList(12).length;

  test('typed rules find whom they describe', async () => {
    const exact = await search(typed([rule('is', 'ANN@liddell.example')]));
    expect(emails(exact)).toEqual([notable.ann.email]);
    expect(exact.json).toMatchObject({ Success: true, ErrorText: '', TotalSubscribers: 1 });
    const part = await search(typed([rule('contains', notable.ann.email)]));
    expect(emails(part)).toEqual([notable.ann.email, notable.joann.email]);
  });

  test('the connector flips inside a group', async () => {
    const [ann, joann] = [rule('is', notable.ann.email), rule('is', notable.joann.email)];
    expect(emails(await search(typed([ann, joann])))).toHaveLength(2);
    expect(emails(await search(typed([ann], [joann])))).toHaveLength(0);
    expect(emails(await search(typed([ann, joann]), { Operator: 'or' }))).toHaveLength(0);
    expect(emails(await search(typed([ann], [joann]), { Operator: 'or' }))).toHaveLength(2);
  });

  test('rules by tag and by suppression', async () => {
    const vip = { type: 'tags', operator: 'has this tag', value: '4' };
    expect(emails(await search(typed([vip])))).toContain(notable.ada.email);
    const suppressed = { type: 'suppressions', operator: 'exist' };
    expect(emails(await search(typed([suppressed])))).toContain(notable.suppressed.email);
  });

  test('a row', async () => {
    const { json } = await search(typed([rule('is', notable.ada.email)]));
    const common = { EmailAddress: notable.ada.email, Suppressed: false, TotalRevenue: 248 };
    const [row] = json.Subscribers as [object];
    if (dialect === 'seed') {
      const tags = ['VIP', 'Trial'];
      const status = { SubscriptionStatus: 'Subscribed', SubscriberTags: tags };
      expect(row).toEqual({ ...common, SubscriberID: '1001', ...status });
    } else {
      expect(row).toMatchObject({ ...common, SubscriberID: 1001, CustomField41: 'Ada' });
    }
  });

  test('no rules, or empty ones, are everyone, a page at a time', async () => {
    for (const rules of [undefined, '']) {
      const answer = await search(rules);
      expect(answer.json.TotalSubscribers).toBe(everyone());
      expect(emails(answer)).toHaveLength(25);
    }
  });

  test('nobody', async () => {
    const { json } = await search(typed([rule('is', 'nobody@nowhere.example')]));
    expect(json.Subscribers).toEqual(dialect === 'seed' ? false : []);
    expect(json.TotalSubscribers).toBe(0);
  });

  test.each([
    ['the flat rule of the reference', '[{"field":"EmailAddress","operator":"is","value":"x"}]'],
    ['no JSON', 'ada'],
    ['no rule in it', '[[]]'],
    ['a type nobody knows', '[[{"type":"stars","operator":"is","value":"x"}]]'],
    ['an array, not a string', [[rule('is', notable.ada.email)]]],
  ])('rules it cannot read: %s', async (_, rules) => {
    const { json } = await search(rules);
    if (dialect === 'seed') {
      expect(json).toMatchObject({ Success: true, TotalSubscribers: everyone() });
    } else {
      const text = 'Invalid RulesJSON syntax. It must be a properly formatted JSON payload';
      expect(json).toEqual({ Success: false, ErrorCode: [6], ErrorText: [text] });
    }
  });

  test('paging, order and the total alone', async () => {
    const first = emails(await search('', { RecordsPerRequest: 10 }));
    const second = emails(await search('', { RecordsPerRequest: 10, RecordsFrom: 10 }));
    expect(first).toHaveLength(10);
    expect(new Set([...first, ...second]).size).toBe(20);
    const lowered = first.map((email) => email.toLowerCase());
    expect(lowered).toEqual(lowered.toSorted());
    const last = emails(await search('', { RecordsPerRequest: 1, OrderType: 'DESC' }));
    expect(last[0]! > first[0]!).toBe(true);
    const total = await search('', { OnlyTotal: true });
    expect(total.json).not.toHaveProperty('Subscribers');
    expect(emails(await search('', { RecordsPerRequest: '0' }))).toEqual([]);
  });

  test.each([
    [{}, 1],
    [{ ListID: 12 }, 2],
    [{ ListID: 99, Operator: 'and' }, 3],
  ])('%j is code %i', async (parameters, code) => {
    const { json } = await here.octeth('subscribers.search', parameters);
    expect(json).toMatchObject({ Success: false, ErrorCode: dialect === 'seed' ? code : [code] });
  });
});

describe('a server that reads the flat rules of the reference’s example', () => {
  const here = useSandbox({ rules: 'flat' });

  test('filters by them, and cannot read the others', async () => {
    const search = (rules: unknown) =>
      here.octeth('subscribers.search', {
        ListID: 12,
        Operator: 'and',
        RulesJSON: JSON.stringify(rules),
      });
    const flat = { field: 'EmailAddress', operator: 'contains', value: 'ann@liddell.example' };
    expect(emails(await search([flat]))).toEqual([notable.ann.email, notable.joann.email]);
    const typed = await search([[rule('is', notable.ann.email)]]);
    expect(typed.json.TotalSubscribers).toBe(here.world.onList(12).length);
  });
});

describe.each(['seed', 'public'] as const)('%s: subscribers.get', (dialect) => {
  const here = useSandbox({ dialect });
  const get = (segment: string, more: Record<string, unknown> = {}) =>
    here.octeth('subscribers.get', {
      SubscriberListID: 12,
      SubscriberSegment: segment,
      RecordsPerRequest: 500,
      ...more,
    });

  test.each([
    ['Active', notable.ada.email, notable.hardBounced.email],
    ['Suppressed', notable.suppressed.email, notable.ada.email],
    ['Unsubscribed', notable.unsubscribed.email, notable.ada.email],
    ['Soft bounced', notable.softBounced.email, notable.hardBounced.email],
    ['Hard bounced', notable.hardBounced.email, notable.softBounced.email],
    ['Opt-in pending', notable.pending.email, notable.ada.email],
  ])('%s holds %s and not %s', async (segment, inside, outside) => {
    const answer = await get(segment);
    expect(answer.json).toMatchObject({ Success: true, ErrorCode: 0, ErrorText: '' });
    expect(emails(answer)).toContain(inside);
    expect(emails(answer)).not.toContain(outside);
    expect(answer.json.TotalSubscribers).toBe(emails(answer).length);
  });

  test('a row has the reference’s columns, and all columns in public', async () => {
    const searched = { SearchField: 'EmailAddress', SearchKeyword: notable.ada.email };
    const [row] = (await get('Active', searched)).json.Subscribers as [object];
    const columns = ['SubscriberID', 'EmailAddress', 'SubscriptionStatus', 'SubscriptionDate'];
    if (dialect === 'seed') expect(Object.keys(row)).toEqual(columns);
    else expect(row).toMatchObject({ BounceType: 'Not Bounced', CustomField41: 'Ada' });
  });

  test('25 at a time unless told otherwise; the text 0 is the whole table', async () => {
    expect(emails(await get('Active', { RecordsPerRequest: undefined }))).toHaveLength(25);
    expect(emails(await get('Active', { RecordsPerRequest: 0 }))).toHaveLength(25);
    const all = await get('Active', { RecordsPerRequest: '0' });
    expect(emails(all)).toHaveLength(all.json.TotalSubscribers as number);
  });

  test('order by any column', async () => {
    const answer = await get('Active', { OrderField: 'SubscriptionDate', OrderType: 'DESC' });
    const dates = (answer.json.Subscribers as { SubscriptionDate: string }[]).map(
      (row) => row.SubscriptionDate,
    );
    expect(dates).toEqual(dates.toSorted().toReversed());
  });

  test('a segment nobody made is empty', async () => {
    const { json } = await get('4711');
    expect(json).toMatchObject({ Success: true, TotalSubscribers: 0 });
    expect(json.Subscribers).toEqual(dialect === 'seed' ? false : []);
  });

  test('a field that cannot be searched', async () => {
    const { json } = await get('Active', { SearchField: 'Shoe size', SearchKeyword: '42' });
    expect(json).toMatchObject(
      dialect === 'seed' ? { Success: true, Subscribers: false } : { Success: false, ErrorCode: 4 },
    );
  });

  test.each([
    [{}, 1],
    [{ SubscriberListID: 12 }, 2],
    [{ SubscriberListID: 99, SubscriberSegment: 'Active' }, 3],
  ])('%j is code %i', async (parameters, code) => {
    const { json } = await here.octeth('subscribers.get', parameters);
    expect(json).toEqual({ Success: false, ErrorCode: code });
  });
});
