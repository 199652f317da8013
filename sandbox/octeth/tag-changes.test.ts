// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { notable } from '../sandbox.ts';
import { useSandbox } from '../testing.ts';

describe.each(['seed', 'public'] as const)('%s: subscriber.tags.update', (dialect) => {
  const here = useSandbox({ dialect });
  const update = (more: Record<string, unknown>) =>
    here.octeth('subscriber.tags.update', { ListID: 12, TagID: 4, ...more });

  test('renames the tag for whoever carries it', async () => {
    const { json } = await update({ TagName: 'Premium', TagDescription: 'Pays twice' });
    expect(json).toEqual({ Success: true, ErrorCode: 0 });
    expect(here.world.tagsOf(12, notable.ada.email)).toContain('Premium');
    expect(here.world.tags.find(({ id }) => id === 4)?.description).toBe('Pays twice');
  });

  test('its own name again is no duplicate, and no name leaves the name', async () => {
    expect((await update({ TagName: 'vip' })).json.Success).toBe(true);
    expect((await update({ TagDescription: 'x' })).json.Success).toBe(true);
    expect(here.world.tags.find(({ id }) => id === 4)?.name).toBe('vip');
  });

  test.each([
    [{ ListID: undefined }, 1, 1],
    [{ TagID: undefined }, 2, 2],
    [{ ListID: 99 }, 3, 4],
    [{ TagID: 9 }, 4, 4],
    [{ TagName: 'trial' }, 5, 5],
  ])('%j is code %i, in public %i', async (parameters, seed, later) => {
    const { json } = await update(parameters);
    expect(json).toEqual({ Success: false, ErrorCode: dialect === 'seed' ? seed : later });
  });

  test('signs that a name may not have', async () => {
    const { json } = await update({ TagName: 'a/b' });
    if (dialect === 'seed') expect(json.Success).toBe(true);
    else expect(json).toEqual({ Success: false, ErrorCode: 3 });
  });
});

describe('seed: subscriber.tags.delete', () => {
  const here = useSandbox({ dialect: 'seed' });
  const remove = (parameters: Record<string, unknown>) =>
    here.octeth('subscriber.tags.delete', parameters);
  const left = (listId = 12) =>
    here.world.tags.filter((tag) => tag.listId === listId).map(({ id }) => id);

  test('deletes the tag, and takes it from whoever carries it', async () => {
    const { json } = await remove({ ListID: 12, TagID: 4 });
    expect(json).toEqual({ Success: true, ErrorCode: 0 });
    expect(left()).toEqual([5, 6]);
    expect(here.world.tagsOf(12, notable.ada.email)).toEqual(['Trial']);
  });

  test.each([{}, { TagID: 4 }, { TagIDs: '' }, { TagIDs: 'x' }, { TagIDs: [] }])(
    'SubscriberListID with %j is every tag of the list',
    async (tags) => {
      await remove({ SubscriberListID: 12, ...tags });
      expect(left()).toEqual([]);
      expect(left(27)).toHaveLength(3);
    },
  );

  test('SubscriberListID with TagIDs is those', async () => {
    await remove({ ListID: 12, SubscriberListID: 12, TagID: 4, TagIDs: '4' });
    expect(left()).toEqual([5, 6]);
  });

  test.each([
    [{ TagID: 4 }, 1],
    [{ ListID: 12 }, 2],
    [{ ListID: 99, TagID: 4 }, 3],
    [{ ListID: 12, TagID: 9 }, 4],
  ])('%j is code %i', async (parameters, ErrorCode) => {
    expect((await remove(parameters)).json).toEqual({ Success: false, ErrorCode });
    expect(left()).toHaveLength(3);
  });
});

describe('public: subscriber.tags.delete', () => {
  const here = useSandbox({ dialect: 'public' });
  const remove = (parameters: Record<string, unknown>) =>
    here.octeth('subscriber.tags.delete', parameters);

  test('deletes those that are named', async () => {
    expect((await remove({ SubscriberListID: 12, TagIDs: '4,5' })).json).toEqual({ Success: true });
    expect(here.world.tagsOf(12, notable.ada.email)).toEqual([]);
    expect(here.world.tags.filter(({ listId }) => listId === 12)).toHaveLength(1);
  });

  test.each([
    [{ ListID: 12, TagID: 4 }, { ErrorCode: 2 }],
    [{ SubscriberListID: 99, TagIDs: '4' }, { ErrorCode: 4 }],
    [
      { SubscriberListID: 12, TagID: 4 },
      { ErrorCode: 5, ErrorText: ['Tag ids are missing'] },
    ],
    [
      { SubscriberListID: 12, TagIDs: ',' },
      { ErrorCode: 5, ErrorText: ['Tag ids are missing'] },
    ],
  ])('%j is %j', async (parameters, said) => {
    expect((await remove(parameters)).json).toEqual({ Success: false, ...said });
    expect(here.world.tags.filter(({ listId }) => listId === 12)).toHaveLength(3);
  });
});

describe.each(['seed', 'public'] as const)('%s: segments.get', (dialect) => {
  const here = useSandbox({ dialect });

  test('the segments of one list, with how many are in each', async () => {
    const { json } = await here.octeth('segments.get', { SubscriberListID: 12 });
    const vips = here.world.onList(12).filter(({ tagIds }) => tagIds.has(4)).length;
    expect(json).toMatchObject({
      Success: true,
      TotalSegmentCount: 2,
      Segments: [
        { SegmentName: 'VIPs', SegmentOperator: 'and', SubscriberCount: vips },
        { SegmentName: 'At example domains', SegmentOperator: 'or' },
      ],
    });
    const [first] = json.Segments as { SegmentID: unknown }[];
    expect(first?.SegmentID).toBe(dialect === 'seed' ? '71' : 71);
  });

  test('one, upwards, without totals', async () => {
    const one = { SubscriberListID: 12, SegmentID: 72, IncludeTotals: false, OrderType: 'ASC' };
    const { json } = await here.octeth('segments.get', one);
    expect(json.Segments).toHaveLength(1);
    expect((json.Segments as object[])[0]).not.toHaveProperty('SubscriberCount');
  });

  test('code 1 without a list', async () => {
    const { json } = await here.octeth('segments.get');
    expect(json).toEqual({
      Success: false,
      ErrorCode: [1],
      ErrorText: ['Missing subscriber list id'],
    });
  });

  test('subscribers.get and rules know who is in one', async () => {
    const asked = { SubscriberListID: 12, SubscriberSegment: '71', RecordsPerRequest: 500 };
    const { json } = await here.octeth('subscribers.get', asked);
    const vips = here.world.onList(12).filter(({ tagIds }) => tagIds.has(4));
    expect(json.TotalSubscribers).toBe(vips.length);
    const outside = [[{ type: 'segments', operator: 'does not belong to', value: '71' }]];
    const search = { ListID: 12, Operator: 'and', RulesJSON: JSON.stringify(outside) };
    const others = await here.octeth('subscribers.search', search);
    expect(others.json.TotalSubscribers).toBe(here.world.onList(12).length - vips.length);
    const elsewhere = { SubscriberListID: 27, SubscriberSegment: '71' };
    const none = await here.octeth('subscribers.get', elsewhere);
    expect(none.json.TotalSubscribers).toBe(0);
  });
});
