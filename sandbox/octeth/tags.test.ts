// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { notable } from '../sandbox.ts';
import { useSandbox } from '../testing.ts';

const ada = { SubscriberID: 1001 };
const everyVip = JSON.stringify([[{ type: 'tags', operator: 'has this tag', value: '4' }]]);

describe('seed: subscriber.tag and subscriber.untag', () => {
  const here = useSandbox({ dialect: 'seed' });
  const tags = () => here.world.tagsOf(12, notable.ada.email);

  test('put on and take off, twice if asked', async () => {
    const place = { ListID: 12, ...ada, TagID: 6 };
    for (const command of ['subscriber.tag', 'subscriber.tag']) {
      const { json } = await here.octeth(command, place);
      expect(json).toEqual({ Success: true, ErrorCode: 0 });
      expect(tags()).toEqual(['VIP', 'Trial', 'Webinar']);
    }
    for (const command of ['subscriber.untag', 'subscriber.untag']) {
      const { json } = await here.octeth(command, place);
      expect(json).toEqual({ Success: true, ErrorCode: 0 });
      expect(tags()).toEqual(['VIP', 'Trial']);
    }
  });

  test.each(['subscriber.tag', 'subscriber.untag'])('the codes of %s', async (command) => {
    const codes = [
      [{ SubscriberListID: 12, ...ada, TagID: 6 }, 1],
      [{ ListID: 12, TagID: 6 }, 2],
      [{ ListID: 12, ...ada }, 3],
      [{ ListID: 99, ...ada, TagID: 6 }, 4],
      [{ ListID: 12, ...ada, TagID: 9 }, 5],
      [{ ListID: 12, ...ada, TagID: '4,6' }, 5],
      [{ ListID: 12, SubscriberID: 1, TagID: 6 }, 6],
    ] as const;
    for (const [parameters, ErrorCode] of codes) {
      const { json } = await here.octeth(command, parameters);
      expect(json).toEqual({ Success: false, ErrorCode });
    }
  });

  test.each(['', 'nonsense', '[{"field":"EmailAddress","operator":"is","value":"x"}]'])(
    'RulesJSON %j beside a SubscriberID is the whole list',
    async (RulesJSON) => {
      await here.octeth('subscriber.tag', { ListID: 12, ...ada, TagID: 6, RulesJSON });
      expect(here.world.onList(12).every(({ tagIds }) => tagIds.has(6))).toBe(true);
    },
  );
});

describe('public: subscriber.tag and subscriber.untag', () => {
  const here = useSandbox({ dialect: 'public' });
  const holders = (tagId: number) =>
    here.world
      .onList(12)
      .filter(({ tagIds }) => tagIds.has(tagId))
      .map(({ id }) => id);

  test.each(['ListID', 'SubscriberListID'])('the list may be called %s', async (key) => {
    const { json } = await here.octeth('subscriber.tag', { [key]: 12, ...ada, TagID: 6 });
    expect(json).toEqual({ Success: true, ErrorCode: 0 });
    expect(here.world.tagsOf(12, notable.ada.email)).toContain('Webinar');
  });

  test('several tags, several people', async () => {
    const many = { SubscriberListID: 12, SubscriberID: '1001,1002', TagID: [5, 6] };
    await here.octeth('subscriber.tag', many);
    expect(holders(5)).toEqual(expect.arrayContaining([1001, 1002]));
    expect(holders(6)).toEqual(expect.arrayContaining([1001, 1002]));
    await here.octeth('subscriber.untag', { ...many, TagID: '5,6' });
    expect(holders(5)).not.toContain(1002);
  });

  test('rules choose people', async () => {
    const vips = holders(4);
    const rules = { RulesJSON: everyVip, RulesOperator: 'and' };
    await here.octeth('subscriber.untag', { ListID: 12, TagID: 4, ...rules });
    expect(vips).not.toEqual([]);
    expect(holders(4)).toEqual([]);
  });

  test('an empty RulesJSON is as good as none', async () => {
    const before = holders(6);
    await here.octeth('subscriber.tag', { ListID: 12, ...ada, TagID: 6, RulesJSON: '' });
    expect(new Set(holders(6))).toEqual(new Set([...before, 1001]));
  });

  test('a subscriber nobody has is no error', async () => {
    const before = holders(6);
    const { json } = await here.octeth('subscriber.tag', { ListID: 12, SubscriberID: 1, TagID: 6 });
    expect(json.Success).toBe(true);
    expect(holders(6)).toEqual(before);
  });

  test.each(['subscriber.tag', 'subscriber.untag'])('the codes of %s', async (command) => {
    const codes = [
      [{ ListID: 12, ...ada }, 1],
      [{ ...ada, TagID: 6 }, 2],
      [{ ListID: 99, ...ada, TagID: 6 }, 4],
      [{ ListID: 12, TagID: 6 }, 6],
      [{ ListID: 12, ...ada, TagID: 9 }, 6],
      [{ ListID: 12, TagID: 6, RulesJSON: everyVip }, 7],
      [{ ListID: 12, TagID: 6, RulesJSON: '[[]]', RulesOperator: 'and' }, 7],
    ] as const;
    for (const [parameters, ErrorCode] of codes) {
      const { json } = await here.octeth(command, parameters);
      expect(json).toMatchObject({ Success: false, ErrorCode });
    }
  });
});

describe.each(['seed', 'public'] as const)('%s: subscriber.tags.get', (dialect) => {
  const here = useSandbox({ dialect });

  test('lists the tags of one list, with how many have them', async () => {
    const { json } = await here.octeth('subscriber.tags.get', { ListID: 12 });
    expect(json).toMatchObject({
      Success: true,
      ErrorCode: 0,
      Tags: [
        { TagID: 4, TagName: 'VIP', TagDescription: 'High-value customers' },
        { TagID: 5, TagName: 'Trial', TagDescription: '' },
        { TagID: 6, TagName: 'Webinar' },
      ],
    });
    const [vip] = json.Tags as { SubscriberCount: number }[];
    expect(vip!.SubscriberCount).toBeGreaterThan(2);
    const customers = await here.octeth('subscriber.tags.get', { ListID: 27 });
    expect(customers.json.Tags).toMatchObject([{ TagID: 9, TagName: 'VIP' }, {}, {}]);
  });

  test('1 without a list, 2 for one that is not there', async () => {
    const missing = await here.octeth('subscriber.tags.get');
    expect(missing.json).toEqual({ Success: false, ErrorCode: 1 });
    const unknown = await here.octeth('subscriber.tags.get', { ListID: 99 });
    expect(unknown.json).toEqual({ Success: false, ErrorCode: 2 });
  });
});

describe.each(['seed', 'public'] as const)('%s: subscriber.tags.create', (dialect) => {
  const here = useSandbox({ dialect });
  const create = (parameters: Record<string, unknown>) =>
    here.octeth('subscriber.tags.create', parameters);
  const isPublic = dialect === 'public';

  test('makes a tag that can be used at once', async () => {
    const { json } = await create({ ListID: 12, TagName: 'Speaker', TagDescription: 'On stage' });
    expect(json).toMatchObject({ Success: true, ErrorCode: 0, TagID: expect.any(Number) });
    await here.octeth('subscriber.tag', { ListID: 12, ...ada, TagID: json.TagID });
    expect(here.world.tagsOf(12, notable.ada.email)).toContain('Speaker');
  });

  test('a name may be taken on another list', async () => {
    expect((await create({ ListID: 27, TagName: 'Webinar' })).json.Success).toBe(true);
    expect((await create({ ListID: 12, TagName: 'webinar' })).json).toEqual({
      Success: false,
      ErrorCode: isPublic ? 5 : 4,
    });
  });

  test.each([
    [{}, 1, 1],
    [{ ListID: 12 }, 2, 2],
    [{ ListID: 99, TagName: 'Speaker' }, 3, 4],
  ])('%j is %i, in public %i', async (parameters, seedCode, publicCode) => {
    const ErrorCode = isPublic ? publicCode : seedCode;
    expect((await create(parameters)).json).toEqual({ Success: false, ErrorCode });
  });
});

describe('public: the name of a tag', () => {
  const here = useSandbox({ dialect: 'public' });

  test('is trimmed, and has letters, digits and a few signs only', async () => {
    const create = (TagName: string) =>
      here.octeth('subscriber.tags.create', { ListID: 12, TagName });
    await create('  50% off_now-2  ');
    expect(here.world.tags.at(-1)!.name).toBe('50% off_now-2');
    expect((await create('a<b>')).json.ErrorCode).toBe(3);
  });
});
