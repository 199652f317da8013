/**
 * Where API keys lie (law 5): sealed in IndexedDB, opened for one request at a time. With a
 * passphrase the open key is in `storage.session` alone, until lock, idle or restart.
 */
import * as v from 'valibot';
import { FailureError } from '../failure';
import { createTurns } from '../storage/in-turn';
import type { Area } from '../storage/kept';
import { cleanKey, cleanPassphrase, tailOf } from './key-text';
import {
  createDeviceSealing,
  createPassphraseSealing,
  deriveOpener,
  openerKey,
  PASSPHRASE_ROUNDS,
  seal,
  type Sealing,
  unseal,
} from './sealing';
import { type Contents, openVaultStore, type SealedKey } from './vault-store';

/** Without a deliberate act of the user for so long, an open vault locks itself. */
export const IDLE_MINUTES = 15;
/** By so much clocks are set right unnoticed, which locks nobody out. */
const SET_RIGHT_MS = 60_000;
const OPENED_KEY = 'vault';
/** Another context can win a race once or twice, not ten times. */
const RACES = 10;

const openedSchema = v.object({
  sealingId: v.string(),
  opener: v.array(v.number()),
  idleUntil: v.number(),
});
type Opened = v.InferOutput<typeof openedSchema>;

export type LockState = 'none' | 'open' | 'locked';

export interface Vault {
  put(accountId: string, key: string): Promise<void>;
  /** Throws `locked`, or `not-found` where the account has no key. */
  key(accountId: string): Promise<string>;
  remove(accountId: string): Promise<void>;
  /** Removes the keys of all accounts but these: what a death in the middle of connecting left. */
  keepOnly(accountIds: readonly string[]): Promise<void>;
  tail(accountId: string): Promise<string | null>;
  state(): Promise<LockState>;
  setPassphrase(passphrase: string | null): Promise<void>;
  unlock(passphrase: string): Promise<void>;
  lock(): Promise<void>;
  /** The user did something: the time until the vault locks itself begins anew. */
  touch(): Promise<void>;
  /** When the vault locks itself; null where it is not open under a passphrase. */
  idleUntil(): Promise<number | null>;
}

export function createVault(options: {
  session: Area;
  now?: () => number;
  rounds?: number;
}): Vault {
  const { session, now = Date.now, rounds = PASSPHRASE_ROUNDS } = options;
  const store = openVaultStore();
  // Whoever reads or changes whether it is open: a lock in between must not be written over.
  const inTurn = createTurns();
  const close = () => session.remove(OPENED_KEY);

  const opened = async (sealing: Sealing): Promise<Opened | null> => {
    const parsed = v.safeParse(openedSchema, (await session.get(OPENED_KEY))[OPENED_KEY]);
    if (!parsed.success || parsed.output.sealingId !== sealing.id) return null;
    const left = parsed.output.idleUntil - now();
    // More than it ever had is of a clock that was set back: nobody knows how long she was idle.
    if (left > 0 && left <= IDLE_MINUTES * 60_000 + SET_RIGHT_MS) return parsed.output;
    await close();
    return null;
  };
  const keepOpen = (sealingId: string, opener: number[]) =>
    session.set({ [OPENED_KEY]: { sealingId, opener, idleUntil: now() + IDLE_MINUTES * 60_000 } });

  const sealingKey = async (sealing: Sealing): Promise<CryptoKey> => {
    if (sealing.kind === 'device') return sealing.key;
    const open = await opened(sealing);
    if (!open) throw new FailureError({ kind: 'locked' });
    return openerKey(open.opener);
  };

  return {
    put: (accountId, text) =>
      inTurn(async () => {
        const key = cleanKey(text);
        await untilWon(async () => {
          const { sealing } = await store.read();
          const sealed = await seal(await sealingKey(sealing), accountId, key);
          return store.putKey({ ...sealed, accountId, tail: tailOf(key) }, sealing.id);
        });
      }),
    key: (accountId) =>
      inTurn(async () => {
        const { sealing, keys } = await store.read();
        const sealed = keys.find((entry) => entry.accountId === accountId);
        if (!sealed) throw new FailureError({ kind: 'not-found', what: 'account' });
        return openKey(await sealingKey(sealing), sealed);
      }),
    remove: (accountId) => store.removeKeys([accountId]),
    keepOnly: async (accountIds) => {
      const { keys } = await store.read();
      const stale = keys.map((entry) => entry.accountId).filter((id) => !accountIds.includes(id));
      if (stale.length > 0) await store.removeKeys(stale);
    },
    tail: async (accountId) =>
      (await store.read()).keys.find((entry) => entry.accountId === accountId)?.tail ?? null,
    state: () =>
      inTurn(async () => {
        const { sealing } = await store.read();
        if (sealing.kind === 'device') return 'none';
        return (await opened(sealing)) ? 'open' : 'locked';
      }),
    setPassphrase: (passphrase) =>
      inTurn(async () => {
        const clean = passphrase === null ? null : cleanPassphrase(passphrase);
        const next =
          clean === null ? await createDevice() : await createPassphraseSealing(clean, rounds);
        await untilWon(async () => {
          const before = await store.read();
          const keys = await reseal(before, await sealingKey(before.sealing), next.key);
          return store.replace(before, { sealing: next.sealing, keys });
        });
        if (next.opener === null) await close();
        else await keepOpen(next.sealing.id, next.opener);
      }),
    unlock: (passphrase) =>
      inTurn(async () => {
        const { sealing } = await store.read();
        if (sealing.kind === 'device') return;
        const opener = await deriveOpener(passphrase, sealing);
        const proof = await unseal(await openerKey(opener), sealing.id, sealing.proof);
        if (proof === null) throw wrongPassphrase();
        await keepOpen(sealing.id, opener);
      }),
    lock: async () => {
      await close();
      await inTurn(close); // Whoever was at work meanwhile may have kept it open.
    },
    touch: () =>
      inTurn(async () => {
        const open = await opened((await store.read()).sealing);
        if (open) await keepOpen(open.sealingId, open.opener);
      }),
    idleUntil: () =>
      inTurn(async () => (await opened((await store.read()).sealing))?.idleUntil ?? null),
  };
}

async function createDevice(): Promise<{ sealing: Sealing; key: CryptoKey; opener: null }> {
  const sealing = await createDeviceSealing();
  return { sealing, key: sealing.key, opener: null };
}

async function openKey(key: CryptoKey, sealed: SealedKey): Promise<string> {
  const text = await unseal(key, sealed.accountId, sealed);
  if (text === null) throw new FailureError({ kind: 'broken', where: 'vault' });
  return text;
}

const reseal = ({ keys }: Contents, from: CryptoKey, to: CryptoKey): Promise<SealedKey[]> =>
  Promise.all(
    keys.map(async (sealed) => ({
      ...(await seal(to, sealed.accountId, await openKey(from, sealed))),
      accountId: sealed.accountId,
      tail: sealed.tail,
    })),
  );

async function untilWon(attempt: () => Promise<boolean>): Promise<void> {
  for (let race = 0; race < RACES; race += 1) {
    if (await attempt()) return;
  }
  throw new FailureError({ kind: 'broken', where: 'vault' });
}

const wrongPassphrase = () =>
  new FailureError({
    kind: 'bad-input',
    field: 'passphrase',
    reason: 'This is not the passphrase. Try again.',
  });
