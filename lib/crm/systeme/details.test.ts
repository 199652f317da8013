import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { foldAddress } from '../../people/address';
import { notable, startSandbox } from '../../../sandbox/sandbox.ts';
import type { Sandbox } from '../../../sandbox/sandbox.ts';
import { CLICK, memoryOf, systemeOn } from '../testing/fakes';

const limit = { calls: 1000, seconds: 1 };
const OK = { ok: true, value: null };

describe.each(['seed', 'public'] as const)('Systeme.io, %s dialect', (dialect) => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ dialect, matonLimit: limit });
  });
  beforeEach(() => sandbox.reset());
  afterAll(() => sandbox.close());

  const crmOf = (rig = {}) => systemeOn(sandbox, { limit, ...rig });
  const targetOf = (name: keyof typeof notable) => ({
    account: crmOf().account,
    place: null,
    profileId: String(sandbox.world.contact(notable[name].email)?.id),
    address: foldAddress(notable[name].email),
  });
  const valueOf = (slug: string) => sandbox.world.contact(notable.ada.email)?.fields.get(slug);
  const change = (id: string, before: string, after: string) => ({ id, name: id, before, after });

  test('fields with names, also the empty ones, and where she came from', async () => {
    const { fields, origin, segments, activity } = await crmOf().details(targetOf('ada'), CLICK);
    expect(fields).toEqual({
      ok: true,
      value: [
        { id: 'first_name', name: 'First name', value: 'Ada' },
        { id: 'surname', name: 'Last name', value: 'Lovelace' },
        { id: 'phone_number', name: 'Phone number', value: '' },
        { id: 'country', name: 'Country', value: '' },
        { id: 'company_name', name: 'Company name', value: 'Analytical Engines' },
      ],
    });
    expect(origin).toMatchObject({ since: expect.stringMatching(/^2024-/), locale: 'en' });
    expect([segments, activity]).toEqual([null, null]);
  });

  test('law 1: courses, communities and subscriptions are hers alone', async () => {
    const { courses, communities, subscriptions } = await crmOf().details(targetOf('ada'), CLICK);
    expect(courses).toMatchObject({
      value: [{ course: { id: '301' }, access: 'full_access', active: true }],
    });
    expect(communities).toMatchObject({
      value: [{ community: { id: '801', name: 'The studio' } }],
    });
    expect(subscriptions).toMatchObject({
      value: [
        {
          plan: 'Studio, monthly',
          amount: 2900,
          currency: 'EUR',
          every: 'every month',
          state: 'active',
          since: '2026-03-01 08:00:00',
        },
      ],
    });
    const nobody = await crmOf().details(targetOf('systemeUnsubscribed'), CLICK);
    const none = { ok: true, value: [] };
    expect([nobody.courses, nobody.communities, nobody.subscriptions]).toEqual([none, none, none]);
  });

  test('law 1: a number that carries another address tells nothing', async () => {
    const target = { ...targetOf('ada'), profileId: targetOf('ann').profileId };
    const details = await crmOf().details(target, CLICK);
    const gone = { ok: false, failure: { kind: 'not-found', what: 'person' } };
    expect(details).toMatchObject({ fields: gone, courses: gone, subscriptions: gone });
    expect(JSON.stringify(details)).not.toContain('Liddell');
  });

  test.each([
    ['GET /contact_fields', 'fields'],
    ['GET /school/enrollments', 'courses'],
    ['GET /community/memberships', 'communities'],
    ['GET /payment/subscriptions', 'subscriptions'],
  ] as const)('what fails at %s leaves the other parts standing', async (command, part) => {
    sandbox.break({ command, do: { status: 403 } });
    const { fields, courses, communities, subscriptions } = await crmOf().details(
      targetOf('ada'),
      CLICK,
    );
    const parts = { fields, courses, communities, subscriptions };
    const failing = Object.entries(parts).filter(([, result]) => !result?.ok);
    expect(failing).toMatchObject([
      [part, { failure: { kind: 'not-allowed', permission: expect.stringMatching(/^[CP]/) } }],
    ]);
  });

  test('where payments were never set up there are no subscriptions to tell of', async () => {
    sandbox.world.right.subscriptions = null;
    expect((await crmOf().details(targetOf('ada'), CLICK)).subscriptions).toBeNull();
  });

  test('law 3: what was searched in part only is never called none', async () => {
    const contactId = sandbox.world.right.contacts[0]?.id ?? 0;
    sandbox.world.right.enrollments.push(
      ...Array.from({ length: 3100 }, (_, index) => ({
        id: 10_000 + index,
        courseId: 301,
        contactId,
        accessType: 'full_access' as const,
        active: true,
      })),
    );
    const { courses } = await crmOf().details(targetOf('ada'), CLICK);
    if (dialect === 'public') expect(courses).toMatchObject({ value: [{ course: { id: '301' } }] });
    else expect(courses).toMatchObject({ failure: { kind: 'cut-short', searched: 3000 } });
  });

  test('subscriptions that do not say whose they are count only after a probe', async () => {
    const memory = memoryOf();
    await crmOf({ memory }).details(targetOf('ada'), CLICK);
    expect(memory.learnt.subscriptionFilter).toBe(dialect === 'public' ? 'honoured' : null);
    const stray = { id: 1, status: 'active', createdAt: null, cancelledAt: null };
    const page = JSON.stringify({ items: [stray], hasMore: false });
    sandbox.break({ command: 'GET /payment/subscriptions', do: { replace: page } });
    const untold = await crmOf({ memory: memoryOf() }).details(targetOf('ada'), CLICK);
    expect(untold.subscriptions).toMatchObject({ failure: { kind: 'changed-shape' } });
  });

  test('only the fields named are changed, and an empty one is cleared', async () => {
    const fields = [
      change('surname', 'Lovelace', 'King'),
      change('country', '', 'GB'),
      change('company_name', 'Analytical Engines', ''),
    ];
    expect(await crmOf().update(targetOf('ada'), { fields, address: null }, CLICK)).toEqual(OK);
    expect(['surname', 'country', 'company_name', 'first_name'].map(valueOf)).toEqual([
      'King',
      'GB',
      undefined,
      'Ada',
    ]);
    const { headers, body } = sandbox.log.find(({ method }) => method === 'PATCH') ?? {};
    expect(headers?.['content-type']).toBe('application/merge-patch+json');
    expect(body).not.toContain('first_name');
  });

  test('a change that the server swallows is not called done', async () => {
    const { profileId } = targetOf('ada');
    sandbox.break({ command: 'PATCH /contacts/{id}', do: 'empty' });
    const fields = [change('surname', 'Lovelace', 'King')];
    const result = await crmOf().update(targetOf('ada'), { fields, address: null }, CLICK);
    expect(result).toMatchObject({
      failure: { kind: 'refused', reason: expect.stringContaining('surname') },
    });
    expect(sandbox.log.at(-1)?.url).toContain(profileId);
  });

  test('law 8: an odd slug or another’s number sends nothing', async () => {
    const crm = crmOf();
    const odd = [change('../tags/1', '', 'x')];
    expect(await crm.update(targetOf('ada'), { fields: odd, address: null }, CLICK)).toMatchObject({
      failure: { kind: 'bad-input' },
    });
    const target = { ...targetOf('ada'), profileId: targetOf('ann').profileId };
    const fields = [change('country', '', 'GB')];
    const gone = { failure: { kind: 'not-found', what: 'person' } };
    expect(await crm.update(target, { fields, address: null }, CLICK)).toMatchObject(gone);
    expect(await crm.removePerson(target, CLICK)).toMatchObject(gone);
    expect(sandbox.log.every(({ method }) => method === 'GET')).toBe(true);
    expect(sandbox.world.contact(notable.ann.email)).toBeDefined();
  });

  test('what Systeme.io has not is refused in words', async () => {
    const crm = crmOf();
    const address = { before: notable.ada.email, after: 'countess@lovelace.dev' };
    const refused = { failure: { kind: 'refused', reason: expect.stringContaining('Systeme.io') } };
    for (const result of [
      await crm.update(targetOf('ada'), { fields: [], address }, CLICK),
      await crm.unsubscribe(targetOf('ada'), { ipAddress: '192.0.2.1', suppress: false }, CLICK),
      await crm.confirm(targetOf('ada'), 'code', CLICK),
      await crm.exitJourney(targetOf('ada'), { id: '7', name: 'x' }, CLICK),
    ])
      expect(result).toMatchObject(refused);
    expect(sandbox.log).toEqual([]);
  });

  test('a person is removed once; the second time she is told to be gone', async () => {
    const target = targetOf('ada');
    expect(await crmOf().removePerson(target, CLICK)).toEqual(OK);
    expect(sandbox.world.contact(notable.ada.email)).toBeUndefined();
    expect(await crmOf().removePerson(target, CLICK)).toMatchObject({
      failure: { kind: 'not-found', what: 'person' },
    });
  });

  test('fields are carried over to somebody new', async () => {
    const newcomer = {
      account: crmOf().account,
      place: null,
      address: foldAddress('new@example.org'),
      firstName: 'New',
      lastName: '',
      standing: 'subscribed' as const,
      ipAddress: null,
      way: 'create' as const,
      since: null,
      fields: [change('country', '', 'FR'), change('phone_number', '', '+33 1')],
    };
    expect(await crmOf().add(newcomer, CLICK)).toEqual(OK);
    const fields = sandbox.world.contact('new@example.org')?.fields ?? new Map<string, string>();
    expect(Object.fromEntries(fields)).toEqual({
      first_name: 'New',
      country: 'FR',
      phone_number: '+33 1',
    });
    expect(await crmOf().add(newcomer, CLICK)).toMatchObject({
      failure: { kind: 'refused', code: 422, reason: expect.stringContaining('The address') },
    });
    expect(await crmOf().add({ ...newcomer, way: 'subscribe' }, CLICK)).toMatchObject({
      failure: { kind: 'bad-input' },
    });
  });
});
