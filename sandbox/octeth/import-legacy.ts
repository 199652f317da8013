import type { ImportColumn, ImportDraft } from '../world/jobs.ts';
import type { SubscriberList } from '../world/octeth.ts';
import type { Call, Commands } from './command.ts';
import { success } from './command.ts';
import { readCsv } from './csv.ts';
import { refuse } from './errors.ts';
import { filesHere, found } from './import-files.ts';
import { importRows } from './import-rows.ts';

const maxBytes = 1_000_000;

/** The old way: first the data, then what its columns are. */
export const legacyImportCommands: Commands = {
  'subscribers.import': {
    permission: 'Subscribers.Import',
    answer(call) {
      const step = call.parameters.text('ImportStep');
      if (step === '1') return bringData(call);
      if (step === '2') return mapData(call);
      return refuse(3, 'Invalid ImportStep');
    },
  },
};

function bringData(call: Call): object {
  const { parameters, world } = call;
  if (!parameters.filled('ImportType')) refuse(1, 'Missing ImportType parameter');
  const list = listOf(call);
  const text = dataOf(call);
  if (text.length > maxBytes) refuse(18, 'File size exceeds maximum allowed size');
  const rows = readCsv(text, {
    terminator: parameters.text('FieldTerminator') || ',',
    encloser: parameters.text('FieldEncloser') || '"',
    // No reference names it for the old way; servers that read it read it as in the new one.
    escape: parameters.text('EscapedBy') || '\\',
  });
  const [first] = rows;
  if (!first) refuse(5, 'Failed to parse CSV data');
  const isFile = parameters.text('ImportType') === 'File';
  const draft: ImportDraft = {
    id: world.nextId(),
    listId: list.id,
    rows,
    isFile,
    done: false,
  };
  world.importDrafts.push(draft);
  const fields = Object.fromEntries(first.map((cell, index) => [`FIELD${index + 1}`, cell]));
  return { ...success, ErrorText: '', ImportID: draft.id, ImportFields: [fields] };
}

function dataOf({ parameters }: Call): string {
  switch (parameters.text('ImportType')) {
    case 'Copy':
      if (!parameters.filled('ImportData')) refuse(2, 'Missing ImportData parameter');
      return parameters.text('ImportData');
    case 'File': {
      if (!parameters.filled('ImportFileName')) refuse(9, 'Missing ImportFileName parameter');
      // Only the bare name counts: no path leads out of the folder.
      const name = parameters.text('ImportFileName').split('/').at(-1)!;
      return filesHere[name] ?? refuse(13, 'Import file does not exist');
    }
    case 'MySQL':
      return queried({ parameters });
    default:
      return refuse(17, 'Import type not supported');
  }
}

/** No database is behind this: `localhost` can be connected to, and `SELECT` has two people. */
function queried({ parameters }: Pick<Call, 'parameters'>): string {
  if (!parameters.filled('ImportMySQLHost')) refuse(10, 'Missing ImportMySQLHost parameter');
  if (!parameters.filled('ImportMySQLPort')) refuse(11, 'Missing ImportMySQLPort parameter');
  if (!parameters.filled('ImportMySQLDatabase')) {
    refuse(12, 'Missing ImportMySQLDatabase parameter');
  }
  if (!parameters.filled('ImportMySQLQuery')) refuse(14, 'Missing ImportMySQLQuery parameter');
  if (parameters.text('ImportMySQLHost') !== 'localhost') refuse(15, 'MySQL connection failed');
  if (!/^select\s/i.test(parameters.text('ImportMySQLQuery'))) refuse(16, 'MySQL query failed');
  return found;
}

function mapData(call: Call): object {
  const { world, now, parameters } = call;
  const list = listOf(call);
  const draft = world.importDrafts.find(({ id }) => id === parameters.id('ImportID'));
  // The reference numbers no unknown ImportID; a step 2 without its step 1 is the wrong step.
  if (!draft || draft.listId !== list.id) refuse(3, 'Invalid ImportStep');
  if (draft.done) refuse(6, 'Import record already processed');
  const columns = columnsOf(call, draft);
  const addresses = columns.filter(({ target }) => target === 'EmailAddress').length;
  if (addresses > 1) refuse(7, 'EmailAddress field mapped more than once');
  if (addresses === 0) refuse(8, 'EmailAddress field not mapped');
  draft.done = true;
  const plan = {
    listId: list.id,
    rows: draft.rows,
    columns,
    tags: [],
    updateDuplicates: false,
    triggerActions: false,
    suppressFailed: false,
  };
  const { imported, duplicates, failed } = importRows(plan, world, now);
  return {
    ...success,
    ErrorText: '',
    ImportID: draft.id,
    TotalData: draft.rows.length,
    TotalImported: imported,
    TotalDuplicates: duplicates,
    TotalFailed: failed.length,
  };
}

function columnsOf({ parameters, dialect, mapping }: Call, { isFile }: ImportDraft) {
  const given = parameters.entries('MappedFields');
  const isByField = mapping === 'by-field';
  // Before 5.9.3 the columns' names were lower-cased for files and then met nothing.
  if (isFile && dialect === 'seed' && !isByField) return [];
  return given.map(([key, value]): ImportColumn => {
    const [name, target] = (isByField ? [value, key] : [key, value]).map((text) =>
      text.toLowerCase(),
    );
    return {
      index: Number(name?.replace('field', '')) - 1,
      target:
        target === 'emailaddress' ? 'EmailAddress' : Number(target?.replace('customfield', '')),
    };
  });
}

function listOf({ parameters, world }: Call): SubscriberList {
  return world.list(parameters.id('ListID') ?? 0) ?? refuse(4, 'Invalid ListID');
}
