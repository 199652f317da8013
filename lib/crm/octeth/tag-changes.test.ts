import { describe, expect, test } from 'vitest';
import { CLICK } from '../testing/fakes';
import { DIALECTS, NEWSLETTER, useOcteth } from '../testing/use-octeth';

const vip = { id: '4', name: 'VIP' };

describe.each(DIALECTS)('%s: a tag', (dialect) => {
  const octeth = useOcteth({ dialect });
  const tags = () => octeth.world.tags.map(({ id, name }) => `${id} ${name}`);

  test('law 8: that bears another name by now is left alone', async () => {
    const before = tags();
    const other = { id: '4', name: 'Trial' };
    for (const result of [
      await octeth.crm().deleteTag(NEWSLETTER, other, CLICK),
      await octeth.crm().renameTag(NEWSLETTER, other, 'Patron', CLICK),
    ]) {
      const reason = 'This tag is called “VIP” by now, no longer “Trial”';
      expect(result).toMatchObject({ ok: false, failure: { kind: 'refused', reason } });
    }
    expect(tags()).toEqual(before);
  });

  test('law 8: of another list is not touched through this one', async () => {
    const before = tags();
    const customers = { id: '9', name: 'VIP' };
    expect(await octeth.crm().renameTag(NEWSLETTER, customers, 'Patron', CLICK)).toEqual({
      ok: false,
      failure: { kind: 'not-found', what: 'tag' },
    });
    await octeth.crm().deleteTag(NEWSLETTER, customers, CLICK);
    expect(tags()).toEqual(before);
  });

  test('that is gone, or named so already, needs no second change', async () => {
    const crm = octeth.crm();
    expect((await crm.renameTag(NEWSLETTER, vip, 'Patron', CLICK)).ok).toBe(true);
    expect((await crm.renameTag(NEWSLETTER, vip, 'Patron', CLICK)).ok).toBe(true);
    const patron = { id: '4', name: 'Patron' };
    expect((await crm.deleteTag(NEWSLETTER, patron, CLICK)).ok).toBe(true);
    expect((await crm.deleteTag(NEWSLETTER, patron, CLICK)).ok).toBe(true);
    const written = octeth.sandbox.log.filter(({ command }) =>
      /tags\.(update|delete)/.test(command),
    );
    expect(written).toHaveLength(2);
  });
});
