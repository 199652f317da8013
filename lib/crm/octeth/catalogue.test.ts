import { describe, expect, test } from 'vitest';
import { notable } from '../../../sandbox/sandbox.ts';
import { CLICK } from '../testing/fakes';
import { CUSTOMERS, DIALECTS, NEWSLETTER, useOcteth } from '../testing/use-octeth';
import { createOctethClient } from './client';

describe.each(DIALECTS)('%s: a list', (dialect) => {
  const octeth = useOcteth({ dialect });

  test('keeps its tags and fields in a catalogue', async () => {
    const catalogue = await octeth.crm().catalogue(CLICK);
    const { tags, fields } = catalogue;
    expect(tags.ok && tags.value).toContainEqual({
      id: '4',
      name: 'VIP',
      place: NEWSLETTER,
      people: expect.any(Number),
      description: 'High-value customers',
    });
    expect(fields.ok && fields.value).toContainEqual({
      id: '53',
      name: 'Customer number',
      place: CUSTOMERS,
      required: true,
      part: null,
    });
    const parts = fields.ok ? fields.value.filter(({ part }) => part) : [];
    expect(parts.map(({ id, part }) => [id, part])).toContainEqual(['42', 'last']);
    expect([catalogue.courses, catalogue.communities]).toEqual([null, null]);
    octeth.sandbox.break({ command: 'subscriber.tags.get', do: { replace: '7' }, times: 1 });
    const broken = await octeth.crm().catalogue(CLICK);
    expect(broken.tags.ok).toBe(false);
    expect(broken.fields.ok).toBe(true);
  });

  test('renames a tag, and says why it does not', async () => {
    const vip = { id: '4', name: 'VIP' };
    expect(await octeth.crm().renameTag(NEWSLETTER, vip, ' Premium ', CLICK)).toEqual({
      ok: true,
      value: null,
    });
    expect(octeth.world.tagsOf(12, notable.ada.email)).toContain('Premium');
    const premium = { id: '4', name: 'Premium' };
    expect((await octeth.crm().renameTag(NEWSLETTER, vip, 'Premium', CLICK)).ok).toBe(true);
    const taken = await octeth.crm().renameTag(NEWSLETTER, premium, 'Trial', CLICK);
    expect(taken).toMatchObject({
      ok: false,
      failure: { kind: 'refused', reason: 'A tag of this name exists already' },
    });
  });

  test('law 8: deletes one tag and leaves the others', async () => {
    const vip = { id: '4', name: 'VIP' };
    expect((await octeth.crm().deleteTag(NEWSLETTER, vip, CLICK)).ok).toBe(true);
    const left = octeth.world.tags.filter(({ listId }) => listId === 12);
    expect(left.map(({ id }) => id)).toEqual([5, 6]);
    expect(octeth.sent('subscriber.tags.delete')).toMatchObject([{ TagID: 4, TagIDs: '4' }]);
  });

  test.each(['', '0', '-4', '4,5', '4.5', 'x', ' 4'])(
    'law 8: a tag numbered %j is not deleted, and nothing is sent',
    async (id) => {
      const refused = await octeth.crm().deleteTag(NEWSLETTER, { id, name: 'VIP' }, CLICK);
      expect(refused).toMatchObject({ ok: false, failure: { kind: 'bad-input' } });
      const { url, key } = octeth.sandbox.octeth;
      const client = createOctethClient({ server: url, key: async () => key });
      expect(() => client.deleteTag('12', id, CLICK)).toThrow('bad-input');
      expect(octeth.sandbox.log).toEqual([]);
    },
  );

  test('says that fields are changed in Octeth', async () => {
    const answers = await Promise.all([
      octeth.crm().createField({ name: 'Shoe size', slug: 'shoe' }, CLICK),
      octeth.crm().renameField('41', 'Forename', CLICK),
      octeth.crm().deleteField('41', CLICK),
    ]);
    for (const answer of answers) {
      expect(answer).toMatchObject({ ok: false, failure: { kind: 'refused' } });
    }
    expect(octeth.sandbox.log).toEqual([]);
  });
});
