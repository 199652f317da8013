import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startSandbox } from '../../../sandbox/sandbox.ts';
import type { Sandbox } from '../../../sandbox/sandbox.ts';
import { CLICK, systemeOn } from '../testing/fakes';

const limit = { calls: 1000, seconds: 1 };
const OK = { ok: true, value: null };
const vip = { id: '503', name: 'VIP' };

describe.each(['seed', 'public'] as const)('Systeme.io, %s dialect: catalogue', (dialect) => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ dialect, matonLimit: limit });
  });
  beforeEach(() => sandbox.reset());
  afterAll(() => sandbox.close());

  const crmOf = () => systemeOn(sandbox, { limit });
  const tagNames = () => sandbox.world.right.tags.map(({ name }) => name);
  const fieldNames = () => sandbox.world.right.contactFields.map(({ name }) => name);

  test('all there is to choose from', async () => {
    const { tags, fields, courses, communities } = await crmOf().catalogue(CLICK);
    expect(tags.ok && tags.value).toHaveLength(12);
    expect(fields).toMatchObject({
      value: [{ id: 'first_name', name: 'First name' }, {}, {}, {}, {}],
    });
    expect(courses?.ok && courses.value).toContainEqual({
      id: '302',
      name: 'Sourdough from scratch',
      modules: [
        { id: '3021', name: 'The starter' },
        { id: '3022', name: 'The crumb' },
      ],
    });
    expect(communities).toEqual({ ok: true, value: [{ id: '801', name: 'The studio' }] });
  });

  test('one part that fails leaves the others standing', async () => {
    sandbox.break({ command: 'GET /school/courses', do: { status: 403 } });
    const { tags, courses, communities } = await crmOf().catalogue(CLICK);
    expect(courses).toMatchObject({ failure: { kind: 'not-allowed', permission: 'Courses' } });
    expect([tags.ok, communities?.ok]).toEqual([true, true]);
  });

  test('a tag is renamed and deleted', async () => {
    const crm = crmOf();
    expect(await crm.renameTag(null, vip, 'Patron', CLICK)).toEqual(OK);
    expect(tagNames()).toContain('Patron');
    expect(await crm.renameTag(null, vip, 'Patron', CLICK)).toEqual(OK);
    expect(await crm.deleteTag(null, { id: '503', name: 'Patron' }, CLICK)).toEqual(OK);
    expect(tagNames()).not.toContain('Patron');
    expect(await crm.deleteTag(null, { id: '503', name: 'Patron' }, CLICK)).toEqual(OK);
    expect(await crm.renameTag(null, vip, 'Friend', CLICK)).toMatchObject({
      failure: { kind: 'not-found', what: 'tag' },
    });
  });

  test('law 8: a tag that bears another name by now is left alone', async () => {
    const before = tagNames();
    const other = { id: '503', name: 'Buyer' };
    for (const result of [
      await crmOf().deleteTag(null, other, CLICK),
      await crmOf().renameTag(null, other, 'Patron', CLICK),
      await crmOf().deleteTag(null, { id: '', name: 'VIP' }, CLICK),
    ])
      expect(result.ok).toBe(false);
    expect(tagNames()).toEqual(before);
  });

  test('a name that is taken is refused in words that say what of', async () => {
    expect(await crmOf().renameTag(null, vip, 'Buyer', CLICK)).toMatchObject({
      failure: { kind: 'refused', code: 422, reason: expect.stringContaining('The name') },
    });
  });

  test('a field is made, once, renamed and deleted', async () => {
    const crm = crmOf();
    const field = { name: 'Shoe size', slug: 'shoe_size' };
    expect(await crm.createField(field, CLICK)).toEqual(OK);
    expect(await crm.createField(field, CLICK)).toEqual(OK);
    expect(await crm.createField({ ...field, name: 'Other' }, CLICK)).toMatchObject({
      failure: { kind: 'refused', reason: expect.stringContaining('The slug') },
    });
    expect(await crm.renameField('shoe_size', 'Size of shoe', CLICK)).toEqual(OK);
    expect(fieldNames()).toContain('Size of shoe');
    expect(await crm.deleteField('shoe_size', CLICK)).toEqual(OK);
    expect(await crm.deleteField('shoe_size', CLICK)).toEqual(OK);
    expect(fieldNames()).not.toContain('Size of shoe');
    expect(await crm.renameField('shoe_size', 'x', CLICK)).toMatchObject({
      failure: { kind: 'not-found', what: 'field' },
    });
  });

  test('a field of Systeme.io’s own stays, and its refusal names what is not allowed', async () => {
    expect(await crmOf().deleteField('first_name', CLICK)).toEqual({
      ok: false,
      failure: { kind: 'not-allowed', permission: 'Contact fields' },
    });
  });

  test('law 8: what is no slug or no name sends nothing', async () => {
    for (const result of [
      await crmOf().deleteField('', CLICK),
      await crmOf().deleteField('../tags/503', CLICK),
      await crmOf().createField({ name: ' ', slug: 'x' }, CLICK),
      await crmOf().renameField('country', ' ', CLICK),
    ])
      expect(result).toMatchObject({ failure: { kind: 'bad-input' } });
    expect(sandbox.log).toEqual([]);
  });
});
