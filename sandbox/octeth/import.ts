import type { ImportColumn, ImportJob, JobState } from '../world/jobs.ts';
import type { Call, Commands } from './command.ts';
import { readCsv } from './csv.ts';
import { refuse } from './errors.ts';
import { filesElsewhere } from './import-files.ts';
import { importRows } from './import-rows.ts';

const path = '/api/v1/subscribers.import';
const errors = { seed: 'errors', public: 'errors' } as const;
const permission = 'Subscribers.Import';

export const importCommands: Commands = {
  'subscribers.import.post': {
    permission,
    limited: true,
    route: { method: 'POST', path },
    errors,
    answer(call) {
      const { parameters, world, now } = call;
      const csv = readRequest(call);
      const listId = parameters.id('ListID')!;
      if (world.conditions.has('imports-unwritable')) {
        refuse(20, 'Failed to create import record');
      }
      const job: ImportJob = {
        id: world.nextId(),
        plan: {
          listId,
          rows: readCsv(dataOf(csv), {
            terminator: text(csv['fieldterminator']),
            encloser: text(csv['fieldencloser']),
            escape: text(csv['escapedby']),
          }),
          columns: readColumns(call, csv['mappedfields']),
          tags: (parameters.raw('Tags') as unknown[]).map(String),
          updateDuplicates: parameters.flag('UpdateDuplicates', false),
          triggerActions: parameters.flag('TriggerActions', false),
          suppressFailed:
            parameters.flag('AddToSuppressionList', false) ||
            parameters.flag('AddToGlobalSuppressionList', false),
        },
        state: 'Pending',
        startedAt: now,
        finishedAt: null,
        counts: { imported: 0, duplicates: 0, failed: [] },
      };
      world.imports.push(job);
      return { ImportID: job.id, ImportType: 'async' };
    },
  },
  'subscribers.import.get': {
    permission,
    limited: true,
    route: { method: 'GET', path },
    errors,
    answer(call) {
      const job = wanted(call);
      const row = jobRow(job);
      advance(job, call);
      return { ImportJob: row };
    },
  },
};

/** Every check that the reference numbers, in its order as far as one must come before another. */
function readRequest(call: Call): Record<string, unknown> {
  const { parameters, world } = call;
  if (!parameters.filled('ListID')) refuse(1, 'Missing ListID parameter');
  const flags = [
    'AddToGlobalSuppressionList',
    'AddToSuppressionList',
    'UpdateDuplicates',
    'TriggerActions',
  ];
  for (const [index, name] of flags.entries()) {
    if (!parameters.has(name)) refuse(4 + index, `Missing ${name} parameter`);
  }
  for (const [index, name] of flags.entries()) {
    if (!isFlag(parameters.text(name))) refuse(9 + index, `Invalid ${name} parameter`);
  }
  if (!Array.isArray(parameters.raw('Tags'))) refuse(21, 'Missing Tags parameter');
  const csv = inner(parameters.raw('ImportFrom'), 'csv');
  if (!csv || (!csv['url'] && !csv['data'])) refuse(14, 'ImportFrom source must be provided');
  if (!csv['fieldterminator']) refuse(2, 'Missing FieldTerminator parameter');
  if (!csv['escapedby']) refuse(16, 'Missing EscapedBy parameter');
  if (csv['mappedfields'] === undefined) refuse(8, 'Missing MappedFields parameter');
  if (!isObject(csv['mappedfields'])) refuse(13, 'Invalid MappedFields parameter');
  if (parameters.id('ListID') === undefined) refuse(20, 'Invalid ListID parameter');
  if (!world.list(parameters.id('ListID')!)) refuse(19, 'List not found');
  readColumns(call, csv['mappedfields']);
  if (!dataOf(csv)) refuse(18, 'ImportFrom.CSV.URL remote data fetch failure');
  return csv;
}

const dataOf = (csv: Record<string, unknown>): string =>
  text(csv['data']) || (filesElsewhere[text(csv['url'])] ?? '');

/** `{ FIELD1: 'EmailAddress', FIELD2: '41' }`. */
function readColumns({ parameters, world }: Call, given: unknown): ImportColumn[] {
  const columns = Object.entries(given as object).map(([name, target]): ImportColumn => {
    const [, place] = /^field(\d+)$/.exec(name) ?? [];
    const fieldId = Number(String(target).replace(/^customfield/i, ''));
    const field = world.customFields.find(({ id }) => id === fieldId);
    const isHere = target === 'EmailAddress' || field?.listId === parameters.id('ListID');
    if (place === undefined || !isHere) refuse(17, 'Field mapping is invalid');
    return { index: Number(place) - 1, target: target === 'EmailAddress' ? target : fieldId };
  });
  if (!columns.some(({ target }) => target === 'EmailAddress')) {
    refuse(15, 'Fields are not mapped');
  }
  return columns;
}

function wanted({ parameters, world }: Call): ImportJob {
  if (!parameters.filled('ListID')) refuse(1, 'Missing ListID parameter');
  if (!parameters.filled('ImportID')) refuse(2, 'Missing ImportID parameter');
  const [listId, importId] = [parameters.id('ListID'), parameters.id('ImportID')];
  if (listId === undefined) refuse(3, 'Invalid ListID parameter');
  if (importId === undefined) refuse(4, 'Invalid ImportID parameter');
  if (!world.list(listId)) refuse(5, 'List not found');
  const job = world.imports.find(({ id }) => id === importId);
  if (!job) refuse(7, 'Import job not found');
  if (job.plan.listId !== listId) refuse(6, 'Invalid ImportID parameter');
  return job;
}

export const nextState: Record<JobState, JobState> = {
  Pending: 'Processing',
  Processing: 'Completed',
  Completed: 'Completed',
};

function advance(job: ImportJob, { world, now }: Call): void {
  if (job.state === 'Processing') {
    job.counts = importRows(job.plan, world, now);
    job.finishedAt = now;
  }
  job.state = nextState[job.state];
}

function jobRow({ id, startedAt, finishedAt, state, counts, plan }: ImportJob): object {
  return {
    ImportID: id,
    ImportDate: startedAt,
    FinishedAt: finishedAt,
    ImportStatus: state,
    FailedData: counts.failed.join('\n'),
    TotalSubscribers: plan.rows.length,
    TotalImported: counts.imported,
    TotalDuplicates: counts.duplicates,
    TotalFailed: counts.failed.length,
  };
}

const isFlag = (given: string): boolean =>
  ['true', 'false', '1', '0', 'yes', 'no'].includes(given.toLowerCase());

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export function inner(value: unknown, key: string): Record<string, unknown> | undefined {
  const found = isObject(value) ? value[key] : undefined;
  return isObject(found) ? found : undefined;
}
