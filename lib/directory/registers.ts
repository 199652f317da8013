/** Registers: who is in a place, everybody, as of a moment. */
import type { EmailAddress } from '../people/address';
import type { Standing } from '../people/standing';
import { openRegister } from './asking';
import { createFillings } from './fillings';
import { bitsSaid, itemAt, LISTED, LISTING, positionOf, UNSAID } from './news';
import {
  addNews,
  alterationsOf,
  doubtsOf,
  keyOf,
  pagesOf,
  placesOf,
  readPlace,
  readSince,
  saying,
  withImport,
  withoutImport,
} from './places';
import { bitsOf } from './standing-bits';
import type { DirectoryStore, ImportUnderWay } from './store';

/** An Octeth list, or all of one Systeme.io account. */
export interface RegisterKey {
  accountId: string;
  /** Empty in Systeme.io. */
  placeId: string;
}

export interface Registered {
  address: EmailAddress;
  /** Empty in a listing alone, where it is only known that she is there. */
  standings: readonly Standing[];
}

export interface RegisterState {
  key: RegisterKey;
  /** When its filling began: what happened later it does not know. */
  at: number;
  /** When it was last caught up with those who came since; `at` where it never was. */
  caughtUpAt: number;
  /** Nobody is absent before it is caught up with after then, the next time; null where it was. */
  doubtedAt: number | null;
  /** Whom it holds may stand otherwise, until all is read anew after then; null where it was. */
  alteredAt: number | null;
  people: number;
}

/** A register on its way: nobody is answered from it yet. */
export interface Filling {
  key: RegisterKey;
  startedAt: number;
  /** Where to go on, in JSON: known to whoever fills alone; empty at the start. */
  position: string;
  /** So many were taken; who changed pages meanwhile counts twice. */
  people: number;
  pages: number;
}

export interface Registers {
  /** Starts over where there is a filling already; the register answers as before. */
  begin(key: RegisterKey, startedAt: number): Promise<void>;
  filling(key: RegisterKey): Promise<Filling | null>;
  fillings(): Promise<Filling[]>;
  /**
   * A page of people and where to go on, kept together or not at all: after a death at most one
   * page is asked again. False where the filling is gone, and nothing was kept.
   */
  takePage(key: RegisterKey, people: readonly Registered[], position: string): Promise<boolean>;
  /** The same of a group: its standing is added to theirs; who is on no page is not there. */
  takeGroup(key: RegisterKey, people: readonly Registered[], position: string): Promise<boolean>;
  /**
   * Makes the register of all that was taken and puts it in the place of the old one, at once.
   * What was seen since the filling began stands. False where the filling is gone.
   */
  finish(key: RegisterKey): Promise<boolean>;
  abandon(key: RegisterKey): Promise<void>;
  /**
   * People of a listing from the newest down, begun at `at`. They answer at once, and count for
   * `has` once `caughtUp` has said that the listing came through: one that broke off must go that
   * way again. Whoever was seen later than `at` is left as seen. False where there is no register
   * any more, and nothing was kept.
   */
  apply(key: RegisterKey, people: readonly Registered[], at: number): Promise<boolean>;
  /** The listing begun at `at` has come down to whom the register knew. */
  caughtUp(key: RegisterKey, at: number): Promise<boolean>;
  /**
   * By an import people come whom nobody has named: of whom was seen one by one nothing is said any
   * more, and nobody is absent until the register is caught up with after it. `before`: how it was
   * called until now.
   */
  doubt(key: RegisterKey, by: ImportUnderWay, before?: string): Promise<void>;
  /** The import of that name is seen over: what it brought and changed is there. */
  endDoubt(key: RegisterKey, id: string, at: number): Promise<void>;
  /**
   * Whether the register holds them, or a listing that came through has brought them: where a
   * listing from the newest down may end. Who was merely looked up is not meant.
   */
  has(key: RegisterKey, addresses: readonly EmailAddress[]): Promise<boolean[]>;
  states(): Promise<RegisterState[]>;
  /** The register, its filling and all that was seen since. */
  forgetRegister(key: RegisterKey): Promise<void>;
  /** The same of all places of an account. */
  forgetAccount(accountId: string): Promise<void>;
}

const STORES = ['places', 'registers', 'fillings', 'pages'] as const;

export function createRegisters(store: () => Promise<DirectoryStore>): Registers {
  const writing = async () => (await store()).database.transaction('places', 'readwrite');

  return {
    ...createFillings(store),

    async apply(key, people, at) {
      const { printsOf } = await store();
      const prints = printsOf(people.map(({ address }) => address));
      const transaction = await writing();
      const record = await readPlace(transaction.store, key);
      if (!record.register) return false;
      await addNews(transaction.store, record, prints, (before, index) => {
        const standings = people[index]?.standings ?? [];
        const isSilent = standings.length === 0;
        const isKept = before && (before.at > at || (isSilent && bitsSaid(before) !== 0));
        const says = isSilent ? UNSAID : bitsOf(standings);
        const seen = isKept ? before : saying(before, at, says);
        return { ...seen, says: seen.says | LISTING };
      });
      await transaction.done;
      return true;
    },

    async caughtUp(key, at) {
      const transaction = await writing();
      const record = await readPlace(transaction.store, key);
      if (!record.register) return false;
      const says = record.news.says.map((said) =>
        (said & LISTING) === 0 ? said : (said & ~LISTING) | LISTED,
      );
      const register = { ...record.register, caughtUpAt: at };
      const news = { ...record.news, says };
      await transaction.store.put(readSince({ ...record, register, news }));
      await transaction.done;
      return true;
    },

    async doubt(key, by, before = by.id) {
      const transaction = await writing();
      const record = await readPlace(transaction.store, key);
      const says = record.news.says.map((said) => UNSAID | (said & (LISTING | LISTED)));
      const news = { ...record.news, says };
      await transaction.store.put({ ...record, ...withImport(record, by, before), news });
      await transaction.done;
    },

    async endDoubt(key, id, at) {
      const transaction = await writing();
      const record = await readPlace(transaction.store, key);
      await transaction.store.put({ ...record, ...withoutImport(record, id, at) });
      await transaction.done;
    },

    async has(key, addresses) {
      const opened = await store();
      const record = await opened.database.get('places', keyOf(key));
      const packed = await openRegister(opened, record);
      if (!record || !packed) return addresses.map(() => false);
      const prints = opened.printsOf(addresses);
      return addresses.map((_, index) => {
        const position = positionOf(record.news, prints, index);
        const isListed = position >= 0 && (itemAt(record.news, position).says & LISTED) !== 0;
        return isListed || packed.find(prints, index) !== 0;
      });
    },

    async states() {
      const { database } = await store();
      return (await database.getAll('places')).flatMap((record) => {
        const { accountId, placeId, register } = record;
        if (!register) return [];
        const doubtedAt = earliest(doubtsOf(record));
        const alteredAt = earliest(alterationsOf(record));
        return [{ key: { accountId, placeId }, ...register, doubtedAt, alteredAt }];
      });
    },

    forgetRegister: (key) => clear(store, keyOf(key), pagesOf(key)),

    forgetAccount: (accountId) => clear(store, placesOf(accountId), placesOf(accountId)),
  };
}

const earliest = (moments: readonly number[]): number | null =>
  moments.length === 0 ? null : Math.min(...moments);

/** Pages have their number in their key. */
async function clear(
  store: () => Promise<DirectoryStore>,
  places: [string, string] | IDBKeyRange,
  pages: IDBKeyRange,
): Promise<void> {
  const { database, opened } = await store();
  opened.clear();
  const transaction = database.transaction(STORES, 'readwrite');
  await Promise.all([
    transaction.objectStore('places').delete(places),
    transaction.objectStore('registers').delete(places),
    transaction.objectStore('fillings').delete(places),
    transaction.objectStore('pages').delete(pages),
    transaction.done,
  ]);
}
