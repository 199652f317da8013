// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { ask, useSandbox } from '../testing.ts';

describe.each(['seed', 'public'] as const)('%s: what may be so of a server', (dialect) => {
  const here = useSandbox({ dialect });
  const newcomer = { ListID: 12, EmailAddress: 'nova@example.org', IPAddress: '192.0.2.7' };
  const clear = (more = {}) => here.octeth('subscribers.delete.all', { ListID: 12, ...more });
  const hasTags = () => here.world.tags.some(({ listId }) => listId === 12);

  test('who cannot be asked to confirm is not subscribed; whom nobody asks, is', async () => {
    here.world.conditions.add('mail-down');
    expect((await here.octeth('subscriber.subscribe', newcomer)).json.ErrorCode).toBe(10);
    expect(here.world.subscriber(12, newcomer.EmailAddress)).toBeUndefined();
    const single = { ...newcomer, ListID: 31 };
    expect((await here.octeth('subscriber.subscribe', single)).json.Success).toBe(true);
  });

  test('a plugin objects to whoever comes by a form, not to whom a key writes down', async () => {
    here.world.conditions.add('plugin-objects');
    expect((await here.octeth('subscriber.subscribe', newcomer)).json.ErrorCode).toBe(101);
    const written = {
      ...newcomer,
      SubscriptionDate: '2026-11-20',
      SubscriptionIP: newcomer.IPAddress,
    };
    expect((await here.octeth('subscriber.create', written)).json.Success).toBe(true);
  });

  test('the day of the opt-in is wanted of those who are subscribed alone', async () => {
    here.world.conditions.add('opt-in-dates-wanted');
    const dated = { SubscriptionDate: '2026-11-20', SubscriptionIP: newcomer.IPAddress };
    const create = (more: object) => here.octeth('subscriber.create', { ...newcomer, ...more });
    expect((await create(dated)).json.ErrorCode).toBe(15);
    expect((await create({ ...dated, OptInDate: '2026-11-20' })).json.Success).toBe(true);
    const pending = { ...dated, EmailAddress: 'nora@example.org', Status: 'Opt-In Pending' };
    expect((await create(pending)).json.Success).toBe(true);
  });

  test('deleting everyone fails step by step: what was deleted before is gone', async () => {
    const all = here.world.onList(12).length;
    here.world.conditions.add('people-undeletable');
    expect((await clear()).json.ErrorCode).toBe(5);
    expect(here.world.onList(12)).toHaveLength(all);
    here.world.conditions.clear();
    here.world.conditions.add('deletion-breaks-off');
    expect((await clear()).json.ErrorCode).toBe(8);
    expect(here.world.onList(12)).toHaveLength(Math.ceil(all / 2));
    here.world.conditions.clear();
    here.world.conditions.add('tag-links-undeletable');
    expect((await clear({ DeleteListTags: true })).json.ErrorCode).toBe(6);
    expect([here.world.onList(12), hasTags()]).toEqual([[], true]);
    here.world.conditions.clear();
    here.world.conditions.add('tags-undeletable');
    expect((await clear()).json).toEqual({ Success: true });
    expect((await clear({ DeleteListTags: true })).json.ErrorCode).toBe(7);
    expect(hasTags()).toBe(true);
  });

  test('an import that leaves no record brings nobody', async () => {
    here.world.conditions.add('imports-unwritable');
    const { json } = await here.octeth('subscribers.import.post', {
      ...{ ListID: 12, AddToGlobalSuppressionList: false, AddToSuppressionList: false },
      ...{ UpdateDuplicates: false, TriggerActions: false, Tags: [] },
      ImportFrom: {
        CSV: {
          ...{ Data: newcomer.EmailAddress, FieldTerminator: ',', EscapedBy: '\\' },
          MappedFields: { FIELD1: 'EmailAddress' },
        },
      },
    });
    expect(json).toEqual({ Errors: [{ Code: 20, Message: 'Failed to create import record' }] });
    expect(here.world.imports).toEqual([]);
  });

  test('a segment that is made of itself holds nobody, wherever it is shown', async () => {
    const rules = [[{ type: 'segments', operator: 'belongs to', value: 81 }]];
    here.world.segments.push({ id: 81, listId: 12, name: 'Itself', operator: 'and', rules });
    const shown = await here.octeth('segments.get', { SubscriberListID: 12, SegmentID: 81 });
    expect(shown.json).toMatchObject({ TotalSegmentCount: 1 });
    const asked = { SubscriberListID: 12, SubscriberSegment: '81' };
    expect((await here.octeth('subscribers.get', asked)).json.TotalSubscribers).toBe(0);
    expect((await here.octeth('subscriber.get', { ListID: 12, SubscriberID: 1001 })).status).toBe(
      200,
    );
  });

  test('set from outside, unset, and gone with a reset', async () => {
    const set = (body: object) =>
      ask(`${here.sandbox.octeth.url}/sandbox/condition`, {
        method: 'POST',
        body: JSON.stringify(body),
      });
    await set({ condition: 'owner-lost' });
    expect((await here.octeth('user.current')).json.ErrorCode).toBe(1);
    await set({ condition: 'owner-lost', so: false });
    expect((await here.octeth('user.current')).json.Success).toBe(true);
    expect((await set({ condition: 'bad-mood' })).status).toBe(404);
    await set({ condition: 'owner-lost' });
    here.sandbox.reset();
    expect((await here.octeth('user.current')).json.Success).toBe(true);
  });
});
