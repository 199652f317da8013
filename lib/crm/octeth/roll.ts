/**
 * The roll of a list. Rows of some versions do not tell who bounced or is suppressed: then those
 * groups are read first, so that nobody is told of whose standing is not known whole (law 3).
 */
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
import type { RowsPosition } from './roll-rows';
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
  /** Groups to be read before everybody is. */
  untold: Group[];
  told: Told;
  /** Of the group or of everybody, whatever is read now. */
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
  const isBegun = from?.system === 'octeth';
  const position = isBegun ? from : { ...START, told: {} };
  const [group] = position.untold;
  if (group) return noteGroup(rolling, { position, group }, ask);
  const rows = await readRows(everybody(rolling, ask), position.at, rolling.order);
  const { fresh, total } = rows;
  const { passed } = rows.position;
  const untold = untoldBy(fresh);
  if (!isBegun && untold.length > 0 && rolling.order === 'whole') {
    return { people: [], next: { ...START, untold }, passed: 0, total };
  }
  const told =
    rolling.order === 'whole' ? position.told : await toldOf(rolling, { untold, passed }, ask);
  return {
    people: fresh.map((row) => passedOf(row, told[row.SubscriberID] ?? [])),
    next: rows.isLast ? null : { ...position, at: rows.position },
    passed,
    total,
  };
}

const START: OctethRollPosition = { system: 'octeth', untold: [], told: {}, at: FIRST_ROW };

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

/** One page of a group: whom it holds is only noted until everybody is read. */
async function noteGroup(
  rolling: Rolling,
  { position, group }: { position: OctethRollPosition; group: Group },
  ask: Ask,
): Promise<RollPage> {
  const read = groupOf(rolling, group, ask);
  const rows = await readRows((from, count) => read({ from, count }), position.at, 'whole');
  const next: OctethRollPosition = {
    system: 'octeth',
    untold: rows.isLast ? position.untold.slice(1) : position.untold,
    told: toldBy(rows.fresh, group, position.told),
    at: rows.isLast ? FIRST_ROW : rows.position,
  };
  return { people: [], next, passed: 0, total: null };
}

/** Of the newest so far: as many of the newest of each group reach at least as far down. */
async function toldOf(
  rolling: Rolling,
  { untold, passed }: { untold: Group[]; passed: number },
  ask: Ask,
): Promise<Told> {
  let told: Told = {};
  for (const group of untold) {
    told = toldBy(await newestOf(rolling, { group, passed }, ask), group, told);
  }
  return told;
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

function passedOf(row: ManyRow, told: readonly Group[]): Passed {
  const standings = new Set<Standing>([...standingsIn(row), ...told]);
  return {
    address: foldAddress(row.EmailAddress),
    id: row.SubscriberID,
    standings: STANDINGS.filter((standing) => standings.has(standing)),
  };
}
