/** The old import, in two steps: first where the people are, then which column is what. */
import { type Failure, FailureError, failureOf } from '../../failure';
import type { Place } from '../../people/account';
import { faultsOf } from '../../people/import-sources';
import type { ImportJob, ImportOrder, StagedImport, StageSource } from '../../people/list-work';
import type { Ask } from '../crm';
import { assertId, badInput } from '../guards';
import type { OctethClient } from './client';
import type { Mapping, MappingByField, OldImportSource } from './commands/transfers';
import { isUnknownCommand } from './offers';

/** The old way tells nothing of how many there were. */
export const UNTOLD = { imported: null, duplicates: null, failed: null, failedLines: '' } as const;

interface Old {
  listId: string;
  order: ImportOrder;
  mapping: Mapping;
}

export async function importLines(
  client: OctethClient,
  { data, total, ...old }: Old & { data: string; total: number | null },
  ask: Ask,
): Promise<ImportJob> {
  const { listId, mapping } = old;
  assertPlain(old.order);
  const source = { ImportType: 'Copy', ImportData: data } as const;
  const { ImportID } = await client.oldImportData(listId, source, ask);
  await tellColumns(client, { listId, mapping, importId: ImportID, type: 'Copy' }, ask);
  return { ...UNTOLD, id: ImportID, state: 'done', total };
}

function assertPlain({ tags, updateKnown, startActions }: ImportOrder): void {
  if (tags.length === 0 && !updateKnown && !startActions) return;
  throw badInput(
    'import',
    'This server imports the old way only: without tags, without starting anything, and leaving alone who is there already',
  );
}

/**
 * The page an old server answers with could be any page: only one that lacks both lacks this.
 * Throws where this cannot be told.
 */
export async function knowsImports(
  client: OctethClient,
  listId: string,
  ask: Ask,
): Promise<boolean> {
  try {
    await client.importState(listId, '1', ask);
    return true;
  } catch (error) {
    if (isUnknownCommand(error)) return false;
    if (isNo(failureOf(error, 'octeth'))) return true;
    throw error;
  }
}

/** Only who knows a command says no to what is asked of it. */
const isNo = ({ kind }: Failure): boolean => kind === 'refused' || kind === 'not-found';

export async function hasOldImport(client: OctethClient, place: Place, ask: Ask): Promise<boolean> {
  const listId = assertId(place.id, 'list');
  try {
    await client.askForOldImport(ask);
    return true;
  } catch (error) {
    const failure = failureOf(error, 'octeth');
    if (failure.kind === 'not-found' && failure.what === 'command') return false;
    // A server that answers to the new import answers to the old one, or has none.
    if (isUnknownCommand(error) && (await knowsImports(client, listId, ask))) return false;
    if (isNo(failure)) return true;
    throw error;
  }
}

export async function stageImport(
  client: OctethClient,
  { place, source }: { place: Place; source: StageSource },
  ask: Ask,
): Promise<StagedImport> {
  const listId = assertId(place.id, 'list');
  const [fault] = faultsOf(source);
  if (fault !== undefined) throw badInput('import', `The ${fault} cannot be used like this`);
  const told = await client.oldImportData(listId, spelt(source), ask);
  const firstRow = told.ImportFields;
  if (firstRow.length > 0) return { id: told.ImportID, from: source.from, firstRow };
  const where = 'subscribers.import ImportFields';
  throw new FailureError({ kind: 'changed-shape', where, expected: 'columns' });
}

function spelt(source: StageSource): OldImportSource {
  if (source.from === 'server-file') {
    const { name, separator } = source;
    return { ImportType: 'File', ImportFileName: name.trim(), FieldTerminator: separator };
  }
  const { host, port, database, query, user, password } = source;
  return {
    ImportType: 'MySQL',
    ImportMySQLHost: host.trim(),
    ImportMySQLPort: port,
    ImportMySQLDatabase: database.trim(),
    ImportMySQLQuery: query.trim(),
    ...(user.trim() !== '' && { ImportMySQLUsername: user.trim() }),
    ...(password !== '' && { ImportMySQLPassword: password }),
  };
}

const TYPES = { 'server-file': 'File', database: 'MySQL' } as const;
const UNMAPPED = 8;
/** It has lost the first step, thinks it done, or still sees no address. */
const NO_FURTHER = [3, 6, UNMAPPED];

interface Columns {
  listId: string;
  importId: string;
  type: 'Copy' | 'File' | 'MySQL';
  mapping: Mapping;
}

/**
 * By column, as in the new import; a server that then sees no address has imported nobody, and is
 * told them once more as the old import's own reference has them, by field.
 */
async function tellColumns(
  client: OctethClient,
  { listId, mapping, ...step }: Columns,
  ask: Ask,
): Promise<void> {
  try {
    await client.oldImportMapping(listId, { ...step, mapping }, ask);
  } catch (error) {
    const byField = isNoOf(error, [UNMAPPED]) ? mappingByField(mapping) : null;
    if (!byField) throw error;
    try {
      await client.oldImportMapping(listId, { ...step, mapping: byField }, ask);
    } catch (second) {
      // Nothing new: what it said of columns is the reason.
      throw isNoOf(second, NO_FURTHER) ? error : second;
    }
  }
}

function isNoOf(error: unknown, codes: readonly number[]): boolean {
  const failure = failureOf(error, 'octeth');
  return failure.kind === 'refused' && failure.code !== null && codes.includes(failure.code);
}

/** Null where two columns are meant for one field: one of them would be lost. */
function mappingByField(mapping: Mapping): MappingByField | null {
  const columns = Object.entries(mapping) as [`FIELD${number}`, string][];
  const byField = Object.fromEntries(columns.map(([column, field]) => [field, column]));
  return Object.keys(byField).length === columns.length ? byField : null;
}

export async function importStaged(
  client: OctethClient,
  { listId, order, mapping }: Old & { order: Extract<ImportOrder, { staged: unknown }> },
  ask: Ask,
): Promise<ImportJob> {
  assertPlain(order);
  const id = assertId(order.staged.id, 'import');
  const type = TYPES[order.staged.from];
  try {
    await tellColumns(client, { listId, importId: id, type, mapping }, ask);
  } catch (error) {
    // The columns were named: before 5.9.3 those of a file were lost on the way.
    if (type !== 'File' || !isNoOf(error, [UNMAPPED])) throw error;
    throw new FailureError({ kind: 'refused', reason: FILE_UNMAPPED, code: UNMAPPED });
  }
  return { ...UNTOLD, id, state: 'done', total: null };
}

const FILE_UNMAPPED =
  'It lost which column is which, as versions before 5.9.3 do with a file that lies on the server; choose the file from here instead';
