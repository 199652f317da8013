/** Every write, kept before it is sent (law 4). Changes of state are compared: one mover wins. */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { RECEIPTS_PAGE, type WriteState } from '../people/receipt';
import { createDatabase, type Losing } from '../storage/database';
import { type Entry, withNewer } from './entry';

/** `unread` is there only while true, so that its index holds few entries among many. */
type Row = Entry & { unread?: 1 };

interface JournalSchema extends DBSchema {
  entries: {
    key: string;
    value: Row;
    indexes: { state: WriteState; at: number; unread: number };
  };
}

const KEPT_DAYS = 90;
const STRICT = { durability: 'strict' } as const;
const OUTCOMES: readonly WriteState[] = ['done', 'refused', 'unknown'];
const UNFINISHED: readonly WriteState[] = ['planned', 'sent', 'unknown'];

/** A change of state; it is not made where the state is no longer `from`. */
export interface Move {
  id: string;
  from: WriteState;
  to: WriteState;
  patch: Partial<Entry>;
}

export interface Journal {
  /** On the disk when this resolves, together with what it does to others. */
  plan(entry: Entry, moves?: Move[]): Promise<void>;
  /** The same for one that takes `entry.undoes` back; false where that is done or under way. */
  planUndo(entry: Entry, moves?: Move[]): Promise<boolean>;
  get(id: string): Promise<Entry | null>;
  /**
   * Moves an entry on, on the disk when this resolves; null when somebody else moved it before.
   * An undo that is done marks what it took back in the same transaction.
   */
  advance(
    id: string,
    move: { from: WriteState; to: WriteState },
    patch?: Partial<Entry>,
  ): Promise<Entry | null>;
  /** Oldest first. */
  unfinished(): Promise<Entry[]>;
  /** Newest first. */
  unacknowledged(): Promise<Entry[]>;
  /** All there are, newest first; `before`: none that is newer, in milliseconds since 1970. */
  page(before: number | null): Promise<Entry[]>;
  acknowledge(ids: readonly string[]): Promise<void>;
}

export function openJournal({ now = Date.now }: { now?: () => number } = {}): Journal {
  const database = createDatabase((losing) => open(now(), losing));
  return { ...createReading(database), ...createWriting(database, now) };
}

type Getting = { get(id: string): Promise<Row | undefined> };
type Database = IDBPDatabase<JournalSchema>;
type Reading = Pick<Journal, 'get' | 'unfinished' | 'unacknowledged' | 'page'>;

function createReading(database: () => Promise<Database>): Reading {
  return {
    get: async (id) => {
      const row = await (await database()).get('entries', id);
      return row ? withNewer(row) : null;
    },
    unfinished: async () => {
      const byState = (await database()).transaction('entries').store.index('state');
      const rows = await Promise.all(UNFINISHED.map((state) => byState.getAll(state)));
      return rows
        .flat()
        .map(withNewer)
        .sort((one, other) => one.plannedAt - other.plannedAt);
    },
    unacknowledged: async () => {
      const rows = await (await database()).getAllFromIndex('entries', 'unread');
      return rows.map(withNewer).sort((one, other) => other.at - one.at);
    },
    page: async (before) => {
      const range = before === null ? null : IDBKeyRange.upperBound(before);
      const byTime = (await database()).transaction('entries').store.index('at');
      const rows: Entry[] = [];
      let cursor = await byTime.openCursor(range, 'prev');
      while (cursor && rows.length < RECEIPTS_PAGE) {
        rows.push(withNewer(cursor.value));
        cursor = await cursor.continue();
      }
      return rows;
    },
  };
}

function createWriting(
  database: () => Promise<Database>,
  now: () => number,
): Omit<Journal, keyof Reading> {
  const movedRows = async (store: Getting, moves: Move[]) => {
    const rows = await Promise.all(moves.map(({ id }) => store.get(id)));
    return moves.flatMap((move, at) => {
      const row = rows[at];
      return row?.state === move.from ? [moved(row, move, now())] : [];
    });
  };
  const writing = async () => (await database()).transaction('entries', 'readwrite', STRICT);
  return {
    plan: async (entry, moves = []) => {
      const write = await writing();
      const others = await movedRows(write.store, moves);
      const puts = others.map((row) => write.store.put(row));
      await Promise.all([write.store.add(unread(entry)), ...puts, write.done]);
    },
    planUndo: async (entry, moves = []) => {
      const write = await writing();
      const undone = await write.store.get(entry.undoes ?? '');
      const rival = undone?.undoBy ? await write.store.get(undone.undoBy) : undefined;
      const isFree = undone?.state === 'done' && !undone.undone && isOver(rival);
      const marked = undone && { ...undone, undoBy: entry.id, undone: entry.state === 'done' };
      const others = isFree ? await movedRows(write.store, moves) : [];
      const rows = isFree && marked ? [unread(entry), marked, ...others] : [];
      const puts = rows.map((row) => write.store.put(row));
      await Promise.all([...puts, write.done]);
      return isFree;
    },
    advance: async (id, { from, to }, patch = {}) => {
      const write = await writing();
      const before = await write.store.get(id);
      if (before?.state !== from) {
        await write.done;
        return null;
      }
      const after = moved(before, { id, from, to, patch }, now());
      const undone =
        to === 'done' && after.undoes ? await write.store.get(after.undoes) : undefined;
      const marked = undone ? [write.store.put({ ...undone, undone: true })] : [];
      await Promise.all([write.store.put(after), ...marked, write.done]);
      return after;
    },
    acknowledge: async (ids) => {
      const write = await writing();
      const rows = await Promise.all(ids.map((id) => write.store.get(id)));
      const puts = rows.flatMap((row) => (row ? [write.store.put(read(row))] : []));
      await Promise.all([...puts, write.done]);
    },
  };
}

async function open(now: number, losing: Losing): Promise<Database> {
  const database = await openDB<JournalSchema>('addressee-journal', 1, {
    upgrade: (fresh, oldVersion) => {
      if (oldVersion >= 1) return;
      const entries = fresh.createObjectStore('entries', { keyPath: 'id' });
      entries.createIndex('state', 'state');
      entries.createIndex('at', 'at');
      entries.createIndex('unread', 'unread');
    },
    ...losing,
  });
  await dropOld(database, now - KEPT_DAYS * 86_400_000);
  return database;
}

/** What is settled is dropped after its time; what is not never is. */
async function dropOld(database: Database, before: number): Promise<void> {
  const write = database.transaction('entries', 'readwrite');
  const rows = await write.store.index('at').getAll(IDBKeyRange.upperBound(before, true));
  const settled = rows.filter(({ state }) => state === 'done' || state === 'refused');
  await Promise.all([...settled.map(({ id }) => write.store.delete(id)), write.done]);
}

function moved(row: Row, { from, to, patch }: Move, now: number): Row {
  const after: Row = { ...withNewer(row), ...patch, state: to, at: from === to ? row.at : now };
  // An outcome is news, even of a write she has already been told is waiting.
  return from !== to && OUTCOMES.includes(to) ? unread(after) : after;
}

const unread = (entry: Entry): Row => ({ ...entry, acknowledged: false, unread: 1 });

function read(row: Row): Row {
  const acknowledged: Row = { ...row, acknowledged: true };
  delete acknowledged.unread;
  return acknowledged;
}

/** A refused undo may be tried again; one under way or done may not. */
const isOver = (rival: Row | undefined): boolean =>
  rival === undefined || rival.state === 'refused';
