import 'fake-indexeddb/auto';
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import {
  ada,
  bob,
  cyd,
  fill,
  list,
  open,
  other,
  person,
  school,
  seen,
  standing,
} from './testing/people';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

describe('a register answers for its place', () => {
  test('whom it holds stands as it says, and nobody else is there', async () => {
    const directory = await open();
    await fill(directory, list, [standing(ada), standing(bob, 'pending', 'subscribed')]);
    expect(await directory.recognise([' ADA@X.dev ', bob, cyd])).toEqual([
      'one',
      'pending',
      'absent',
    ]);
  });

  test('and for no other: not known is said only where every place has one', async () => {
    const directory = await open([list, school]);
    await fill(directory, list, [standing(ada)]);
    expect(await directory.recognise([ada, bob])).toEqual(['one', 'unknown']);
    await fill(directory, school, [standing(ada)]);
    expect(await directory.recognise([ada, bob])).toEqual(['both', 'absent']);
  });

  test('an empty one holds nobody', async () => {
    const directory = await open();
    await fill(directory, list, []);
    expect(await directory.recognise([ada])).toEqual(['absent']);
    expect(await directory.registers.states()).toMatchObject([{ key: list, people: 0 }]);
  });

  test('a place no longer searched is not answered from', async () => {
    const searched = [list, other];
    const directory = await open(searched);
    await fill(directory, list, [standing(ada, 'suppressed')]);
    await fill(directory, other, [standing(ada)]);
    expect(await directory.recognise([ada])).toEqual(['stop']);
    searched.shift();
    expect(await directory.recognise([ada])).toEqual(['one']);
    searched.shift();
    expect(await directory.recognise([ada])).toEqual(['unknown']);
  });

  test('five hundred addresses take three reads, and no more once it is open', async () => {
    await fill(await open(), list, [standing(ada)]);
    const directory = await open();
    const reads = (['get', 'getAll', 'getAllKeys'] as const).map((name) =>
      vi.spyOn(IDBObjectStore.prototype, name),
    );
    const count = () => reads.reduce((sum, read) => sum + read.mock.calls.length, 0);
    const many = Array.from({ length: 500 }, (_, index) => person(`p${index}`));
    await directory.recognise(many);
    expect(count()).toBeLessThanOrEqual(3);
    const before = count();
    await directory.recognise(many);
    expect(count() - before).toBeLessThanOrEqual(2);
  });
});

describe('what is newer outweighs it', () => {
  test('a look-up since, in both directions', async () => {
    const directory = await open();
    await fill(directory, list, [standing(ada), standing(bob)]);
    await directory.remember(ada, seen(ada, 200, null));
    await directory.remember(cyd, seen(cyd, 200, ['unsubscribed']));
    expect(await directory.recognise([ada, bob, cyd])).toEqual(['absent', 'one', 'attention']);
  });

  test('after a write nothing is said of her until she is looked up', async () => {
    const directory = await open([school]);
    await fill(directory, school, [standing(ada), standing(bob)]);
    await directory.forget('school', ada);
    expect(await directory.recognise([ada, bob])).toEqual(['unknown', 'one']);
  });

  test('until a filling has begun after it; what was seen since that stands', async () => {
    const directory = await open();
    await directory.remember(ada, seen(ada, 100, ['suppressed']));
    await directory.registers.begin(list, 200);
    await directory.registers.takePage(list, [standing(ada), standing(bob)], '');
    await directory.remember(bob, seen(bob, 201, null));
    await directory.registers.finish(list);
    expect(await directory.recognise([ada, bob])).toEqual(['one', 'absent']);
  });
});

describe('a listing from the newest down', () => {
  test('answers at once, and counts as known only when it came through', async () => {
    const directory = await open();
    const { registers } = directory;
    await fill(directory, list, [standing(ada)], 100);
    expect(await registers.has(list, [ada, bob])).toEqual([true, false]);
    await registers.apply(list, [standing(bob)], 200);
    expect(await directory.recognise([bob])).toEqual(['one']);
    expect(await registers.has(list, [ada, bob])).toEqual([true, false]);
    await registers.caughtUp(list, 200);
    expect(await registers.has(list, [ada, bob])).toEqual([true, true]);
    expect(await registers.states()).toMatchObject([{ at: 100, caughtUpAt: 200 }]);
  });

  test('who was merely looked up is none to end at', async () => {
    const directory = await open();
    await fill(directory, list, [], 100);
    await directory.remember(ada, seen(ada, 200, ['subscribed']));
    expect(await directory.registers.has(list, [ada, bob])).toEqual([false, false]);
    await directory.registers.apply(list, [standing(ada), standing(bob)], 300);
    await directory.registers.caughtUp(list, 300);
    await directory.remember(ada, seen(ada, 400, ['unsubscribed']));
    expect(await directory.registers.has(list, [ada, bob])).toEqual([true, true]);
  });

  test('does not overtake what was seen after it had begun', async () => {
    const directory = await open();
    await fill(directory, list, [], 100);
    await directory.remember(ada, seen(ada, 300, ['unsubscribed']));
    await directory.registers.apply(list, [standing(ada)], 200);
    expect(await directory.recognise([ada])).toEqual(['attention']);
  });

  test('brings nobody into a place that has no register any more', async () => {
    const directory = await open();
    expect(await directory.registers.apply(list, [standing(ada)], 100)).toBe(false);
    expect(await directory.registers.caughtUp(list, 100)).toBe(false);
    expect(await directory.recognise([ada])).toEqual(['unknown']);
  });
});

describe('a register and the walk of Systeme.io', () => {
  const position = { newestId: '7', oldestId: '7', head: null, passed: 1, complete: true };
  const passed = [{ address: ada, id: '7', standings: ['pending' as const] }];

  test('the newer of both counts', async () => {
    const directory = await open([school]);
    await fill(directory, school, [standing(ada), standing(bob)], 100);
    await directory.walkMemory('school').pass(passed, position);
    expect(await directory.recognise([ada, bob, cyd])).toEqual(['pending', 'one', 'absent']);
    await fill(directory, school, [standing(bob)], Date.now() + 1);
    expect(await directory.recognise([ada, bob])).toEqual(['absent', 'one']);
  });

  test('after a write nothing is said, though the walk keeps where she is', async () => {
    const directory = await open([school]);
    await fill(directory, school, [standing(ada)], 100);
    await directory.walkMemory('school').pass(passed, position);
    await directory.forget('school', ada);
    expect(await directory.recognise([ada])).toEqual(['unknown']);
    expect(await directory.walkMemory('school').recall(ada)).toBe('7');
  });
});
