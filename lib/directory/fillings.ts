/** Registers on their way: people page by page, until one takes the old one's place. */
import { itemAt, keepNews, noNews, positionOf, revise } from './news';
import { pack, type PackedBuffer } from './packed';
import { datedBefore, keyOf, pagesOf, readPlace, readSince } from './places';
import type { Filling, Registers } from './registers';
import { bitsOf } from './standing-bits';
import type { Prints } from './siphash';
import type { DirectoryStore, FillingRecord, Page } from './store';

type Fillings = Pick<
  Registers,
  'begin' | 'filling' | 'fillings' | 'takePage' | 'takeGroup' | 'finish' | 'abandon'
>;

export function createFillings(store: () => Promise<DirectoryStore>): Fillings {
  const taking =
    (isGroup: boolean): Fillings['takePage'] =>
    async (key, people, position) => {
      const { database, printsOf } = await store();
      const prints = printsOf(people.map(({ address }) => address));
      const standings = Uint8Array.from(people, (person) => bitsOf(person.standings));
      const transaction = database.transaction(['fillings', 'pages'], 'readwrite');
      const fillings = transaction.objectStore('fillings');
      const filling = await fillings.get(keyOf(key));
      if (!filling) return false;
      const { pages } = filling;
      const page = { prints, standings, isGroup };
      const taken = filling.people + (isGroup ? 0 : people.length);
      await Promise.all([
        transaction.objectStore('pages').put(page, [...keyOf(key), pages]),
        fillings.put({ ...filling, position, people: taken, pages: pages + 1 }),
        transaction.done,
      ]);
      return true;
    };

  return {
    async begin(key, startedAt) {
      const { database } = await store();
      const transaction = database.transaction(['fillings', 'pages', 'places'], 'readwrite');
      const { accountId, placeId } = key;
      const filling = { accountId, placeId, startedAt, position: '', people: 0, pages: 0 };
      const places = transaction.objectStore('places');
      const before = await places.get(keyOf(key));
      // Seen before it, whatever the clock said then: else it would outweigh what is read now.
      if (before) await places.put(datedBefore(before, startedAt - 1));
      await Promise.all([
        transaction.objectStore('pages').delete(pagesOf(key)),
        transaction.objectStore('fillings').put(filling),
        transaction.done,
      ]);
    },

    async filling(key) {
      const { database } = await store();
      const record = await database.get('fillings', keyOf(key));
      return record ? fillingOf(record) : null;
    },

    async fillings() {
      const { database } = await store();
      return (await database.getAll('fillings')).map(fillingOf);
    },

    takePage: taking(false),
    takeGroup: taking(true),

    async finish(key) {
      const { database } = await store();
      const stores = ['fillings', 'pages', 'places', 'registers'] as const;
      const transaction = database.transaction(stores, 'readwrite');
      const places = transaction.objectStore('places');
      const filling = await transaction.objectStore('fillings').get(keyOf(key));
      if (!filling) return false;
      const { startedAt } = filling;
      const packed = packPages(await transaction.objectStore('pages').getAll(pagesOf(key)));
      const place = await readPlace(places, key);
      const register = { at: startedAt, caughtUpAt: startedAt, people: packed.people };
      const news = keepNews(place.news, ({ at }) => at >= startedAt);
      await Promise.all([
        places.put(readSince({ ...place, register, news })),
        transaction.objectStore('registers').put(packed.buffer, keyOf(key)),
        transaction.objectStore('fillings').delete(keyOf(key)),
        transaction.objectStore('pages').delete(pagesOf(key)),
        transaction.done,
      ]);
      return true;
    },

    async abandon(key) {
      const { database } = await store();
      const transaction = database.transaction(['fillings', 'pages'], 'readwrite');
      await Promise.all([
        transaction.objectStore('fillings').delete(keyOf(key)),
        transaction.objectStore('pages').delete(pagesOf(key)),
        transaction.done,
      ]);
    },
  };
}

const fillingOf = ({ accountId, placeId, ...rest }: FillingRecord): Filling => ({
  key: { accountId, placeId },
  ...rest,
});

function packPages(pages: readonly Page[]): PackedBuffer {
  const { prints, standings } = together(pages.filter(({ isGroup }) => !isGroup));
  const groups = together(pages.filter(({ isGroup }) => isGroup));
  if (groups.standings.length > 0) addStandings({ prints, standings }, groups);
  return pack(prints, standings);
}

type People = Pick<Page, 'prints' | 'standings'>;

function together(pages: readonly People[]): People {
  const count = pages.reduce((sum, { standings }) => sum + standings.length, 0);
  const prints: Prints = new Uint32Array(count * 2);
  const standings = new Uint8Array(count);
  let taken = 0;
  for (const page of pages) {
    prints.set(page.prints, taken * 2);
    standings.set(page.standings, taken);
    taken += page.standings.length;
  }
  return { prints, standings };
}

function addStandings({ prints, standings }: People, groups: People): void {
  const added = revise(noNews(), groups.prints, (before, index) => ({
    at: 0,
    says: (before?.says ?? 0) | (groups.standings[index] ?? 0),
  }));
  for (const index of standings.keys()) {
    const position = positionOf(added, prints, index);
    if (position >= 0) standings[index] = (standings[index] ?? 0) | itemAt(added, position).says;
  }
}
