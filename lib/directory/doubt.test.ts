import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import { openDirectory } from './directory';
import { ada, bob, cyd, fill, list, open, school, seen, standing } from './testing/people';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

describe('after an import, when people came whom nobody has named', () => {
  test('nobody is absent until a listing has come through', async () => {
    const directory = await open();
    const { registers } = directory;
    await fill(directory, list, [standing(ada)], 100);
    await directory.remember(bob, seen(bob, 200, null));
    await registers.doubt(list, { id: '31', until: 300, altering: false });
    expect(await directory.recognise([ada, bob, cyd])).toEqual(['one', 'unknown', 'unknown']);
    expect(await registers.states()).toMatchObject([{ doubtedAt: 300 }]);
    await registers.caughtUp(list, 300);
    expect(await directory.recognise([cyd])).toEqual(['unknown']);
    await registers.apply(list, [standing(bob)], 301);
    await registers.caughtUp(list, 301);
    expect(await directory.recognise([ada, bob, cyd])).toEqual(['one', 'one', 'absent']);
    expect(await registers.states()).toMatchObject([{ doubtedAt: null }]);
  });

  test('nor by a filling that had begun before it', async () => {
    const directory = await open();
    const { registers } = directory;
    await registers.begin(list, 100);
    await registers.doubt(list, { id: '31', until: 200, altering: false });
    await registers.finish(list);
    expect(await directory.recognise([ada])).toEqual(['unknown']);
    await fill(directory, list, [], 300);
    expect(await directory.recognise([ada])).toEqual(['absent']);
  });

  test('whom it held may stand otherwise until all is read anew after it', async () => {
    const { registers } = await open();
    await fill(await open(), list, [standing(ada)], 100);
    await registers.doubt(list, { id: '31', until: 300, altering: true });
    await registers.apply(list, [], 301);
    await registers.caughtUp(list, 301);
    expect(await registers.states()).toMatchObject([{ doubtedAt: null, alteredAt: 300 }]);
    await fill(await open(), list, [standing(ada)], 302);
    expect(await registers.states()).toMatchObject([{ doubtedAt: null, alteredAt: null }]);
  });

  test('seen over, it is doubted as of then', async () => {
    const { registers } = await open();
    await fill(await open(), list, [standing(ada)], 100);
    await registers.doubt(list, { id: '31', until: 5_000, altering: true });
    await registers.endDoubt(list, '31', 200);
    expect(await registers.states()).toMatchObject([{ doubtedAt: 200, alteredAt: 200 }]);
  });
});

describe('two imports at once', () => {
  const HOUR_MS = 3_600_000;
  const first = { id: '31', until: 1_000 + HOUR_MS, altering: true };
  const second = { id: '32', until: 2_000 + HOUR_MS, altering: false };

  test('the end of one does not end the doubt of the other, and is read after nevertheless', async () => {
    const directory = await open();
    const { registers } = directory;
    await fill(directory, list, [standing(ada)], 100);
    await registers.doubt(list, first);
    await registers.doubt(list, second);
    await registers.endDoubt(list, '32', 3_000);
    expect(await registers.states()).toMatchObject([{ doubtedAt: 3_000, alteredAt: first.until }]);
    await registers.caughtUp(list, 3_001);
    expect(await registers.states()).toMatchObject([
      { doubtedAt: first.until, alteredAt: first.until },
    ]);
    expect(await directory.recognise([cyd])).toEqual(['unknown']);
    await registers.endDoubt(list, '31', 4_000);
    await fill(directory, list, [standing(ada)], 4_001);
    expect(await registers.states()).toMatchObject([{ doubtedAt: null, alteredAt: null }]);
    expect(await directory.recognise([cyd])).toEqual(['absent']);
  });

  test('one that is seen over again, or never was under way, doubts nothing', async () => {
    const directory = await open();
    const { registers } = directory;
    await fill(directory, list, [standing(ada)], 100);
    await registers.doubt(list, second);
    await registers.endDoubt(list, '32', 3_000);
    await registers.caughtUp(list, 3_001);
    await registers.endDoubt(list, '32', 5_000);
    await registers.endDoubt(list, '99', 5_000);
    expect(await registers.states()).toMatchObject([{ doubtedAt: null, alteredAt: null }]);
    expect(await directory.recognise([cyd])).toEqual(['absent']);
  });

  test('one that the server has given a number goes on under it, and under no other', async () => {
    const { registers } = await open();
    await fill(await open(), list, [standing(ada)], 100);
    await registers.doubt(list, { ...first, id: 'load' });
    await registers.doubt(list, first, 'load');
    await registers.endDoubt(list, 'load', 3_000);
    expect(await registers.states()).toMatchObject([
      { doubtedAt: first.until, alteredAt: first.until },
    ]);
    await registers.endDoubt(list, '31', 4_000);
    expect(await registers.states()).toMatchObject([{ doubtedAt: 4_000, alteredAt: 4_000 }]);
  });

  test('one that nobody saw over is over after an hour, and known no more once all is read', async () => {
    const directory = await open();
    const { registers } = directory;
    await fill(directory, list, [standing(ada)], 100);
    await registers.doubt(list, first);
    await fill(directory, list, [standing(ada)], first.until + 1);
    await registers.endDoubt(list, '31', first.until + 9);
    expect(await registers.states()).toMatchObject([{ doubtedAt: null, alteredAt: null }]);
  });
});

const trusting = (since: number, until: number) =>
  openDirectory({ searchedPlaces: async () => [{ ...list, trusted: { since, until } }] });

describe('law 3: what is too old to be trusted calls nobody absent', () => {
  test('a register not caught up with for long', async () => {
    const directory = await trusting(300, 1_000);
    await fill(directory, list, [standing(ada)], 100);
    expect(await directory.recognise([ada, bob])).toEqual(['one', 'unknown']);
    await directory.registers.caughtUp(list, 301);
    expect(await directory.recognise([ada, bob])).toEqual(['one', 'absent']);
  });

  test('a single look-up, with a register or without one', async () => {
    const directory = await trusting(300, 1_000);
    await directory.remember(bob, seen(bob, 299, null));
    await directory.remember(cyd, seen(cyd, 300, null));
    expect(await directory.recognise([bob, cyd])).toEqual(['unknown', 'absent']);
    await fill(directory, list, [standing(ada)], 200);
    await directory.remember(ada, seen(ada, 298, null));
    await directory.registers.caughtUp(list, 301);
    // Who was gone by then may be back; who never was in the register has not come since.
    expect(await directory.recognise([ada, bob])).toEqual(['unknown', 'absent']);
  });
});

describe('a clock that was set back', () => {
  test('nobody is absent by what it dated ahead', async () => {
    const directory = await trusting(300, 1_000);
    await fill(directory, list, [standing(ada)], 9_000);
    await directory.remember(bob, seen(bob, 9_000, null));
    expect(await directory.recognise([ada, bob, cyd])).toEqual(['one', 'unknown', 'unknown']);
    await directory.registers.caughtUp(list, 400);
    expect(await directory.recognise([ada, cyd])).toEqual(['one', 'absent']);
  });

  test('nothing that it dated ahead outweighs what is read anew, nor stays in doubt', async () => {
    const directory = await trusting(300, 1_000);
    await fill(directory, list, [standing(ada)], 9_000);
    await directory.remember(ada, seen(ada, 9_000, ['unsubscribed']));
    await directory.registers.doubt(list, { id: '31', until: 99_000_000, altering: true });
    await fill(directory, list, [standing(ada)], 400);
    expect(await directory.recognise([ada])).toEqual(['one']);
    const [state] = await directory.registers.states();
    expect(state?.doubtedAt).toBeLessThanOrEqual(400 + 60 * 60_000);
  });

  test('whom a walk had passed then stands as is read anew', async () => {
    const { until } = { until: Date.now() - 60_000 };
    const searched = async () => [{ ...school, trusted: { since: 300, until } }];
    const directory = await openDirectory({ searchedPlaces: searched });
    const position = { newestId: '7', oldestId: '7', head: null, passed: 1, complete: true };
    const passed = [{ address: ada, id: '7', standings: ['pending' as const] }];
    await directory.walkMemory('school').pass(passed, position);
    expect(await directory.recognise([ada])).toEqual(['pending']);
    await fill(directory, school, [standing(ada)], 400);
    expect(await directory.recognise([ada])).toEqual(['one']);
  });
});

test('who was passed by a walk alone is told nothing of after a write', async () => {
  const directory = await open([school]);
  const position = { newestId: '7', oldestId: '7', head: null, passed: 1, complete: true };
  const passed = [{ address: ada, id: '7', standings: ['pending' as const] }];
  await directory.walkMemory('school').pass(passed, position);
  await directory.forget('school', ada);
  expect(await directory.recognise([ada])).toEqual(['unknown']);
});

describe('a listing that tells only that people are there', () => {
  const silent = (address: typeof ada) => ({ address, standings: [] });

  test('of newcomers nothing is said, neither that they are absent', async () => {
    const directory = await open();
    await fill(directory, list, [], 100);
    await directory.remember(bob, seen(bob, 150, ['unsubscribed']));
    await directory.remember(cyd, seen(cyd, 150, null));
    await directory.registers.apply(list, [ada, bob, cyd].map(silent), 200);
    await directory.registers.caughtUp(list, 200);
    expect(await directory.recognise([ada, bob, cyd])).toEqual(['unknown', 'attention', 'unknown']);
    expect(await directory.registers.has(list, [ada, bob])).toEqual([true, true]);
  });
});
