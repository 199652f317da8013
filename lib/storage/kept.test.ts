import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { createKept, readBroken } from './kept';
import { createMemoryArea } from './testing/memory-area';

const shape = { key: 'count', schema: v.object({ count: v.number() }), fallback: { count: 0 } };

describe('law 4: settings survive an update and a bad value', () => {
  test.each([
    ['another type', { version: 1, value: { count: 'many' } }],
    ['no envelope', 7],
    ['null', null],
    ['a version of the future', { version: 9, value: { count: 3 } }],
  ])('%s is set aside, reported, and the fallback serves', async (_, bad) => {
    const area = createMemoryArea({ count: bad });
    const kept = createKept(area, shape);
    expect(await kept.read()).toEqual({ count: 0 });
    expect(await readBroken(area)).toEqual([{ key: 'count', value: bad }]);
    expect(await kept.read()).toEqual({ count: 0 });
    expect(await readBroken(area)).toHaveLength(1);
  });

  test('a second bad value does not overwrite the first', async () => {
    const area = createMemoryArea({ count: 'first' });
    await createKept(area, shape).read();
    await area.set({ count: 'second' });
    await createKept(area, shape).read();
    expect((await readBroken(area)).map(({ value }) => value)).toEqual(['first', 'second']);
  });

  test('every version ever kept is migrated to today’s', async () => {
    const migrations = [
      (value: unknown) => ({ number: Number(value) }),
      (value: unknown) => ({ count: v.parse(v.object({ number: v.number() }), value).number }),
    ];
    for (const old of [
      { version: 1, value: '5' },
      { version: 2, value: { number: 5 } },
      { version: 3, value: { count: 5 } },
    ]) {
      const kept = createKept(createMemoryArea({ count: old }), { ...shape, migrations });
      expect(await kept.read()).toEqual({ count: 5 });
    }
  });

  test('a migration that stumbles loses nothing', async () => {
    const area = createMemoryArea({ count: { version: 1, value: 5 } });
    const migrations = [
      (): unknown => {
        throw new Error('stumbled');
      },
    ];
    expect(await createKept(area, { ...shape, migrations }).read()).toEqual({ count: 0 });
    expect(await readBroken(area)).toHaveLength(1);
  });
});

test('changes from two windows at once all count', async () => {
  const kept = createKept(createMemoryArea(), shape);
  const changes = Array.from({ length: 20 }, () =>
    kept.update(({ count }) => ({ count: count + 1 })),
  );
  await Promise.all(changes);
  expect(await kept.read()).toEqual({ count: 20 });
});

test('a change that throws leaves the value and lets the next one through', async () => {
  const kept = createKept(createMemoryArea(), shape);
  const thrown = kept.update(() => {
    throw new Error('no');
  });
  await expect(thrown).rejects.toThrow('no');
  expect(await kept.update(() => ({ count: 1 }))).toEqual({ count: 1 });
});
