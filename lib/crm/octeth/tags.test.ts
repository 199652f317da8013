import { describe, expect, test } from 'vitest';
import { valueOf } from '../../failure';
import { notable } from '../../../sandbox/sandbox.ts';
import { CLICK, targetIn } from '../testing/fakes';
import { DIALECTS, NEWSLETTER, person, useOcteth } from '../testing/use-octeth';

describe.each(DIALECTS)('%s dialect: tags', (dialect) => {
  const octeth = useOcteth({ dialect });

  test('a tag is put on her and taken off, on the list named and no other', async () => {
    const crm = octeth.crm();
    const target = targetIn(await crm.find(person('linus'), CLICK), NEWSLETTER.id);
    const tag = await crm.ensureTag(target.place, { name: 'vip' }, CLICK);
    expect(tag).toEqual({ ok: true, value: { id: '4', name: 'VIP' } });
    expect(await crm.tag(target, '4', CLICK)).toEqual({ ok: true, value: null });
    expect(octeth.world.tagsOf(12, notable.linus.email)).toEqual(['VIP']);
    const again = await crm.reread(target, CLICK);
    expect(again).toMatchObject({ ok: true, value: { tags: [{ id: '4', name: 'VIP' }] } });
    expect(await crm.untag(target, '4', CLICK)).toEqual({ ok: true, value: null });
    expect(octeth.world.tagsOf(12, notable.linus.email)).toEqual([]);
    expect(octeth.sandbox.log.map(({ body }) => body).join()).not.toMatch(/rules/i);
  });

  test('a new tag is made once, and the second time found', async () => {
    const crm = octeth.crm();
    const about = { name: 'Summer school', description: 'Asked for the programme' };
    const made = await crm.ensureTag(NEWSLETTER, about, CLICK);
    const found = await crm.ensureTag(NEWSLETTER, { name: 'summer SCHOOL' }, CLICK);
    expect(made.ok && found.ok && made.value.id === found.value.id).toBe(true);
    expect(octeth.sent('subscriber.tags.create')).toMatchObject([
      { TagName: 'Summer school', TagDescription: 'Asked for the programme' },
    ]);
    expect(
      valueOf(await crm.tags(CLICK)).find(({ name }) => name === 'Summer school'),
    ).toMatchObject({
      description: 'Asked for the programme',
    });
  });

  test('versions that name the list and the tag otherwise find their own word for it', async () => {
    const crm = octeth.crm();
    const target = targetIn(await crm.find(person('linus'), CLICK), NEWSLETTER.id);
    await crm.tag(target, '4', CLICK);
    await crm.ensureTag(target.place, { name: 'Harbour day' }, CLICK);
    const bodies = octeth.sent();
    for (const { ListID, SubscriberListID } of bodies) {
      expect(ListID).toBeTypeOf('number');
      expect(SubscriberListID).toBe(ListID);
    }
    const names = { TagName: 'Harbour day', Tag: 'Harbour day' };
    expect(bodies).toContainEqual(expect.objectContaining(names));
  });

  test('a tag that somebody else made in between is read again', async () => {
    const crm = octeth.crm();
    octeth.sandbox.break({
      command: 'subscriber.tags.get',
      do: { replace: '{"Success":true,"Tags":[]}' },
      times: 1,
    });
    expect(await crm.ensureTag(NEWSLETTER, { name: 'VIP' }, CLICK)).toMatchObject({
      ok: true,
      value: { id: '4' },
    });
  });

  test('law 8: a write without a person’s number is refused before any request', async () => {
    const crm = octeth.crm();
    const target = targetIn(await crm.find(person('linus'), CLICK), NEWSLETTER.id);
    octeth.sandbox.log.length = 0;
    for (const profileId of ['', '0', '-1', '1,2', '1 OR 1', '9'.repeat(30)]) {
      expect(await crm.tag({ ...target, profileId }, '4', CLICK)).toMatchObject({ ok: false });
    }
    expect(await crm.tag(target, '', CLICK)).toMatchObject({ ok: false });
    expect(octeth.sandbox.log).toEqual([]);
  });

  test('law 2: a write for another account is refused before any request', async () => {
    const crm = octeth.crm();
    const target = targetIn(await crm.find(person('linus'), CLICK), NEWSLETTER.id);
    octeth.sandbox.log.length = 0;
    const elsewhere = { ...target, account: { ...target.account, id: 'octeth-2' } };
    expect(await crm.tag(elsewhere, '4', CLICK)).toMatchObject({ ok: false });
    expect(octeth.sandbox.log).toEqual([]);
  });

  test('tags are offered for each list, with how many carry them', async () => {
    const tags = await octeth.crm().tags(CLICK);
    expect(tags.ok && tags.value.filter(({ name }) => name === 'VIP').map(({ id }) => id)).toEqual([
      '4',
      '9',
    ]);
    expect(tags.ok && tags.value.every(({ place, people }) => place && people !== null)).toBe(true);
  });

  test('a key without the permission is told with the permission’s name', async () => {
    octeth.world.permissions = 'Subscribers.Get';
    const tags = await octeth.crm().tags(CLICK);
    expect(tags).toEqual({
      ok: false,
      failure: { kind: 'not-allowed', permission: 'List.Update' },
    });
  });
});
