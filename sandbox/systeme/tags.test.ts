// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { notable } from '../sandbox.ts';
import { useSandbox } from '../testing.ts';

describe.each(['seed', 'public'] as const)('%s: tags', (dialect) => {
  const here = useSandbox({ dialect });
  const isPublic = dialect === 'public';
  const empty = isPublic ? [204, ''] : [200, '{}'];
  const ada = () => here.world.contact(notable.ada.email)!;
  const tags = () => here.world.contactTagsOf(notable.ada.email);

  test('list: pages, and a query where there is one', async () => {
    const { json } = await here.systeme('GET', '/tags');
    expect(json).toMatchObject({ hasMore: true });
    expect(json.items).toHaveLength(10);
    expect(json.items).toContainEqual({
      id: 503,
      name: 'VIP',
      createdAt: '2024-02-05T10:00:00+00:00',
    });
    const found = await here.systeme('GET', '/tags?query=buy');
    expect(found.json.items).toHaveLength(isPublic ? 1 : 10);
  });

  test('get, create, rename, delete', async () => {
    expect((await here.systeme('GET', '/tags/501')).json).toMatchObject({ id: 501, name: 'Buyer' });
    const created = await here.systeme('POST', '/tags', { name: 'Speaker' });
    expect([created.status, created.json.name]).toEqual([201, 'Speaker']);
    const renamed = await here.systeme('PUT', `/tags/${created.json.id}`, { name: 'On stage' });
    expect([renamed.status, renamed.json.name]).toEqual([200, 'On stage']);
    const deleted = await here.systeme('DELETE', '/tags/501');
    expect([deleted.status, deleted.text]).toEqual(empty);
    expect(tags()).toEqual([]);
    expect((await here.systeme('GET', '/tags/501')).status).toBe(404);
  });

  test.each([{}, { name: ' ' }, { name: 'x'.repeat(65) }, { name: 'buyer' }])(
    'a tag called %j is 422',
    async (body) => {
      const { status, json } = await here.systeme('POST', '/tags', body);
      expect([status, json.violations]).toMatchObject([422, [{ propertyPath: 'name' }]]);
    },
  );

  test('assign and remove', async () => {
    const assigned = await here.systeme('POST', `/contacts/${ada().id}/tags`, { tagId: 503 });
    expect(tags()).toEqual(['Buyer', 'VIP']);
    if (isPublic) expect([assigned.status, assigned.text]).toEqual([204, '']);
    else expect([assigned.status, assigned.json.email]).toEqual([201, notable.ada.email]);
    const removed = await here.systeme('DELETE', `/contacts/${ada().id}/tags/503`);
    expect([removed.status, removed.text]).toEqual(empty);
    expect(tags()).toEqual(['Buyer']);
  });

  test('what she has already, and what she has not', async () => {
    const again = await here.systeme('POST', `/contacts/${ada().id}/tags`, { tagId: 501 });
    expect(again.status).toBe(isPublic ? 422 : 201);
    const none = await here.systeme('DELETE', `/contacts/${ada().id}/tags/503`);
    expect(none.status).toBe(isPublic ? 404 : 200);
    expect(tags()).toEqual(['Buyer']);
  });

  test.each([{}, { tagId: '503' }, { tagId: 1 }])('assigning %j is 422', async (body) => {
    const { status, json } = await here.systeme('POST', `/contacts/${ada().id}/tags`, body);
    expect([status, json.violations]).toMatchObject([422, [{ propertyPath: 'tagId' }]]);
  });

  test('assigning to nobody is 404', async () => {
    expect((await here.systeme('POST', '/contacts/1/tags', { tagId: 503 })).status).toBe(404);
  });
});
