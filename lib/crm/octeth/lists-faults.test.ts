import { describe, expect, test } from 'vitest';
import type { Failure, Result } from '../../failure';
import { notable } from '../../../sandbox/sandbox.ts';
import type { Fault } from '../../../sandbox/sandbox.ts';
import { CLICK, octethAccount, octethOn } from '../testing/fakes';
import { DIALECTS, NEWSLETTER, useOcteth } from '../testing/use-octeth';
import { createOctethClient } from './client';
import { oneRule } from './rules';

type Crm = ReturnType<typeof octethOn>;

/** Every read here, by its command. */
const reads: [string, (crm: Crm) => Promise<Result<unknown>>][] = [
  [
    'subscribers.search',
    (crm) => crm.searchPeople(NEWSLETTER, { search: { by: 'address', part: 'a' }, from: 0 }, CLICK),
  ],
  ['subscribers.get', (crm) => crm.browsePeople(NEWSLETTER, { group: 'active', from: 0 }, CLICK)],
  ['segments.get', (crm) => crm.segments(NEWSLETTER, CLICK)],
  ['subscribers.import.get', (crm) => crm.importState(NEWSLETTER, '1', CLICK)],
  ['subscribers.export.get', (crm) => crm.exportState(NEWSLETTER, '1', CLICK)],
  ['subscribers.import.prepare', (crm) => crm.prepareImport({ service: 'drip', key: 'k' }, CLICK)],
  ['subscriber.tags.get', async (crm) => (await crm.catalogue(CLICK)).tags],
  ['customfields.get', async (crm) => (await crm.catalogue(CLICK)).fields],
];

const misfortunes: [string, Fault['do'], Failure['kind']][] = [
  ['an HTML page', 'html', 'web-page'],
  ['an empty body', 'empty', 'changed-shape'],
  ['null', { replace: 'null' }, 'changed-shape'],
  ['a number', { replace: '7' }, 'changed-shape'],
  ['an empty object', { replace: '{}' }, 'changed-shape'],
  ['a body cut in the middle', 'cut', 'changed-shape'],
  ['status 500', { status: 500 }, 'server-error'],
  ['a broken connection', 'reset', 'offline'],
  ['a missing permission', { replace: '{"Success":false,"ErrorCode":99999}' }, 'not-allowed'],
  ['a used-up limit', { replace: '{"Success":false,"ErrorCode":429}' }, 'busy'],
];

const row = { SubscriberID: 1, EmailAddress: notable.ada.email, SubscriptionStatus: 'Subscribed' };
const job = { ImportID: 1, ImportStatus: 'Completed' };
const wrongShapes: [string, object][] = [
  ['subscribers.search', { TotalSubscribers: 1 }],
  ['subscribers.search', { TotalSubscribers: 'many', Subscribers: [row] }],
  ['subscribers.search', { TotalSubscribers: 1, Subscribers: [{ ...row, SubscriberID: {} }] }],
  ['subscribers.search', { TotalSubscribers: 1, Subscribers: [{ ...row, EmailAddress: null }] }],
  ['subscribers.get', { TotalSubscribers: null, Subscribers: [] }],
  ['subscribers.get', { TotalSubscribers: 1, Subscribers: [{ ...row, SubscriptionStatus: 1 }] }],
  ['subscribers.get', { TotalSubscribers: 1, Subscribers: [{ ...row, Suppressed: 'perhaps' }] }],
  ['subscribers.get', { TotalSubscribers: 1, Subscribers: 'Ada' }],
  ['segments.get', { Segments: [{ SegmentName: 'x' }] }],
  ['segments.get', { Segments: 7 }],
  ['subscribers.import.get', { ImportJob: null }],
  ['subscribers.import.get', { ImportJob: { ...job, ImportStatus: null } }],
  ['subscribers.import.get', { ImportJob: { ...job, TotalImported: [] } }],
  ['subscribers.export.get', { ExportJob: { ExportID: 1 } }],
  ['subscribers.import.prepare', { Lists: [{ Name: 'x' }] }],
];

const failureIn = (result: Result<unknown>): Failure['kind'] | null =>
  result.ok ? null : result.failure.kind;

describe.each(DIALECTS)('%s: what goes wrong while reading lists', (dialect) => {
  const octeth = useOcteth({ dialect });
  const crm = () =>
    octeth.crm({
      retryMs: 0,
      account: octethAccount(octeth.sandbox, { lists: [{ ...NEWSLETTER, searched: true }] }),
    });

  describe.each(misfortunes)('%s', (_, misfortune, kind) => {
    test.each(reads)('in %s is a failure of its own kind', async (command, read) => {
      octeth.sandbox.break({ command, do: misfortune });
      expect(failureIn(await read(crm()))).toBe(kind);
    });
  });

  test.each(wrongShapes)('%s of a wrong shape is told by path: %#', async (command, shape) => {
    const read = reads.find(([name]) => name === command)?.[1];
    octeth.sandbox.break({ command, do: { replace: JSON.stringify({ Success: true, ...shape }) } });
    const told = (await read?.(crm())) ?? { ok: true, value: null };
    expect(told).toMatchObject({ ok: false, failure: { kind: 'changed-shape' } });
    expect(JSON.stringify(told)).not.toContain(notable.ada.email);
  });

  test('ids, totals and counts may be text, an empty list may be false, and rows an object', async () => {
    const replace = JSON.stringify({
      Success: true,
      TotalSubscribers: '1',
      Subscribers: { 0: { ...row, SubscriberID: '1001' } },
    });
    octeth.sandbox.break({ command: 'subscribers.get', do: { replace } });
    const page = await crm().browsePeople(NEWSLETTER, { group: 'active', from: 0 }, CLICK);
    expect(page).toMatchObject({ ok: true, value: { rows: [{ id: '1001' }], total: 1 } });
    octeth.sandbox.mend();
    const none = JSON.stringify({ Success: true, TotalSubscribers: 0, Subscribers: false });
    octeth.sandbox.break({ command: 'subscribers.get', do: { replace: none } });
    const empty = await crm().browsePeople(NEWSLETTER, { group: 'active', from: 0 }, CLICK);
    expect(empty).toMatchObject({ ok: true, value: { rows: [], next: null, total: 0 } });
  });

  test('a probe that is not understood proves nothing', async () => {
    const client = createOctethClient({
      server: octeth.sandbox.octeth.url,
      key: async () => octeth.sandbox.octeth.key,
      retryMs: 0,
    });
    const vips = oneRule({ type: 'tags', operator: 'has this tag', value: '4' });
    for (const misfortune of ['html', 'empty', 'cut', 'reset'] as const) {
      octeth.sandbox.break({ command: 'subscribers.search', do: misfortune });
      await expect(client.proveRules('12', vips, CLICK)).rejects.toThrow();
      octeth.sandbox.mend();
    }
  });

  test('a write that was done and then lost is told as lost, and sent once', async () => {
    octeth.sandbox.break({ command: 'subscribers.delete', do: 'act-then-drop' });
    expect(failureIn(await crm().removePeople(NEWSLETTER, ['1001'], CLICK))).toBe('offline');
    expect(octeth.sandbox.log).toHaveLength(1);
  });
});
