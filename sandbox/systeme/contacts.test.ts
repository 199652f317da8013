// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { absent, notable } from '../sandbox.ts';
import type { Answer } from '../testing.ts';
import { useSandbox } from '../testing.ts';

const items = ({ json }: Answer) => json.items as { id: number; email: string }[];
const emails = (answer: Answer) => items(answer).map(({ email }) => email);

describe.each(['seed', 'public'] as const)('%s: contacts', (dialect) => {
  const here = useSandbox({ dialect });
  const isPublic = dialect === 'public';
  const list = (query = '') => here.systeme('GET', `/contacts${query}`);
  const idOf = (email: string) => here.world.contact(email)!.id;

  test('newest first, ten at a time', async () => {
    const answer = await list();
    expect(answer.json.hasMore).toBe(true);
    expect(items(answer)).toHaveLength(10);
    expect(emails(answer)[0]).toBe(notable.newest.email);
  });

  test('the walk by cursor meets everybody once and ends with the oldest', async () => {
    const met: string[] = [];
    let query = '?limit=50';
    for (;;) {
      const answer = await list(query);
      met.push(...emails(answer));
      if (!answer.json.hasMore) break;
      query = `?limit=50&startingAfter=${items(answer).at(-1)!.id}`;
    }
    expect(met).toHaveLength(200);
    expect(new Set(met).size).toBe(200);
    expect(met.at(-1)).toBe(notable.oldest.email);
  });

  test('order=asc is oldest first, where it is honoured', async () => {
    const answer = await list('?order=asc');
    expect(emails(answer)[0]).toBe(isPublic ? notable.newest.email : notable.oldest.email);
  });

  test.each([
    ['limit=9', 'pagination.limit'],
    ['limit=101', 'pagination.limit'],
    ['limit=some', 'pagination.limit'],
    ['startingAfter=0', 'pagination.startingAfter'],
    ['startingAfter=x', 'pagination.startingAfter'],
    ['order=sideways', 'pagination.order'],
  ])('?%s is 422 about %s', async (query, propertyPath) => {
    const { status, type, json } = await list(`?${query}`);
    expect([status, type]).toEqual([422, 'application/problem+json']);
    expect(json.violations).toMatchObject([{ propertyPath }]);
    expect(json.detail).toContain(`${propertyPath}: `);
  });

  test('the email filter: exact and case-insensitive, or ignored and the newest returned', async () => {
    const ann = await list('?email=ANN%40liddell.example');
    const nobody = await list(`?email=${absent.nobody}`);
    if (isPublic) {
      expect(emails(ann)).toEqual([notable.ann.email]);
      expect(nobody.json).toEqual({ items: [], hasMore: false });
    } else {
      for (const answer of [ann, nobody]) {
        expect(items(answer)).toHaveLength(10);
        expect(emails(answer)[0]).toBe(notable.newest.email);
      }
    }
  });

  test('filters by tags and standing, or ignores them', async () => {
    const tagged = await list('?tags=501&limit=100');
    const unsubscribed = await list('?unsubscribed=true&limit=100');
    expect(emails(tagged).includes(notable.newest.email)).toBe(!isPublic);
    expect(emails(unsubscribed).includes(notable.newest.email)).toBe(!isPublic);
    if (isPublic) expect(emails(unsubscribed)).toContain(notable.joann.email);
  });

  test('one contact', async () => {
    const { json } = await here.systeme('GET', `/contacts/${idOf(notable.ada.email)}`);
    const company = { slug: 'company_name', value: 'Analytical Engines' };
    expect(json).toMatchObject({
      email: 'ada@lovelace.dev',
      locale: 'en',
      sourceURL: null,
      unsubscribed: false,
      bounced: false,
      needsConfirmation: false,
      tags: [{ id: 501, name: 'Buyer' }],
    });
    if (isPublic) {
      expect(json).not.toHaveProperty('firstName');
      expect(json.fields).toEqual([
        { fieldName: 'First name', slug: 'first_name', value: 'Ada' },
        { fieldName: 'Last name', slug: 'surname', value: 'Lovelace' },
        { fieldName: 'Company name', ...company },
      ]);
    } else {
      expect(json).toMatchObject({ firstName: 'Ada', lastName: 'Lovelace', phoneNumber: null });
      expect(json.fields).toEqual([{ name: 'Company name', ...company }]);
    }
  });

  test('a contact nobody is', async () => {
    const { status, type, json } = await here.systeme('GET', '/contacts/1');
    expect([status, type]).toEqual([404, 'application/problem+json']);
    expect(json).toMatchObject({ title: 'An error occurred', detail: 'Not Found' });
  });

  test('create: names at the top, in fields, or both', async () => {
    const { status, json } = await here.systeme('POST', '/contacts', {
      email: 'new@example.org',
      firstName: 'Top',
      lastName: 'Level',
      fields: [{ slug: 'first_name', value: 'Field' }],
    });
    expect([status, json.email]).toEqual([201, 'new@example.org']);
    const { fields } = here.world.contact('new@example.org')!;
    expect(fields.get('first_name')).toBe('Field');
    expect(fields.get('surname')).toBe(isPublic ? undefined : 'Level');
  });

  test.each([
    [{}, 'email'],
    [{ email: 'ada' }, 'email'],
    [{ email: 'ada@mail.invalid' }, 'email'],
    [{ email: 'Ada@Lovelace.dev' }, 'email'],
    [{ email: 'x@example.org', fields: [{ slug: 'shoe_size', value: '42' }] }, 'fields[0].slug'],
  ])('create %j is 422 about %s', async (body, propertyPath) => {
    const before = here.world.right.contacts.length;
    const { status, json } = await here.systeme('POST', '/contacts', body);
    expect([status, json.violations]).toMatchObject([422, [{ propertyPath }]]);
    expect(here.world.right.contacts).toHaveLength(before);
  });

  test('update: a value, and null for none', async () => {
    const path = `/contacts/${idOf(notable.ada.email)}`;
    const fields = [
      { slug: 'country', value: 'GB' },
      { slug: 'company_name', value: null },
    ];
    const { status } = await here.systeme('PATCH', path, { fields });
    expect(status).toBe(200);
    const { fields: kept } = here.world.contact(notable.ada.email)!;
    expect([kept.get('country'), kept.has('company_name')]).toEqual(['GB', false]);
  });

  test('PATCH as plain JSON, POST as a form and a body that is no JSON are refused', async () => {
    const path = `/contacts/${idOf(notable.ada.email)}`;
    const json = { 'Content-Type': 'application/json' };
    const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
    const patch = await here.systeme('PATCH', path, { firstName: 'X' }, json);
    expect([patch.status, patch.type]).toEqual([415, 'application/problem+json']);
    expect((await here.systeme('POST', '/contacts', { email: 'x@x.dev' }, form)).status).toBe(415);
    expect((await here.systeme('POST', '/contacts', 'text')).status).toBe(400);
  });

  test('delete', async () => {
    const answer = await here.systeme('DELETE', `/contacts/${idOf(notable.ada.email)}`);
    expect([answer.status, answer.text]).toEqual(isPublic ? [204, ''] : [200, '{}']);
    expect(here.world.contact(notable.ada.email)).toBeUndefined();
    expect(here.world.right.enrollments.some(({ contactId }) => contactId === 70_008)).toBe(false);
  });

  test('a method that is not there is 405, a path 404', async () => {
    expect((await here.systeme('PUT', '/contacts', {})).status).toBe(405);
    expect((await here.systeme('GET', '/people')).status).toBe(404);
    expect((await here.systeme('GET', '/contacts/ada')).status).toBe(404);
  });

  test('an address cannot be changed, only ignored', async () => {
    const body = { email: 'other@example.org', fields: [] };
    const path = `/contacts/${idOf(notable.ada.email)}`;
    expect((await here.systeme('PATCH', path, body)).json.email).toBe(notable.ada.email);
  });

  test('a merge-patch leaves alone what it does not name', async () => {
    const path = `/contacts/${idOf(notable.ada.email)}`;
    await here.systeme('PATCH', path, { fields: [{ slug: 'country', value: 'GB' }] });
    const { fields } = here.world.contact(notable.ada.email)!;
    expect(Object.fromEntries(fields)).toMatchObject({
      first_name: 'Ada',
      company_name: 'Analytical Engines',
    });
  });

  test('filters by the day of registering, or ignores it', async () => {
    const early = await list('?registeredBefore=2024-01-02T00%3A00%3A00Z&limit=100');
    expect(emails(early).includes(notable.newest.email)).toBe(!isPublic);
    const late = await list('?registeredAfter=2090-01-01T00%3A00%3A00Z');
    expect(items(late)).toHaveLength(isPublic ? 0 : 10);
  });

  test('contact_fields: no paging, and the label under the dialect’s own key', async () => {
    const { json } = await here.systeme('GET', '/contact_fields?limit=1');
    expect(json.hasMore).toBe(false);
    expect(json.items).toContainEqual({
      slug: 'surname',
      [isPublic ? 'fieldName' : 'name']: 'Last name',
    });
  });
});

describe('public: a malformed email filter', () => {
  const here = useSandbox({ dialect: 'public' });

  test('is 422', async () => {
    const { status, json } = await here.systeme('GET', '/contacts?email=ada');
    expect(status).toBe(422);
    expect(json.detail).toBe('email: This value is not a valid email address.');
  });
});

describe('an account in another language', () => {
  const here = useSandbox({ dialect: 'public', language: 'fr' });

  test('words its messages in it, about the same property', async () => {
    const { json } = await here.systeme('POST', '/contacts', { email: notable.ada.email });
    expect(json.violations).toMatchObject([
      { propertyPath: 'email', message: 'Cette valeur est déjà utilisée.' },
    ]);
  });
});
