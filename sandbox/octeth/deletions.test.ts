// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { notable } from '../sandbox.ts';
import { useSandbox } from '../testing.ts';

const rules = (operator: string, value: string) =>
  JSON.stringify([[{ type: 'fields', field_id: 'EmailAddress', operator, value }]]);
const done = { Success: true, ErrorCode: 0, ErrorText: '' };

describe.each(['seed', 'public'] as const)('%s: subscribers.delete', (dialect) => {
  const here = useSandbox({ dialect });
  const remove = (more: Record<string, unknown>) =>
    here.octeth('subscribers.delete', { SubscriberListID: 12, ...more });
  const ids = () => here.world.onList(12).map(({ id }) => id);

  test('whoever is named is gone, from this list alone', async () => {
    const before = ids();
    expect((await remove({ Subscribers: '1001,1003' })).json).toEqual(done);
    expect(ids()).toEqual(before.filter((id) => id !== 1001 && id !== 1003));
    expect(here.world.subscriberById(27, 1001)).toBeDefined();
  });

  test('an id that nobody has is passed over', async () => {
    const before = ids();
    expect((await remove({ Subscribers: '1' })).json).toEqual(done);
    expect(ids()).toEqual(before);
  });

  test('rules choose whom they describe', async () => {
    const ruled = { RulesJSON: rules('is', notable.ann.email), RulesOperator: 'and' };
    await remove(ruled);
    expect(here.world.subscriber(12, notable.ann.email)).toBeUndefined();
    expect(here.world.subscriber(12, notable.joann.email)).toBeDefined();
  });

  test('Suppressed takes them off the suppression list and leaves them here', async () => {
    const { email } = notable.suppressed;
    const { id } = here.world.subscriber(12, email)!;
    await remove({ Subscribers: String(id), Suppressed: true });
    expect(here.world.isSuppressed(email)).toBe(false);
    expect(here.world.subscriber(12, email)).toBeDefined();
  });

  test.each(['', 'nonsense', '[]', '[{"field":"EmailAddress","operator":"is","value":"x"}]'])(
    'rules it cannot read: %j',
    async (RulesJSON) => {
      const { json } = await remove({ RulesJSON, RulesOperator: 'and', Subscribers: '1001' });
      if (dialect === 'seed') {
        expect(json).toEqual(done);
        expect(ids()).toEqual([]);
      } else if (RulesJSON === '') {
        expect(json).toEqual(done);
        expect(ids()).not.toContain(1001);
      } else {
        expect(json).toMatchObject({ Success: false, ErrorCode: 7 });
        expect(ids()).toContain(1001);
      }
    },
  );

  test.each([
    [{ SubscriberListID: undefined }, 2, 'Missing subscriber list id'],
    [{ SubscriberListID: 99, Subscribers: '1' }, 5, 'Invalid list id'],
    [{ RulesJSON: rules('is', 'x') }, 6, 'Invalid query builder response'],
  ])('%j is code %i', async (parameters, ErrorCode, ErrorText) => {
    expect((await remove(parameters)).json).toEqual({ Success: false, ErrorCode, ErrorText });
  });

  test('an id that is no number', async () => {
    const { json } = await remove({ Subscribers: '1001,all' });
    if (dialect === 'seed') expect(json).toEqual(done);
    else expect(json).toMatchObject({ Success: false, ErrorCode: 8 });
  });
});

describe.each(['seed', 'public'] as const)('%s: subscribers.delete.all', (dialect) => {
  const here = useSandbox({ dialect });
  const clear = (more: Record<string, unknown>) => here.octeth('subscribers.delete.all', more);

  test('empties one list and keeps its tags', async () => {
    expect((await clear({ ListID: 12 })).json).toEqual({ Success: true });
    expect(here.world.onList(12)).toEqual([]);
    expect(here.world.onList(27)).not.toEqual([]);
    expect(here.world.tags.some(({ listId }) => listId === 12)).toBe(true);
  });

  test('takes the tags along where that is asked for', async () => {
    await clear({ ListID: 12, DeleteListTags: true });
    expect(here.world.tags.some(({ listId }) => listId === 12)).toBe(false);
    expect(here.world.tags.some(({ listId }) => listId === 27)).toBe(true);
  });

  test.each([
    [{}, 1],
    [{ ListID: 99 }, 3],
    [{ ListID: 404 }, 4],
  ])('%j is code %i', async (parameters, ErrorCode) => {
    expect((await clear(parameters)).json).toEqual({ Success: false, ErrorCode });
  });
});
