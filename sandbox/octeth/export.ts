import type { ExportJob } from '../world/jobs.ts';
import type { Subscriber } from '../world/octeth.ts';
import { Download } from './command.ts';
import type { Call, Commands } from './command.ts';
import { writeCsv } from './csv.ts';
import { refuse, refuseWith } from './errors.ts';
import { nextState } from './import.ts';
import { fullRow } from './rows.ts';
import { queryOf } from './query.ts';
import { builtInSegments, segmentNamed } from './segments.ts';

const path = '/api/v1/subscribers.export';
const errors = { seed: 'errors', public: 'errors' } as const;
const permission = 'Subscribers.Import';
const keptMs = 30 * 86_400_000;

export const exportCommands: Commands = {
  'subscribers.export.post': {
    permission,
    limited: true,
    route: { method: 'POST', path },
    errors,
    answer(call) {
      const { parameters, world, now } = call;
      const job: ExportJob = {
        id: world.nextId(),
        ...readRequest(call),
        fields: (parameters.raw('FieldsToExport') as unknown[]).map(String),
        state: 'Pending',
        submittedAt: now,
        finishedAt: null,
      };
      world.exports.push(job);
      return { ExportID: job.id };
    },
  },
  'subscribers.export.get': {
    permission,
    limited: true,
    route: { method: 'GET', path },
    errors,
    answer(call) {
      const { parameters, world } = call;
      const listId = readList(call);
      if (!parameters.filled('ExportID')) {
        const jobs = world.exports.filter((job) => job.listId === listId);
        return { ExportJobs: jobs.map(jobRow) };
      }
      if (parameters.id('ExportID') === undefined) refuse(3, 'Invalid ExportID parameter');
      const job = world.exports.find(({ id }) => id === parameters.id('ExportID'));
      if (!job) refuse(6, 'Export job not found');
      if (job.listId !== listId) refuse(5, 'Invalid ExportID parameter');
      if (parameters.flag('Download', false)) return download(job, call);
      const row = jobRow(job);
      if (job.state === 'Processing') job.finishedAt = call.now;
      job.state = nextState[job.state];
      return { ExportJob: row };
    },
  },
};

/** Every check that the reference numbers: what is missing, what is wrong, what is not there. */
function readRequest(call: Call): Pick<ExportJob, 'listId' | 'format' | 'file'> {
  const { parameters, world } = call;
  if (!parameters.filled('ListID')) refuse(1, 'Missing ListID parameter');
  if (!parameters.has('RulesJSON')) refuse(2, 'Missing RulesJSON parameter');
  if (!parameters.filled('RulesOperator')) refuse(3, 'Missing RulesOperator parameter');
  if (!parameters.filled('ExportFormat')) refuse(4, 'Missing ExportFormat parameter');
  if (!parameters.filled('FieldsToExport') || !Array.isArray(parameters.raw('FieldsToExport'))) {
    refuse(5, 'Missing FieldsToExport parameter');
  }
  const listId = parameters.id('ListID');
  if (listId === undefined) refuse(6, 'Invalid ListID parameter');
  const operator = parameters.text('RulesOperator');
  if (!['and', 'or'].includes(operator)) {
    refuse(8, 'RulesOperator must be either "and" or "or"');
  }
  const format = parameters.text('ExportFormat');
  if (format !== 'csv' && format !== 'json') {
    refuse(9, 'ExportFormat must be either "csv" or "json"');
  }
  if (!world.list(listId)) refuse(10, 'List not found');
  const people = world.onList(listId).filter(ruled(call, operator)).filter(targeted(call, listId));
  return { listId, format, file: fileOf(people, call, format) };
}

/** An array, or the text of one; empty is everyone, and unreadable was so before 5.9.3. */
function ruled(call: Call, operator: string): (subscriber: Subscriber) => boolean {
  const { parameters, dialect } = call;
  const everyone = () => true;
  const given = parameters.raw('RulesJSON');
  const text = typeof given === 'string' ? given : JSON.stringify(given);
  const groups = parsed(text);
  const unreadable = () => refuse(7, 'Invalid RulesJSON syntax');
  if (!Array.isArray(groups)) return unreadable();
  if (groups.length === 0) return everyone;
  const test = queryOf(call, operator, unreadable, text);
  if (!test && dialect === 'public') unreadable();
  return test ?? everyone;
}

function targeted({ parameters, world }: Call, listId: number): (one: Subscriber) => boolean {
  const target = parameters.text('Target');
  if (target === '') return () => true;
  const isBuiltIn = target in builtInSegments && target !== 'Opt-in pending';
  if (!isBuiltIn && !/^\d+$/.test(target)) {
    refuse(11, 'Target must be valid status or segment ID');
  }
  const isThere = world.segments.some(
    (segment) => segment.listId === listId && segment.id === Number(target),
  );
  if (!isBuiltIn && !isThere) refuse(12, 'Segment not found');
  return segmentNamed(target, world);
}

function fileOf(people: Subscriber[], { parameters }: Call, format: 'csv' | 'json'): string {
  const fields = (parameters.raw('FieldsToExport') as unknown[]).map(String);
  const rows = people.map((subscriber) => {
    const row = fullRow(subscriber);
    return fields.map((field) => String(row[field] ?? ''));
  });
  if (format === 'csv') return writeCsv([fields, ...rows]);
  return JSON.stringify(
    rows.map((row) => Object.fromEntries(fields.map((field, index) => [field, row[index]]))),
  );
}

function readList({ parameters, world }: Call): number {
  if (!parameters.filled('ListID')) refuse(1, 'Missing ListID parameter');
  const listId = parameters.id('ListID');
  if (listId === undefined) refuse(2, 'Invalid ListID parameter');
  if (!world.list(listId)) refuse(4, 'List not found');
  return listId;
}

/** Not ready: the job as it stands, or since 5.9 HTTP 409; thirty days later the file is gone. */
function download(job: ExportJob, { dialect, now }: Call): object {
  if (job.state !== 'Completed') {
    if (dialect === 'public') refuseWith(409, 5, 'Export is not completed yet');
    return { ExportJob: jobRow(job) };
  }
  const age = momentOf(now) - momentOf(job.finishedAt ?? now);
  if (dialect === 'public' && age > keptMs) {
    refuseWith(410, 7, 'Export file has expired and is no longer available for download');
  }
  const type = job.format === 'csv' ? 'text/csv' : 'application/json';
  return new Download(`export-${job.id}.${job.format}`, type, job.file);
}

function jobRow(job: ExportJob): object {
  return {
    ExportID: job.id,
    Module: 'SubscriberExport',
    Status: job.state,
    ExportOptions: {
      Command: 'ExportSubscribers',
      ListID: job.listId,
      FileFormat: job.format,
      Fields: job.fields,
    },
    SubmittedAt: job.submittedAt,
    FinishedAt: job.finishedAt,
    DownloadSize: job.state === 'Completed' ? Buffer.byteLength(job.file) : 0,
  };
}

const momentOf = (text: string): number => Date.parse(`${text.replace(' ', 'T')}Z`);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
