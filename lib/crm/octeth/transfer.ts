/** Bringing people into a list, and taking them out as a file. */
import { FailureError } from '../../failure';
import type { Place } from '../../people/account';
import type {
  ExportedFile,
  ExportJob,
  ExportOrder,
  ForeignList,
  ImportJob,
  ImportOrder,
  ImportSource,
  JobState,
} from '../../people/list-work';
import { faultOfAddress } from '../../people/import-sources';
import type { Ask } from '../crm';
import { assertId, assertName, badInput } from '../guards';
import type { OctethClient } from './client';
import type { CsvSource, ForeignSource, Mapping } from './commands/transfers';
import { csvOf } from './csv';
import { segmentOf } from './many';
import { countOf } from './map';
import { isUnknownCommand } from './offers';
import { importLines, importStaged, knowsImports, UNTOLD } from './old-import';
import type { ExportReply, ImportReply, PreparedReply } from './schemas/transfers';

export async function importPeople(
  client: OctethClient,
  { place, order }: { place: Place; order: ImportOrder },
  ask: Ask,
): Promise<ImportJob> {
  const listId = assertId(place.id, 'list');
  const mapping = mappingOf(order);
  if ('staged' in order) return importStaged(client, { listId, order, mapping }, ask);
  const source = sourceOf(order);
  const tags = order.tags.map(assertName);
  const total = 'lines' in order ? order.lines.length : null;
  try {
    const { updateKnown, startActions } = order;
    const { ImportID } = await client.importPeople(
      { listId, source, mapping, tags, updateKnown, startActions },
      ask,
    );
    return { ...UNTOLD, id: ImportID, state: 'waiting', total };
  } catch (error) {
    if (!isUnknownCommand(error)) throw error;
    // Where that cannot be told, what the import itself was answered is what is known.
    const knows = await knowsImports(client, listId, ask).catch(() => true);
    if (knows) throw error;
    if ('url' in source) throw badInput('import', NO_ADDRESSES);
    return importLines(client, { listId, order, mapping, data: source.data, total }, ask);
  }
}

const NO_ADDRESSES =
  'This server imports the old way only and cannot fetch a file from an address; choose the file itself';

function sourceOf(order: Exclude<ImportOrder, { staged: unknown }>): CsvSource {
  if ('lines' in order) return { data: csvOf(order.lines) };
  if (faultOfAddress(order.url) !== null) throw badInput('import', 'This is no safe address');
  return { url: order.url.trim(), separator: order.separator };
}

function mappingOf(order: ImportOrder): Mapping {
  const { columns } = order;
  if ('lines' in order && order.lines.length === 0) {
    throw badInput('import', 'There is nobody to import');
  }
  if (columns.filter((column) => column === 'address').length !== 1) {
    throw badInput('import', 'Exactly one column must hold the email address');
  }
  return Object.fromEntries(
    columns.flatMap((column, index) =>
      column === null
        ? []
        : [
            [
              `FIELD${index + 1}`,
              column === 'address' ? 'EmailAddress' : assertId(column.id, 'field'),
            ],
          ],
    ),
  );
}

const STATES: Record<string, JobState> = {
  pending: 'waiting',
  waiting: 'waiting',
  queued: 'waiting',
  processing: 'running',
  importing: 'running',
  running: 'running',
  completed: 'done',
  finished: 'done',
  failed: 'failed',
  error: 'failed',
};

function stateOf(status: string, where: string): JobState {
  const state = STATES[status.trim().toLowerCase()];
  if (state) return state;
  throw new FailureError({ kind: 'changed-shape', where, expected: 'a known state' });
}

export function importJobOf({ ImportJob: job }: ImportReply): ImportJob {
  return {
    id: job.ImportID,
    state: stateOf(job.ImportStatus, 'subscribers.import.get ImportJob.ImportStatus'),
    total: countOf(job.TotalSubscribers),
    imported: countOf(job.TotalImported),
    duplicates: countOf(job.TotalDuplicates),
    failed: countOf(job.TotalFailed),
    failedLines: job.FailedData ?? '',
  };
}

export function foreignSourceOf(source: ImportSource): ForeignSource {
  const given = (value: string, what: string): string => {
    if (value.trim() === '') throw badInput('import', `The ${what} is missing`);
    return value.trim();
  };
  const APIKey = given(source.key, 'key of the other service');
  switch (source.service) {
    case 'mailchimp':
      return { Mailchimp: { APIKey, Server: given(source.server, 'server name of Mailchimp') } };
    case 'activecampaign':
      return {
        ActiveCampaign: { APIKey, AccountName: given(source.account, 'name of the account') },
      };
    case 'drip':
      return { Drip: { APIKey } };
  }
}

export const foreignListsOf = ({ Lists }: PreparedReply): ForeignList[] =>
  Lists.map((row) => ({
    id: row.ID,
    name: row.Name ?? row.ID,
    people: countOf(row.ActiveSubscribersCount ?? row.SubscribersCount),
    fields: (row.MergeFields ?? []).map(({ ID, Name }) => ({ id: ID, name: Name ?? ID })),
    tags: (row.Tags ?? []).map(({ ID, Name }) => ({ id: ID, name: Name ?? ID })),
  }));

const OWN_COLUMNS = [
  'EmailAddress',
  'SubscriptionStatus',
  'BounceType',
  'SubscriptionDate',
  'OptInDate',
  'UnsubscriptionDate',
] as const;

export async function exportPeople(
  client: OctethClient,
  { place, order }: { place: Place; order: ExportOrder },
  ask: Ask,
): Promise<ExportJob> {
  const own = order.fields.map(({ id }) => `CustomField${assertId(id, 'field')}`);
  const { ExportID } = await client.exportPeople(
    {
      listId: assertId(place.id, 'list'),
      format: order.format,
      fields: [OWN_COLUMNS[0], ...OWN_COLUMNS.slice(1), ...own],
      target: order.group === null ? null : segmentOf(order.group),
    },
    ask,
  );
  return { id: ExportID, state: 'waiting', bytes: null };
}

export function exportJobOf({ ExportJob: job }: ExportReply): ExportJob {
  const bytes = countOf(job.DownloadSize);
  const state = stateOf(job.Status, 'subscribers.export.get ExportJob.Status');
  return { id: job.ExportID, state, bytes: state === 'done' ? bytes : null };
}

/** A file that is shorter than the server said is not the whole list, and not handed on. */
export async function exportFile(
  client: OctethClient,
  { place, job }: { place: Place; job: { id: string; format: ExportedFile['type'] } },
  ask: Ask,
): Promise<ExportedFile> {
  const listId = assertId(place.id, 'list');
  const exportId = assertId(job.id, 'export');
  const { state, bytes } = exportJobOf(await client.exportState(listId, exportId, ask));
  if (state !== 'done') {
    const reason = 'The file is not ready yet';
    throw new FailureError({ kind: 'refused', reason, code: null });
  }
  const text = await client.exportFile(listId, exportId, ask);
  const isWhole = bytes === null || new TextEncoder().encode(text ?? '').length >= bytes;
  if (text === null || !isWhole) {
    const expected = text === null ? 'a file' : 'the whole file';
    throw new FailureError({ kind: 'changed-shape', where: 'subscribers.export.get', expected });
  }
  return { type: job.format, text };
}
