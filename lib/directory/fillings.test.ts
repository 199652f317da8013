import 'fake-indexeddb/auto';
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { askPlaces } from './asking';
import { bitsOf } from './standing-bits';
import { createStore } from './store';
import { ada, bob, cyd, fill, list, open, other, standing } from './testing/people';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

describe('a filling', () => {
  test('goes on where it stood, in another worker too', async () => {
    const before = (await open()).registers;
    await before.begin(list, 100);
    await before.takePage(list, [standing(ada), standing(bob)], '{"after":2}');
    const later = (await open()).registers;
    const filling = { key: list, startedAt: 100, position: '{"after":2}', people: 2, pages: 1 };
    expect(await later.filling(list)).toEqual(filling);
    expect(await later.fillings()).toEqual([filling]);
    expect(await later.filling(other)).toBeNull();
  });

  test('adds what groups tell to whoever is there, and brings nobody by them', async () => {
    const directory = await open();
    const { registers } = directory;
    await registers.begin(list, 100);
    await registers.takePage(list, [standing(ada), standing(bob)], '1');
    await registers.takeGroup(
      list,
      [standing(ada, 'soft-bounced'), standing(cyd, 'soft-bounced')],
      '2',
    );
    await registers.takeGroup(list, [standing(ada, 'suppressed')], '3');
    expect(await registers.filling(list)).toMatchObject({ people: 2, pages: 3 });
    await registers.finish(list);
    expect(await directory.recognise([ada, bob, cyd])).toEqual(['stop', 'one', 'absent']);
    const [said] = await askPlaces(await createStore()(), [ada], [list]);
    expect(said).toEqual([bitsOf(['subscribed', 'soft-bounced', 'suppressed'])]);
  });

  test('keeps a page and its position together or not at all', async () => {
    const { registers } = await open();
    await registers.begin(list, 100);
    await registers.takePage(list, [standing(ada)], '1');
    const { put } = IDBObjectStore.prototype;
    const dying = vi.spyOn(IDBObjectStore.prototype, 'put');
    dying.mockImplementation(function die(this: IDBObjectStore, ...given) {
      const request = put.apply(this, given);
      if (this.name === 'fillings') this.transaction.abort();
      return request;
    });
    await expect(registers.takePage(list, [standing(bob)], '2')).rejects.toThrow();
    dying.mockRestore();
    expect(await registers.filling(list)).toMatchObject({ position: '1', people: 1, pages: 1 });
    const database = await openDB('addressee-directory');
    expect(await database.getAllKeys('pages')).toEqual([['mail', '1', 0]]);
  });

  test('changes nothing of what is answered before it is finished', async () => {
    const directory = await open();
    await fill(directory, list, [standing(ada)], 100);
    await directory.registers.begin(list, 200);
    await directory.registers.takePage(list, [standing(bob)], '');
    expect(await directory.recognise([ada, bob])).toEqual(['one', 'absent']);
    await directory.registers.finish(list);
    expect(await directory.recognise([ada, bob])).toEqual(['absent', 'one']);
    expect(await directory.registers.filling(list)).toBeNull();
    expect(await directory.registers.states()).toEqual([
      { key: list, at: 200, caughtUpAt: 200, doubtedAt: null, alteredAt: null, people: 1 },
    ]);
  });

  test('begun again starts over; given up, the register stays', async () => {
    const directory = await open();
    const { registers } = directory;
    await fill(directory, list, [standing(ada)], 100);
    await registers.begin(list, 200);
    await registers.takePage(list, [standing(bob)], '');
    await registers.begin(list, 300);
    expect(await registers.filling(list)).toMatchObject({ startedAt: 300, people: 0, pages: 0 });
    await registers.abandon(list);
    expect(await registers.filling(list)).toBeNull();
    expect(await registers.takePage(list, [standing(bob)], '')).toBe(false);
    expect(await registers.finish(list)).toBe(false);
    expect(await directory.recognise([ada, bob])).toEqual(['one', 'absent']);
  });

  test('whoever comes twice, since pages moved, is one, as she came last', async () => {
    const directory = await open();
    await fill(directory, list, [standing(ada), standing(bob), standing(ada, 'unsubscribed')]);
    expect(await directory.recognise([ada, bob])).toEqual(['attention', 'one']);
    expect(await directory.registers.states()).toMatchObject([{ people: 2 }]);
  });
});

test('whom a write has changed during a first filling is not called as a page before it found her', async () => {
  const directory = await open([list]);
  await directory.registers.begin(list, 100);
  await directory.registers.takePage(list, [standing(ada), standing(bob)], 'page 2');
  await directory.forget(list.accountId, ada);
  await directory.registers.finish(list);
  expect(await directory.recognise([ada, bob])).toEqual(['unknown', 'one']);
});
