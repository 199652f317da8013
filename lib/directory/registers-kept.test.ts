import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, describe, expect, test } from 'vitest';
import type { EmailAddress } from '../people/address';
import type { Standing } from '../people/standing';
import { useFixedPrints } from './testing/fixed-prints';
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

useFixedPrints();
beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

describe('what is kept', () => {
  const keptIn = async (): Promise<Record<string, number>> => {
    const database = await openDB('addressee-directory');
    const counts: Record<string, number> = {};
    for (const name of database.objectStoreNames) counts[name] = await database.count(name);
    database.close();
    return counts;
  };

  test('a removed account takes its registers, fillings and news with it, and nothing else', async () => {
    const directory = await open([list, school]);
    for (const key of [list, school]) {
      await fill(directory, key, [standing(ada)]);
      await directory.remember(bob, seen(bob, 200, ['subscribed']));
      await directory.registers.begin(key, 300);
      await directory.registers.takePage(key, [standing(ada)], '');
    }
    await directory.forgetAccount('mail');
    expect(await directory.registers.states()).toMatchObject([{ key: school }]);
    expect(await directory.registers.fillings()).toMatchObject([{ key: school }]);
    expect(await keptIn()).toMatchObject({ places: 1, registers: 1, fillings: 1, pages: 1 });
  });

  test('a register that is forgotten takes its filling and news with it', async () => {
    const directory = await open();
    for (const key of [list, other]) {
      await fill(directory, key, [standing(ada)]);
      await directory.registers.begin(key, 200);
      await directory.registers.takePage(key, [standing(bob)], '');
    }
    await directory.registers.forgetRegister(list);
    expect(await directory.recognise([ada])).toEqual(['unknown']);
    expect(await keptIn()).toMatchObject({ places: 1, registers: 1, fillings: 1, pages: 1 });
    expect(await directory.registers.states()).toMatchObject([{ key: other }]);
  });

  test.each([
    ['cut short', (buffer: ArrayBuffer) => buffer.slice(0, -1)],
    ['of another version', (buffer: ArrayBuffer) => new Uint32Array(buffer, 0, 5).fill(9).buffer],
    ['lost', () => undefined],
  ])('a register %s is dropped, to be filled anew', async (_, spoil) => {
    await fill(await open(), list, [standing(ada)]);
    const database = await openDB('addressee-directory');
    const spoilt = spoil(await database.get('registers', ['mail', '1']));
    if (spoilt) await database.put('registers', spoilt, ['mail', '1']);
    else await database.delete('registers', ['mail', '1']);
    database.close();
    const directory = await open();
    expect(await directory.recognise([ada, bob])).toEqual(['unknown', 'unknown']);
    expect(await directory.registers.states()).toEqual([]);
    expect(await directory.registers.has(list, [ada])).toEqual([false]);
    await fill(directory, list, [standing(ada)], 300);
    expect(await directory.recognise([ada, bob])).toEqual(['one', 'absent']);
  });

  test('law 5: no address is kept, nor on the way', async () => {
    const directory = await open();
    await fill(directory, list, [standing(ada)]);
    await directory.remember(bob, seen(bob, 200, ['subscribed']));
    await directory.registers.begin(list, 300);
    await directory.registers.takePage(list, [standing(cyd)], 'page 2');
    const database = await openDB('addressee-directory');
    for (const name of database.objectStoreNames) {
      const bytes = (await database.getAll(name)).map(bytesIn);
      expect(JSON.stringify(bytes)).not.toMatch(/(ada|bob|cyd)@|x\.dev/i);
    }
  });
});

/** What lies in a record, bytes as text. */
function bytesIn(value: unknown): unknown {
  if (value instanceof ArrayBuffer) return new TextDecoder('latin1').decode(value);
  if (ArrayBuffer.isView(value)) return new TextDecoder('latin1').decode(value);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value).map(([key, each]) => [key, bytesIn(each)]);
}

test('whatever is filled, seen and written in whatever order, the newest word counts', async () => {
  const names = fc.constantFrom(ada, bob, cyd, person('dee'));
  const kinds = fc.constantFrom<Standing>('subscribed', 'unsubscribed', 'pending', 'suppressed');
  const step = fc.record({
    kind: fc.constantFrom('fill', 'look', 'gone', 'apply' as const),
    who: fc.uniqueArray(names, { maxLength: 3 }),
    stands: kinds,
  });
  const marks = { subscribed: 'one', unsubscribed: 'attention', pending: 'pending' } as const;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      globalThis.indexedDB = new IDBFactory();
      const directory = await open();
      await fill(directory, list, [], 0);
      const truth = new Map<EmailAddress, Standing>();
      for (const [index, { kind, who, stands }] of steps.entries()) {
        const at = index + 1;
        const people = who.map((address) => standing(address, stands));
        if (kind === 'fill') truth.clear();
        if (kind === 'fill') await fill(directory, list, people, at);
        else if (kind === 'apply') await directory.registers.apply(list, people, at);
        else {
          for (const address of who) {
            const found = kind === 'look' ? [stands] : null;
            await directory.remember(address, seen(address, at, found));
          }
        }
        for (const address of who) {
          if (kind === 'gone') truth.delete(address);
          else truth.set(address, stands);
        }
      }
      const everybody = [ada, bob, cyd, person('dee')];
      const expected = everybody.map((address) => {
        const stands = truth.get(address);
        if (!stands) return 'absent';
        return stands === 'suppressed' ? 'stop' : marks[stands as keyof typeof marks];
      });
      expect(await directory.recognise(everybody)).toEqual(expected);
    }),
    { numRuns: 60 },
  );
});
