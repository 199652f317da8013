/**
 * The roll of a list. Rows of some versions do not tell who bounced or is suppressed: then those
 * groups are read too, once everybody is, and nobody's standing is whole before (law 3).
 */
import { failureOf } from '../../failure';
import type { Place } from '../../people/account';
import { foldAddress } from '../../people/address';
import { STANDINGS } from '../../people/standing';
import type { Standing } from '../../people/standing';
import type { Ask } from '../crm';
import { assertId } from '../guards';
import type { Budget, Passed } from '../needs';
import type { RollOrder, RollPage, RollPosition } from '../roll';
import type { OctethClient } from './client';
import type { Window } from './commands/lists';
import { standingsIn } from './map';
import { FIRST_ROW, readRows } from './roll-rows';
import type { Rows, RowsPosition } from './roll-rows';
import { addressRule } from './rules';
import type { ManyRow } from './schemas/lists';

const GROUPS = {
  'hard-bounced': 'Hard bounced',
  'soft-bounced': 'Soft bounced',
  suppressed: 'Suppressed',
} as const;
type Group = keyof typeof GROUPS;

/** Whom the groups hold, by number. */
type Told = Record<string, Group[]>;

export interface OctethRollPosition {
  system: 'octeth';
  /** Everybody was told of, so many; null while they are read. */
  passed: number | null;
  /** Groups that not every row so far has told of, to be read after everybody. */
  untold: Group[];
  /** Of everybody, or of the first of those groups. */
  at: RowsPosition;
}

interface Rolling {
  client: Pick<OctethClient, 'searchPeople' | 'browsePeople'>;
  budget: Budget;
  place: Place;
  order: RollOrder;
}

export async function rollOfList(
  rolling: Rolling,
  from: RollPosition | null,
  ask: Ask,
): Promise<RollPage> {
  const position = from?.system === 'octeth' ? from : START;
  const [group] = position.untold;
  const isOver = position.passed !== null;
  if (isOver && group) return pageOfGroup(rolling, { position, group }, ask);
  const rows = await readRows(everybody(rolling, ask), position.at, rolling.order);
  return rolling.order === 'whole'
    ? pageOfAll(rows, position)
    : pageOfNewest(rolling, { rows, position }, ask);
}

const START: OctethRollPosition = { system: 'octeth', passed: null, untold: [], at: FIRST_ROW };

function pageOfAll({ fresh, position: at, isLast, total }: Rows, before: OctethRollPosition) {
  const untold = [...new Set([...before.untold, ...untoldBy(fresh)])];
  const { passed } = at;
  const position = isLast ? { ...START, untold, passed } : { ...START, untold, at };
  const next = isLast && untold.length === 0 ? null : position;
  return { people: fresh.map((row) => passedOf(row)), isGroup: false, next, passed, total };
}

/** Here nobody waits for the end: whose groups cannot be told is merely said to be there. */
async function pageOfNewest(
  rolling: Rolling,
  { rows, position }: { rows: Rows; position: OctethRollPosition },
  ask: Ask,
): Promise<RollPage> {
  const { fresh, position: at, isLast, total } = rows;
  const { passed } = at;
  const told = await toldOf(rolling, { untold: untoldBy(fresh), passed }, ask);
  const people = fresh.map((row) =>
    told ? passedOf(row, told[row.SubscriberID]) : { ...passedOf(row), standings: [] },
  );
  return { people, isGroup: false, next: isLast ? null : { ...position, at }, passed, total };
}

/** An address has an `@`, and a server that ignores the rule tells of the same people. */
const EVERYBODY = addressRule('contains', '@');

const everybody = (rolling: Rolling, ask: Ask) => (from: number, count: number) => {
  const { client, place, order } = rolling;
  const listId = assertId(place.id, 'list');
  const window = { from, count, newestFirst: order === 'newest-first' };
  return paced(rolling, ask, () => client.searchPeople(listId, EVERYBODY, window, ask));
};

const groupOf = (rolling: Rolling, group: Group, ask: Ask) => (window: Window) => {
  const { client, place } = rolling;
  const listId = assertId(place.id, 'list');
  return paced(rolling, ask, () => client.browsePeople(listId, GROUPS[group], window, ask));
};

/** No limit is stated for these two; nobody waits for them, so they keep to the one of the others. */
async function paced<Value>(
  { budget }: Rolling,
  { urgency, signal }: Ask,
  task: () => Promise<Value>,
): Promise<Value> {
  const spent = await budget.spend(urgency, signal);
  try {
    return await task();
  } finally {
    spent.settled();
  }
}

async function pageOfGroup(
  rolling: Rolling,
  { position, group }: { position: OctethRollPosition; group: Group },
  ask: Ask,
): Promise<RollPage> {
  const read = groupOf(rolling, group, ask);
  const rows = await readRows((from, count) => read({ from, count }), position.at, 'group');
  const untold = rows.isLast ? position.untold.slice(1) : position.untold;
  const at = rows.isLast ? FIRST_ROW : rows.position;
  return {
    people: rows.fresh.map((row) => ({ ...passedOf(row), standings: [group] })),
    isGroup: true,
    next: untold.length === 0 ? null : { ...position, untold, at },
    passed: position.passed ?? 0,
    total: null,
  };
}

/**
 * Of the newest so far: as many of the newest of each group reach at least as far down. Null where
 * the server does not list its groups from the newest down.
 */
async function toldOf(
  rolling: Rolling,
  { untold, passed }: { untold: Group[]; passed: number },
  ask: Ask,
): Promise<Told | null> {
  let told: Told = {};
  try {
    for (const group of untold) {
      told = toldBy(await newestOf(rolling, { group, passed }, ask), group, told);
    }
    return told;
  } catch (error) {
    if (failureOf(error, 'octeth roll').kind === 'changed-shape') return null;
    throw error;
  }
}

/** In one request, unless the server sends fewer than it was asked for. */
async function newestOf(
  rolling: Rolling,
  { group, passed }: { group: Group; passed: number },
  ask: Ask,
): Promise<ManyRow[]> {
  const read = groupOf(rolling, group, ask);
  const found: ManyRow[] = [];
  let position = FIRST_ROW;
  let isLast = false;
  while (!isLast && position.passed < passed) {
    const page = await readRows(
      (from, count) => read({ from, count: Math.max(count, passed - from), newestFirst: true }),
      position,
      'newest-first',
    );
    found.push(...page.fresh);
    ({ position, isLast } = page);
  }
  return found;
}

function toldBy(rows: readonly ManyRow[], group: Group, before: Told): Told {
  const told = { ...before };
  for (const { SubscriberID: id } of rows) told[id] = [...(told[id] ?? []), group];
  return told;
}

function untoldBy(rows: readonly ManyRow[]): Group[] {
  const tellBounces = rows.every(({ BounceType }) => BounceType !== undefined);
  const tellSuppression = rows.every(({ Suppressed }) => Suppressed !== undefined);
  return [
    ...(tellBounces ? [] : (['hard-bounced', 'soft-bounced'] as const)),
    ...(tellSuppression ? [] : (['suppressed'] as const)),
  ];
}

function passedOf(row: ManyRow, told: readonly Group[] = []): Passed {
  const standings = new Set<Standing>([...standingsIn(row), ...told]);
  return {
    address: foldAddress(row.EmailAddress),
    id: row.SubscriberID,
    standings: STANDINGS.filter((standing) => standings.has(standing)),
  };
}
