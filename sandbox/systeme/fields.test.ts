// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { notable } from '../sandbox.ts';
import { useSandbox } from '../testing.ts';

describe.each(['seed', 'public'] as const)('%s: contact fields', (dialect) => {
  const here = useSandbox({ dialect });
  const isPublic = dialect === 'public';
  const key = isPublic ? 'fieldName' : 'name';
  const otherKey = isPublic ? 'name' : 'fieldName';
  const slugs = () => here.world.right.contactFields.map(({ slug }) => slug);
  const make = (body: object) => here.systeme('POST', '/contact_fields', body);

  test('create, rename, delete, under the dialect’s own key', async () => {
    const made = await make({ [key]: 'Shoe size', slug: 'shoe_size' });
    expect([made.status, made.json]).toEqual([201, { slug: 'shoe_size', [key]: 'Shoe size' }]);
    const path = '/contact_fields/shoe_size';
    const renamed = await here.systeme('PATCH', path, { [key]: 'Size of shoe' });
    expect([renamed.status, renamed.json[key]]).toEqual([200, 'Size of shoe']);
    const deleted = await here.systeme('DELETE', path);
    expect([deleted.status, deleted.text]).toEqual(isPublic ? [204, ''] : [200, '{}']);
    expect(slugs()).not.toContain('shoe_size');
    expect((await here.systeme('DELETE', path)).status).toBe(404);
    expect((await here.systeme('PATCH', path, { [key]: 'x' })).status).toBe(404);
  });

  test('what stood in a deleted field is gone from everybody', async () => {
    await make({ [key]: 'Shoe size', slug: 'shoe_size' });
    const ada = here.world.contact(notable.ada.email)!;
    const fields = [{ slug: 'shoe_size', value: '38' }];
    await here.systeme('PATCH', `/contacts/${ada.id}`, { fields });
    expect(ada.fields.get('shoe_size')).toBe('38');
    await here.systeme('DELETE', '/contact_fields/shoe_size');
    expect(ada.fields.has('shoe_size')).toBe(false);
  });

  test.each([
    [{ slug: 'shoe_size' }, key],
    [{ [key]: ' ', slug: 'shoe_size' }, key],
    [{ [otherKey]: 'Shoe size', slug: 'shoe_size' }, key],
    [{ [key]: 'Shoe size' }, 'slug'],
    [{ [key]: 'Shoe size', slug: 'Shoe size' }, 'slug'],
    [{ [key]: 'Surname', slug: 'surname' }, 'slug'],
  ])('a field of %j is 422 about %s', async (body, propertyPath) => {
    const before = slugs();
    const { status, json } = await make(body);
    expect([status, json.violations]).toMatchObject([422, [{ propertyPath }]]);
    expect(slugs()).toEqual(before);
  });

  test('a field that Systeme.io brings along stays', async () => {
    const { status, type } = await here.systeme('DELETE', '/contact_fields/first_name');
    expect([status, type]).toEqual([403, 'application/problem+json']);
    expect(slugs()).toContain('first_name');
  });
});
