import { describe, expect, test } from 'vitest';
import { notable } from '../../../sandbox/sandbox.ts';
import { CLICK, targetIn } from '../testing/fakes';
import { CUSTOMERS, DIALECTS, NEWSLETTER, person, useOcteth } from '../testing/use-octeth';

describe.each(DIALECTS)('%s: a list', (dialect) => {
  const octeth = useOcteth({ dialect });

  test('loses those who are named, and no key that could be read as rules is sent', async () => {
    const before = octeth.world.onList(12).length;
    expect((await octeth.crm().removePeople(NEWSLETTER, ['1001', '1002'], CLICK)).ok).toBe(true);
    expect(octeth.world.onList(12)).toHaveLength(before - 2);
    const [request = {}] = octeth.sent('subscribers.delete');
    expect(request['Subscribers']).toBe('1001,1002');
    expect(Object.keys(request).filter((key) => /rules|suppressed/i.test(key))).toEqual([]);
  });

  test.each([[[]], [['']], [['0']], [['1,2']], [['all']]])(
    'law 8: removing %j sends nothing',
    async (ids) => {
      const removed = await octeth.crm().removePeople(NEWSLETTER, ids as [string], CLICK); // on purpose
      expect(removed).toMatchObject({ ok: false, failure: { kind: 'bad-input' } });
      expect(octeth.sandbox.log).toEqual([]);
    },
  );

  test('loses everybody, with its tags only where asked', async () => {
    await octeth.crm().removeEveryone(NEWSLETTER, { alsoTags: false }, CLICK);
    expect(octeth.world.onList(12)).toEqual([]);
    expect(octeth.world.tags.some(({ listId }) => listId === 12)).toBe(true);
    await octeth.crm().removeEveryone(CUSTOMERS, { alsoTags: true }, CLICK);
    expect(octeth.world.tags.some(({ listId }) => listId === 27)).toBe(false);
  });

  test.each([5, 6, 7, 8])('a server that breaks down while deleting says so: %i', async (code) => {
    const replace = JSON.stringify({ Success: false, ErrorCode: code });
    octeth.sandbox.break({ command: 'subscribers.delete.all', do: { replace } });
    const removed = await octeth.crm().removeEveryone(NEWSLETTER, { alsoTags: true }, CLICK);
    expect(removed).toMatchObject({
      ok: false,
      failure: { kind: 'refused', code, reason: expect.stringContaining('failed while deleting') },
    });
  });

  test('one person is removed by her number, once it is still hers', async () => {
    const target = targetIn(await octeth.crm().find(person('ada'), CLICK), '12');
    octeth.sandbox.log.length = 0;
    const stranger = { ...target, profileId: '1002' };
    expect(await octeth.crm().removePerson(stranger, CLICK)).toMatchObject({
      ok: false,
      failure: { kind: 'not-found', what: 'person' },
    });
    expect(octeth.sent('subscribers.delete')).toEqual([]);
    expect(await octeth.crm().removePerson(target, CLICK)).toEqual({ ok: true, value: null });
    expect(octeth.world.subscriber(12, notable.ada.email)).toBeUndefined();
    expect(octeth.world.subscriber(27, notable.ada.email)).toBeDefined();
    expect(await octeth.crm().removePerson(target, CLICK)).toMatchObject({
      ok: false,
      failure: { kind: 'not-found' },
    });
  });
});
