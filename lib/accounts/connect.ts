/**
 * Connecting an account: input cleaned, tried for real, and saved only when it worked. The key
 * is put first and the account after it: a death in between leaves a sealed key nobody knows,
 * which the next life or the next attempt sweeps away. An account whose hosts or connection
 * change becomes a new account in the old one's place: what was remembered, planned or sealed for
 * the old one can never reach the new one (laws 2 and 5).
 */
import { failureOf } from '../failure';
import type { ConnectReply, ConnectRequest } from '../messaging/protocol';
import type { Account } from '../people/account';
import { createTurns } from '../storage/in-turn';
import type { Accounts } from './accounts';
import { cleanName } from './account-names';
import { withChoicesOf } from './choices';
import { ConnectError, failedReply, fieldOf, mayBeRenamed } from './connect-failure';
import { type OctethRequest, tryOcteth } from './connect-octeth';
import { type SystemeRequest, trySysteme } from './connect-systeme';
import { cleanKey, tailOf } from './key-text';
import type { MatonHosts, Probes } from './probes';
import type { Vault } from './vault';

export interface ConnectOptions extends Probes {
  accounts: Pick<
    Accounts,
    'list' | 'add' | 'update' | 'replace' | 'keptIds' | 'memory' | 'forgetMemory'
  >;
  vault: Pick<Vault, 'put' | 'key' | 'remove' | 'state' | 'keepOnly'>;
  /** An account was replaced by one elsewhere: forget what other rooms hold of it. */
  forget?: (accountId: string) => Promise<void>;
}

/** What a successful try found out, before anything is saved. */
export interface Tried {
  /** As a new one would be, but its id, which is the old one's where it is the same account. */
  account: Account;
  emailFilter: 'honoured' | 'ignored' | null;
  /** What is said of it as it is saved. */
  said: (saved: Account) => string[];
}

export interface Attempt {
  /** The account as it was; null for a new one. */
  before: Account | null;
  key: string | null;
  /** The key to try: what was typed, else the stored one where `isSame`. Throws otherwise. */
  keyFor(isSame: boolean): Promise<string>;
}

export type Connect = (request: ConnectRequest) => Promise<ConnectReply>;

export interface Connecting {
  connect: Connect;
  /** Removes keys whose account is not there: what a death in connecting or removing left. */
  sweep(): Promise<void>;
}

export function createConnect(options: ConnectOptions): Connecting {
  // A key is put before its account: swept in between, it would be taken for a left-over.
  const inTurn = createTurns();
  return {
    connect: (request) => inTurn(() => connect(request, options)),
    sweep: () => inTurn(() => sweep(options)),
  };
}

async function sweep({ accounts, vault }: ConnectOptions): Promise<void> {
  await vault.keepOnly(await accounts.keptIds());
}

async function connect(request: ConnectRequest, options: ConnectOptions): Promise<ConnectReply> {
  const hosts: MatonHosts | null = request.system === 'systeme' ? request : null;
  try {
    const attempt = await begin(request, options);
    const tried =
      request.system === 'octeth'
        ? await tryOcteth(request satisfies OctethRequest, attempt, options)
        : await trySysteme(request satisfies SystemeRequest, attempt, options);
    if ('outcome' in tried) return tried;
    return await save(request, { ...tried, attempt }, options);
  } catch (error) {
    const failure = failureOf(error, 'connect');
    const field = error instanceof ConnectError ? error.field : fieldOf(failure, null);
    const offer = hosts && mayBeRenamed(failure) ? await otherFamily(hosts, options) : null;
    return failedReply(failure, field, offer);
  }
}

async function begin(request: ConnectRequest, options: ConnectOptions): Promise<Attempt> {
  const { accounts, vault } = options;
  if ((await vault.state()) === 'locked') throw new ConnectError({ kind: 'locked' }, 'key');
  await sweep(options);
  const known = await accounts.list();
  const before = known.find(({ id }) => id === request.accountId) ?? null;
  if (request.accountId !== null && before?.system !== request.system) {
    throw new ConnectError({ kind: 'not-found', what: 'account' }, firstField(request));
  }
  const key = request.key === null ? null : cleanKey(request.key);
  if (request.name.trim() !== '') cleanName(request.name);
  return {
    before,
    key,
    keyFor: async (isSame) => {
      if (key !== null) return key;
      if (before && isSame) return vault.key(before.id);
      const reason = before
        ? 'The address has changed, so enter the key once more: it is never sent to another server.'
        : 'Enter the API key.';
      throw new ConnectError({ kind: 'bad-input', field: 'key', reason }, 'key');
    },
  };
}

const firstField = (request: ConnectRequest) =>
  request.system === 'octeth' ? 'server' : 'gateway';

async function save(
  request: ConnectRequest,
  { account, emailFilter, said, attempt }: Tried & { attempt: Attempt },
  options: ConnectOptions,
): Promise<ConnectReply> {
  const { accounts, vault, forget } = options;
  const { before, key } = attempt;
  if (before && before.id !== account.id)
    await moveKey(vault, { key, from: before.id, to: account.id });
  else if (key !== null) await vault.put(account.id, key);
  await accounts.forgetMemory(account.id);
  if (emailFilter) await accounts.memory(account.id).learn({ emailFilter });
  const kept = await keep(account, { request, attempt }, accounts).catch(async (error: unknown) => {
    // What cannot be let go of now is swept away later.
    await letGo(account.id, options).catch(() => undefined);
    throw error;
  });
  if (before && before.id !== account.id) {
    await vault.remove(before.id);
    await accounts.forgetMemory(before.id);
    await forget?.(before.id);
  }
  return { outcome: 'saved', account: kept, said: said(kept) };
}

/** Of an account that was removed meanwhile, or never kept, nothing stays. */
async function letGo(accountId: string, { accounts, vault }: ConnectOptions): Promise<void> {
  if ((await accounts.keptIds()).includes(accountId)) return;
  await vault.remove(accountId);
  await accounts.forgetMemory(accountId);
}

/** Another connection under the same hosts may keep the key; `keyFor` has seen to the hosts. */
async function moveKey(
  vault: ConnectOptions['vault'],
  { key, from, to }: { key: string | null; from: string; to: string },
): Promise<void> {
  await vault.put(to, key ?? (await vault.key(from)));
}

function keep(
  account: Account,
  { request, attempt: { before, key } }: { request: ConnectRequest; attempt: Attempt },
  accounts: ConnectOptions['accounts'],
): Promise<Account> {
  const typed = request.name.trim();
  // A form sends along the name it began with: only another one is a wish.
  const name = typed === '' || typed === before?.name ? {} : { name: cleanName(typed) };
  const keyTail = key === null ? {} : { keyTail: tailOf(key) };
  if (!before) return accounts.add({ ...account, ...name, ...keyTail });
  // What was changed meanwhile in another window stays.
  const change = (current: Account): Account => ({
    ...withChoicesOf(current, account),
    ...name,
    ...keyTail,
  });
  return before.id === account.id
    ? accounts.update(before.id, change)
    : accounts.replace(before.id, change);
}

async function otherFamily(hosts: MatonHosts, options: ConnectOptions): Promise<MatonHosts | null> {
  try {
    return (await options.answeringFamily?.(hosts)) ?? null;
  } catch {
    return null; // only a proposal: the failure itself is what is reported
  }
}
