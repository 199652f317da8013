import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Failure, Result } from '../../failure';
import { foldAddress } from '../../people/address';
import { notable, startSandbox } from '../../../sandbox/sandbox.ts';
import type { Fault, Sandbox } from '../../../sandbox/sandbox.ts';
import { CLICK, systemeOn } from '../testing/fakes';

const limit = { calls: 1000, seconds: 1 };
const pageOf = (...items: unknown[]): Fault['do'] => ({
  replace: JSON.stringify({ items, hasMore: false }),
});

const misfortunes: [string, Fault['do'], Failure['kind']][] = [
  ['an HTML page', 'html', 'web-page'],
  ['HTML said to be JSON', { replace: '<!doctype html><title>Sign in</title>' }, 'web-page'],
  ['an empty body', 'empty', 'changed-shape'],
  ['null', { replace: 'null' }, 'changed-shape'],
  ['a list', { replace: '[]' }, 'changed-shape'],
  ['an empty object', { replace: '{}' }, 'changed-shape'],
  ['a body cut in the middle', 'cut', 'changed-shape'],
  ['5 MB', { replace: `{"items":[],"pad":"${'x'.repeat(5_000_000)}"}` }, 'changed-shape'],
  ['a row that is null', pageOf(null), 'changed-shape'],
  ['a row without anything', pageOf({}), 'changed-shape'],
  ['a row whose values are of other types', pageOf({ id: {}, slug: 7 }), 'changed-shape'],
  ['status 500', { status: 500 }, 'server-error'],
  ['status 403', { status: 403 }, 'not-allowed'],
  ['a broken connection', 'reset', 'offline'],
];

describe.each(['seed', 'public'] as const)('Systeme.io, %s dialect', (dialect) => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ dialect, matonLimit: limit });
  });
  beforeEach(() => sandbox.reset());
  afterAll(() => sandbox.close());

  const crmOf = () => systemeOn(sandbox, { limit, retryMs: 0 });
  const ada = () => ({
    account: crmOf().account,
    place: null,
    profileId: String(sandbox.world.contact(notable.ada.email)?.id),
    address: foldAddress(notable.ada.email),
  });
  const kindOf = (result: Result<unknown> | null | undefined) =>
    result?.ok === false ? result.failure.kind : 'none';

  describe.each(misfortunes)('%s', (_, misfortune, kind) => {
    test.each([
      ['GET /contact_fields', 'fields'],
      ['GET /school/enrollments', 'courses'],
      ['GET /community/memberships', 'communities'],
      ['GET /payment/subscriptions', 'subscriptions'],
    ] as const)('at %s is a failure of its %s alone', async (command, part) => {
      sandbox.break({ command, do: misfortune });
      const { fields, courses, communities, subscriptions } = await crmOf().details(ada(), CLICK);
      const parts = { fields, courses, communities, subscriptions };
      expect(Object.values(parts).filter((one) => !one?.ok)).toHaveLength(1);
      expect(kindOf(parts[part])).toBe(kind);
    });

    test.each([
      ['GET /tags', 'tags'],
      ['GET /contact_fields', 'fields'],
      ['GET /school/courses', 'courses'],
      ['GET /community/communities', 'communities'],
    ] as const)('at %s is a failure of the catalogue’s %s alone', async (command, part) => {
      sandbox.break({ command, do: misfortune });
      const { tags, fields, courses, communities } = await crmOf().catalogue(CLICK);
      const parts = { tags, fields, courses, communities };
      expect(Object.values(parts).filter((one) => !one?.ok)).toHaveLength(1);
      expect(kindOf(parts[part])).toBe(kind);
    });

    test('in whose contact it is: nothing is told and nothing is written', async () => {
      sandbox.break({ command: 'GET /contacts/{id}', do: misfortune });
      const details = await crmOf().details(ada(), CLICK);
      for (const part of [details.fields, details.courses, details.subscriptions])
        expect(kindOf(part)).toBe(kind);
      expect(kindOf(await crmOf().removePerson(ada(), CLICK))).toBe(kind);
      expect(sandbox.log.every(({ method }) => method === 'GET')).toBe(true);
    });

    test('where she is in a course already: nothing is taken away', async () => {
      sandbox.break({ command: 'GET /school/enrollments', do: misfortune });
      const course = { id: '301', name: 'Watercolour for beginners' };
      expect(kindOf(await crmOf().unenrol(ada(), course, CLICK))).toBe(kind);
      expect(sandbox.log.every(({ method }) => method === 'GET')).toBe(true);
    });
  });

  test('ids as text, missing names and unknown words do no harm', async () => {
    const row = {
      id: '77',
      accessType: 'by_invitation',
      course: { id: '301' },
      contact: { id: ada().profileId },
      surprise: [{}],
    };
    sandbox.break({ command: 'GET /school/enrollments', do: pageOf(row) });
    const paid = {
      id: '78',
      status: 'in_charge',
      contact: row.contact,
      pricePlan: { amount: '29', recurringOptions: 'monthly' },
    };
    sandbox.break({ command: 'GET /payment/subscriptions', do: pageOf(paid) });
    const { courses, subscriptions } = await crmOf().details(ada(), CLICK);
    expect(courses).toMatchObject({
      value: [{ id: '77', course: { id: '301', name: 'Course 301' }, access: null, active: true }],
    });
    expect(subscriptions).toMatchObject({
      value: [{ plan: 'Subscription 78', amount: null, every: null, state: 'unclear' }],
    });
  });

  test('a write that was done and then lost is told as lost, and sent once', async () => {
    sandbox.break({ command: 'DELETE /contacts/{id}', do: 'act-then-drop' });
    expect(kindOf(await crmOf().removePerson(ada(), CLICK))).toBe('offline');
    expect(sandbox.log.filter(({ method }) => method === 'DELETE')).toHaveLength(1);
  });

  test('a cursor that leads nowhere ends in a failure', async () => {
    const row = { id: 1, name: 'Again' };
    const page = JSON.stringify({ items: [row], hasMore: true });
    sandbox.break({ command: 'GET /tags', do: { replace: page } });
    expect(kindOf(await crmOf().tags(CLICK))).toBe('changed-shape');
  });
});
