import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { deleteDB } from 'idb';
import { beforeEach, describe, expect, test } from 'vitest';
import { createMemoryArea } from '../storage/testing/memory-area';
import { createVault, IDLE_MINUTES } from './vault';
import { openVaultStore } from './vault-store';

const KEY = 'octeth-key-1234567890-wxyz';
const PASSPHRASE = 'correct horse';

let session = createMemoryArea();
let clock = 0;
const vaultOf = () => createVault({ session, now: () => clock, rounds: 1_000 });

beforeEach(() => {
  indexedDB = new IDBFactory();
  session = createMemoryArea();
  clock = 1_000_000;
});

const failing = (failure: object) =>
  expect.objectContaining({ failure: expect.objectContaining(failure) });

describe('law 5: a key', () => {
  test('comes back in a new worker as it was put, trimmed', async () => {
    await vaultOf().put('a', `  ${KEY}\n`);
    expect(await vaultOf().key('a')).toBe(KEY);
    expect(await vaultOf().tail('a')).toBe('wxyz');
    expect(await vaultOf().state()).toBe('none');
  });

  test('lies nowhere in clear', async () => {
    const vault = vaultOf();
    await vault.put('a', KEY);
    await vault.setPassphrase(PASSPHRASE);
    const { keys } = await openVaultStore().read();
    const bytes = keys.map((sealed) => new TextDecoder('latin1').decode(sealed.bytes)).join();
    expect(bytes).not.toContain(KEY.slice(0, 8));
    expect(JSON.stringify(session.all())).not.toContain(KEY);
    expect(JSON.stringify(session.all())).not.toContain(PASSPHRASE);
  });

  test('is sealed under a key that cannot be exported', async () => {
    const { sealing } = await openVaultStore().read();
    if (sealing.kind !== 'device') throw new Error('expected a device key');
    expect(sealing.key.extractable).toBe(false);
    await expect(crypto.subtle.exportKey('raw', sealing.key)).rejects.toThrow();
  });

  test('moved to another account does not open', async () => {
    const vault = vaultOf();
    await vault.put('a', KEY);
    const store = openVaultStore();
    const { sealing, keys } = await store.read();
    for (const sealed of keys) await store.putKey({ ...sealed, accountId: 'b' }, sealing.id);
    await expect(vault.key('b')).rejects.toEqual(failing({ kind: 'broken' }));
  });

  test('of an account nobody knows, or removed, is not found', async () => {
    const vault = vaultOf();
    await vault.put('a', KEY);
    await vault.remove('a');
    await expect(vault.key('a')).rejects.toEqual(failing({ kind: 'not-found', what: 'account' }));
    expect(await vault.tail('a')).toBeNull();
  });

  test('left over by a death while connecting is swept away, others stay', async () => {
    const vault = vaultOf();
    await vault.put('a', KEY);
    await vault.put('orphan', KEY);
    await vault.keepOnly(['a']);
    expect(await vault.tail('orphan')).toBeNull();
    expect(await vault.key('a')).toBe(KEY);
  });

  test.each([
    '',
    '   ',
    'two words',
    'line\nbreak',
    'zero\u200bwidth',
    'nul\u0000',
    'k'.repeat(1_001),
  ])('such as %j is refused', async (text) => {
    const refusal = failing({ kind: 'bad-input', field: 'key' });
    await expect(vaultOf().put('a', text)).rejects.toEqual(refusal);
  });

  test('of few characters shows no tail', async () => {
    const vault = vaultOf();
    await vault.put('a', 'short');
    expect(await vault.tail('a')).toBe('');
  });
});

describe('with a passphrase', () => {
  test('keys are open until locked, and open again with it alone', async () => {
    const vault = vaultOf();
    await vault.put('a', KEY);
    await vault.setPassphrase(PASSPHRASE);
    expect(await vault.state()).toBe('open');
    expect(await vault.key('a')).toBe(KEY);
    await vault.lock();
    expect(await vault.state()).toBe('locked');
    await expect(vault.key('a')).rejects.toEqual(failing({ kind: 'locked' }));
    await expect(vault.put('b', KEY)).rejects.toEqual(failing({ kind: 'locked' }));
    const wrong = failing({ kind: 'bad-input', field: 'passphrase' });
    await expect(vault.unlock('wrong horse')).rejects.toEqual(wrong);
    await vault.unlock(PASSPHRASE);
    expect(await vault.key('a')).toBe(KEY);
  });

  test('a restart of the browser locks', async () => {
    const vault = vaultOf();
    await vault.put('a', KEY);
    await vault.setPassphrase(PASSPHRASE);
    session = createMemoryArea();
    expect(await vaultOf().state()).toBe('locked');
  });

  test('idle locks, and a touch puts it off', async () => {
    const vault = vaultOf();
    await vault.put('a', KEY);
    await vault.setPassphrase(PASSPHRASE);
    clock += IDLE_MINUTES * 60_000 - 1;
    await vault.touch();
    expect(await vault.idleUntil()).toBe(clock + IDLE_MINUTES * 60_000);
    clock += IDLE_MINUTES * 60_000 - 1;
    expect(await vault.key('a')).toBe(KEY);
    clock += 1;
    await expect(vault.key('a')).rejects.toEqual(failing({ kind: 'locked' }));
    expect(session.all()).toEqual({});
    expect(await vault.idleUntil()).toBeNull();
  });

  test('law 5: it is locked by a lock that comes while a touch or an unlocking is under way', async () => {
    const locking: Promise<void>[] = [];
    const { get, ...area } = session;
    const lockOnce = () => {
      if (locking.length === 0) locking.push(vault.lock());
    };
    let hasRead = () => {};
    session = {
      ...area,
      get: async (keys) => {
        const found = await get(keys);
        hasRead();
        return found;
      },
    };
    const vault = vaultOf();
    await vault.setPassphrase(PASSPHRASE);
    hasRead = lockOnce;
    await vault.touch();
    await Promise.all(locking);
    expect(await vault.state()).toBe('locked');
    await Promise.all([vault.unlock(PASSPHRASE), vault.lock()]);
    expect(await vault.state()).toBe('locked');
  });

  test('law 5: a clock set back a day keeps it open no longer than usual', async () => {
    const vault = vaultOf();
    await vault.put('a', KEY);
    await vault.setPassphrase(PASSPHRASE);
    clock -= 86_400_000;
    expect(await vault.state()).toBe('locked');
    await expect(vault.key('a')).rejects.toEqual(failing({ kind: 'locked' }));
    expect(session.all()).toEqual({});
  });

  test('a clock that is set right by some seconds locks nobody out', async () => {
    const vault = vaultOf();
    await vault.put('a', KEY);
    await vault.setPassphrase(PASSPHRASE);
    clock -= 5_000;
    expect(await vault.key('a')).toBe(KEY);
    await vault.touch();
    expect(await vault.idleUntil()).toBe(clock + IDLE_MINUTES * 60_000);
  });

  test('changing and taking it away need it open, and lose nothing', async () => {
    const vault = vaultOf();
    await vault.put('a', KEY);
    await vault.put('b', `${KEY}b`);
    await vault.setPassphrase(PASSPHRASE);
    await vault.lock();
    await expect(vault.setPassphrase(null)).rejects.toEqual(failing({ kind: 'locked' }));
    await vault.unlock(PASSPHRASE);
    await vault.setPassphrase('another horse');
    await vault.lock();
    await expect(vault.unlock(PASSPHRASE)).rejects.toThrow();
    await vault.unlock('another horse');
    await vault.setPassphrase(null);
    expect(await vault.state()).toBe('none');
    expect(await vault.key('a')).toBe(KEY);
    expect(await vault.key('b')).toBe(`${KEY}b`);
    expect(session.all()).toEqual({});
  });

  test('composed and decomposed accents are the same', async () => {
    const vault = vaultOf();
    await vault.setPassphrase('caf\u00e9 noir');
    await vault.lock();
    await vault.unlock('cafe\u0301 noir');
    expect(await vault.state()).toBe('open');
  });

  test.each(['', '        ', 'short', 'x'.repeat(1_001)])('such as %j is refused', async (text) => {
    const refusal = failing({ kind: 'bad-input', field: 'passphrase' });
    await expect(vaultOf().setPassphrase(text)).rejects.toEqual(refusal);
  });
});

describe('law 4: nothing lost', () => {
  test('a worker that dies while re-sealing leaves the keys under the old passphrase', async () => {
    const vault = vaultOf();
    await vault.put('a', KEY);
    await vault.setPassphrase(PASSPHRASE);
    const dying = vaultOf();
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...given) {
      const request = put.apply(this, given);
      if (this.name === 'keys') this.transaction.abort();
      return request;
    };
    await expect(dying.setPassphrase('another horse')).rejects.toThrow();
    IDBObjectStore.prototype.put = put;
    await vault.lock();
    await vault.unlock(PASSPHRASE);
    expect(await vault.key('a')).toBe(KEY);
  });

  test('a key put while another window sets a passphrase is kept', async () => {
    const vault = vaultOf();
    await vault.put('a', KEY);
    await Promise.all([vault.setPassphrase(PASSPHRASE), vaultOf().put('b', `${KEY}b`)]);
    expect(await vault.key('a')).toBe(KEY);
    expect(await vault.key('b')).toBe(`${KEY}b`);
  });

  test('a vault that another context closes is opened anew by the next key', async () => {
    const vault = vaultOf();
    await vault.put('a', KEY);
    await deleteDB('addressee-vault');
    await vault.put('b', KEY);
    expect(await vault.key('b')).toBe(KEY);
  });
});
