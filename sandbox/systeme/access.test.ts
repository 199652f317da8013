// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { notable } from '../sandbox.ts';
import { useSandbox } from '../testing.ts';

/** What a contact may enter or pays for: courses, communities, subscriptions. */
describe.each(['seed', 'public'] as const)('%s: access', (dialect) => {
  const here = useSandbox({ dialect });
  const isPublic = dialect === 'public';
  const empty = isPublic ? [204, ''] : [200, '{}'];
  const ada = () => here.world.contact(notable.ada.email)!.id;
  const marie = () => here.world.contact(notable.systemeOnly.email)!.id;
  const contactIds = (json: Record<string, unknown>) =>
    new Set((json.items as { contact: { id: number } }[]).map(({ contact }) => contact.id));

  test('courses', async () => {
    const { json } = await here.systeme('GET', '/school/courses');
    expect(json.items).toMatchObject([
      { id: 303, name: 'Film photography', active: false },
      { id: 302, name: 'Sourdough from scratch', active: true },
      { id: 301, name: 'Watercolour for beginners', modules: [{ id: 3011 }, {}, {}] },
    ]);
  });

  test('courses and communities by a part of the name, and courses by state, or all of them', async () => {
    const ids = async (path: string) =>
      ((await here.systeme('GET', path)).json.items as { id: number }[]).map(({ id }) => id);
    expect(await ids('/school/courses?query=SOUR')).toEqual(isPublic ? [302] : [303, 302, 301]);
    expect(await ids('/school/courses?active=false')).toEqual(isPublic ? [303] : [303, 302, 301]);
    expect(await ids('/community/communities?query=nothing')).toEqual(isPublic ? [] : [801]);
  });

  test('enrolling twice, in a course nobody has, and a membership twice', async () => {
    const body = { contactId: ada(), accessType: 'full_access' };
    const twice = await here.systeme('POST', '/school/courses/301/enrollments', body);
    expect([twice.status, twice.json.violations]).toMatchObject([
      422,
      [{ propertyPath: 'contactId' }],
    ]);
    expect((await here.systeme('POST', '/school/courses/9/enrollments', body)).status).toBe(404);
    const again = await here.systeme('POST', '/community/communities/801/memberships', body);
    expect(again.status).toBe(422);
    const nowhere = await here.systeme('POST', '/community/communities/9/memberships', body);
    expect(nowhere.status).toBe(404);
    expect((await here.systeme('DELETE', '/community/memberships/9')).status).toBe(404);
  });

  test('enrollments by course, where they can be filtered', async () => {
    const { json } = await here.systeme('GET', '/school/enrollments?course=302&limit=100');
    const courses = (json.items as { course: { id: number } }[]).map(({ course }) => course.id);
    expect(new Set(courses).size === 1).toBe(isPublic);
  });

  test('enrollments by contact, where they can be filtered', async () => {
    const { json } = await here.systeme('GET', `/school/enrollments?contact=${ada()}&limit=100`);
    const contact = { id: ada(), email: notable.ada.email };
    const course = { id: 301, name: 'Watercolour for beginners' };
    const access = { accessType: 'full_access', active: true };
    expect(json.items).toContainEqual({ id: expect.any(Number), ...access, course, contact });
    expect(contactIds(json).size === 1).toBe(isPublic);
  });

  test('enrol, and take it back', async () => {
    const path = '/school/courses/302/enrollments';
    const body = { contactId: ada(), accessType: 'partial_access', modules: [3021] };
    const created = await here.systeme('POST', path, body);
    expect([created.status, created.json.course]).toMatchObject([201, { id: 302 }]);
    const deleted = await here.systeme('DELETE', `/school/enrollments/${created.json.id}`);
    expect([deleted.status, deleted.text]).toEqual(empty);
    const again = await here.systeme('DELETE', `/school/enrollments/${created.json.id}`);
    expect(again.status).toBe(404);
  });

  test.each([
    [{ accessType: 'full_access' }, 'contactId'],
    [{ contactId: 1, accessType: 'full_access' }, 'contactId'],
    [{ contactId: 70_001 }, 'accessType'],
    [{ contactId: 70_001, accessType: 'all' }, 'accessType'],
    [{ contactId: 70_001, accessType: 'partial_access' }, 'modules'],
    [{ contactId: 70_001, accessType: 'partial_access', modules: [1] }, 'modules'],
  ])('enrolling with %j is 422 about %s', async (body, propertyPath) => {
    const { status, json } = await here.systeme('POST', '/school/courses/301/enrollments', body);
    expect([status, json.violations]).toMatchObject([422, [{ propertyPath }]]);
  });

  test('communities and memberships', async () => {
    const communities = await here.systeme('GET', '/community/communities');
    expect(communities.json.items).toMatchObject([{ id: 801, name: 'The studio' }]);
    const path = '/community/communities/801/memberships';
    const joined = await here.systeme('POST', path, { contactId: marie() });
    expect(joined.status).toBe(isPublic ? 202 : 201);
    expect(joined.text === '').toBe(isPublic);
    const list = `/community/memberships?contact=${marie()}`;
    const { json } = await here.systeme('GET', list);
    expect(json.items).toHaveLength(isPublic ? 1 : 4);
    const [{ id }] = json.items as [{ id: number }];
    const [newest] = json.items as [object];
    expect(newest).toMatchObject({ community: { id: 801 }, contact: { id: marie() } });
    const left = await here.systeme('DELETE', `/community/memberships/${id}`);
    expect([left.status, left.text]).toEqual(empty);
  });

  test('subscriptions: of one contact, or of everybody with whose they are', async () => {
    const { json } = await here.systeme('GET', `/payment/subscriptions?contact=${ada()}`);
    const hers = {
      status: 'active',
      cancelledAt: null,
      pricePlan: { name: 'Studio, monthly', amount: 2900 },
    };
    expect(json.items).toHaveLength(isPublic ? 1 : 4);
    expect((json.items as object[]).at(-1)).toMatchObject(hers);
    const bare = await here.systeme('GET', '/payment/subscriptions');
    if (isPublic) {
      expect(bare.status).toBe(422);
      expect(bare.json.detail).toBe('contact: This value should be positive.');
      const large = `/payment/subscriptions?contact=${ada()}&limit=100`;
      expect((await here.systeme('GET', large)).status).toBe(422);
    } else {
      const theirs = bare.json.items as { contact: { email: string } }[];
      expect(theirs.map(({ contact }) => contact.email)).toEqual([
        notable.formerMember.email,
        notable.payingUnsubscribed.email,
        notable.payingSuppressed.email,
        notable.ada.email,
      ]);
    }
  });

  test('cancel: with a body where one is wanted', async () => {
    const path = '/payment/subscriptions/9001/cancel';
    const bare = await here.systeme('POST', path);
    expect(bare.status).toBe(isPublic ? 422 : 200);
    const answer = await here.systeme('POST', path, { cancel: 'Now' });
    expect([answer.status, answer.text]).toEqual(empty);
    expect(here.world.right.subscriptions![0]!.status).toBe('cancelled');
  });

  test('cancel at the end of the period: it still runs, where the body is read at all', async () => {
    const body = { cancel: 'WhenBillingPeriodEnds' };
    await here.systeme('POST', '/payment/subscriptions/9001/cancel', body);
    const [first] = here.world.right.subscriptions!;
    const status = isPublic ? 'active' : 'cancelled';
    expect([first!.status, typeof first!.cancelledAt]).toEqual([status, 'string']);
    const odd = { cancel: 'Later' };
    const refused = await here.systeme('POST', '/payment/subscriptions/9001/cancel', odd);
    expect(refused.status).toBe(isPublic ? 422 : 200);
    const nobody = await here.systeme('POST', '/payment/subscriptions/9/cancel', body);
    expect(nobody.status).toBe(404);
  });
});

describe('a membership that is queued', () => {
  const here = useSandbox({ dialect: 'public', membershipsQueueMs: 1500 });

  test('is accepted at once and there a moment later', async () => {
    const contactId = here.world.contact(notable.systemeOnly.email)!.id;
    const join = () =>
      here.systeme('POST', '/community/communities/801/memberships', { contactId });
    const hers = async () =>
      (await here.systeme('GET', `/community/memberships?contact=${contactId}`)).json.items;
    expect([(await join()).status, (await join()).status]).toEqual([202, 202]);
    expect(await hers()).toEqual([]);
    here.clock.now += 1500;
    expect(await hers()).toHaveLength(1);
    expect((await join()).status).toBe(422);
  });
});
