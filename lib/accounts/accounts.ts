import { FailureError } from '../failure';
import type { Memory } from '../crm/needs';
import { ACCOUNTS_KEY, type Account, type CallLimit, type Place } from '../people/account';
import { type Area, createKept, readBroken } from '../storage/kept';
import { cleanName, uniqueName } from './account-names';
import { accountsShape, idsOfBroken, sayBrokenAccount } from './account-shape';
import { withByHand, withLimit, withSearched } from './choices';
import { createMemories } from './learnt';
import type { Vault } from './vault';

export interface Accounts {
  list(): Promise<Account[]>;
  /** Throws `not-found`. */
  get(accountId: string): Promise<Account>;
  /** Returns it as kept: its name may have got a number. */
  add(account: Account): Promise<Account>;
  update(accountId: string, change: (account: Account) => Account): Promise<Account>;
  /** Puts another account in this one's place in one step. */
  replace(accountId: string, other: (account: Account) => Account): Promise<Account>;
  /** Takes away the account, its key and what was learnt of it. */
  remove(accountId: string): Promise<void>;
  rename(accountId: string, name: string): Promise<Account>;
  pause(accountId: string, paused: boolean): Promise<Account>;
  chooseLists(accountId: string, searched: readonly string[]): Promise<Account>;
  nameByHand(
    accountId: string,
    byHand: { lists: readonly Place[]; journeys: readonly Place[] },
  ): Promise<Account>;
  setLimit(accountId: string, limit: CallLimit): Promise<Account>;
  /** What could not be read and was set aside, a sentence each. */
  trouble(): Promise<string[]>;
  /** Ids whose keys must be kept: of every account, those set aside too. */
  keptIds(): Promise<string[]>;
  memory(accountId: string): Memory;
  /** Its server is another or may behave differently now: learn it again. */
  forgetMemory(accountId: string): Promise<void>;
}

export function createAccounts(options: { local: Area; vault: Pick<Vault, 'remove'> }): Accounts {
  const { local, vault } = options;
  const kept = createKept(local, accountsShape);
  const memories = createMemories(local);

  const update: Accounts['update'] = async (accountId, change) => {
    const accounts = await kept.update((before) => {
      const changed = { ...change(find(before, accountId)), id: accountId };
      const others = before.filter(({ id }) => id !== accountId);
      const account = { ...changed, name: uniqueName(changed.name, others) };
      return before.map((each) => (each.id === accountId ? account : each));
    });
    return find(accounts, accountId);
  };

  return {
    list: kept.read,
    get: async (accountId) => find(await kept.read(), accountId),
    add: async (account) => {
      const accounts = await kept.update((before) => [
        ...before,
        { ...account, name: uniqueName(account.name, before) },
      ]);
      return find(accounts, account.id);
    },
    update,
    replace: async (accountId, other) => {
      let newId = '';
      const accounts = await kept.update((before) => {
        const account = other(find(before, accountId));
        newId = account.id;
        const others = before.filter(({ id }) => id !== accountId);
        const named = { ...account, name: uniqueName(account.name, others) };
        return before.map((each) => (each.id === accountId ? named : each));
      });
      return find(accounts, newId);
    },
    remove: async (accountId) => {
      await kept.update((before) => before.filter(({ id }) => id !== accountId));
      await vault.remove(accountId);
      await memories.forget(accountId);
    },
    rename: (accountId, text) => {
      const name = cleanName(text);
      return update(accountId, (account) => ({ ...account, name }));
    },
    pause: (accountId, paused) => update(accountId, (account) => ({ ...account, paused })),
    chooseLists: (accountId, searched) =>
      update(accountId, (account) => withSearched(account, searched)),
    nameByHand: (accountId, byHand) => update(accountId, (account) => withByHand(account, byHand)),
    setLimit: (accountId, limit) => update(accountId, (account) => withLimit(account, limit)),
    trouble: async () => {
      await kept.read();
      return (await readBroken(local)).map(({ key, value }) =>
        key === ACCOUNTS_KEY ? sayBrokenAccount(value) : SET_ASIDE,
      );
    },
    keptIds: async () => {
      const accounts = await kept.read();
      const broken = (await readBroken(local)).filter(({ key }) => key === ACCOUNTS_KEY);
      return [
        ...accounts.map(({ id }) => id),
        ...broken.flatMap(({ value }) => idsOfBroken(value)),
      ];
    },
    memory: memories.memory,
    forgetMemory: memories.forget,
  };
}

const SET_ASIDE = 'A setting could not be read and was set aside; its usual value is in use.';

function find(accounts: readonly Account[], accountId: string): Account {
  const account = accounts.find(({ id }) => id === accountId);
  if (!account) throw new FailureError({ kind: 'not-found', what: 'account' });
  return account;
}
