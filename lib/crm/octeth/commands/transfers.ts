/** Bringing people in and taking lists out. */
import { AnyReply } from '../schemas/parts';
import * as schemas from '../schemas/transfers';
import { LIMITED_READ, LIMITED_WRITE, onList, READ, WRITE } from './command';
import * as refusals from './transfer-refusals';

/** `FIELD1` and so on: the columns by number. */
export type Mapping = Record<`FIELD${number}`, string>;

/** The same the other way round, as a row of the reference has it for the old import. */
export type MappingByField = Record<string, `FIELD${number}`>;

export type CsvSource = { data: string } | { url: string; separator: string };

export interface NewImport {
  listId: string;
  source: CsvSource;
  mapping: Mapping;
  tags: string[];
  updateKnown: boolean;
  startActions: boolean;
}

/** Suppression of what failed is never asked for: a typing error bars nobody. */
export const startImport = (one: NewImport) => ({
  ...LIMITED_WRITE,
  name: 'subscribers.import.post',
  params: {
    ...onList(one.listId),
    AddToGlobalSuppressionList: false,
    AddToSuppressionList: false,
    UpdateDuplicates: one.updateKnown,
    TriggerActions: one.startActions,
    Tags: one.tags,
    ImportFrom: {
      CSV: {
        ...('data' in one.source ? { Data: one.source.data } : { URL: one.source.url }),
        FieldTerminator: 'url' in one.source ? one.source.separator : ',',
        FieldEncloser: '"',
        EscapedBy: '\\',
        MappedFields: one.mapping,
      },
    },
  },
  refusals: refusals.IMPORT,
  schema: schemas.ImportStartedReply,
});

export const importState = (listId: string, importId: string) => ({
  ...LIMITED_READ,
  name: 'subscribers.import.get',
  params: { ...onList(listId), ImportID: Number(importId) },
  refusals: refusals.IMPORT_STATE,
  schema: schemas.ImportReply,
});

export type ForeignSource =
  | { Mailchimp: { APIKey: string; Server: string } }
  | { ActiveCampaign: { APIKey: string; AccountName: string } }
  | { Drip: { APIKey: string } };

export const prepareImport = (source: ForeignSource) => ({
  ...LIMITED_READ,
  name: 'subscribers.import.prepare',
  params: { ImportFrom: source },
  refusals: refusals.PREPARE,
  schema: schemas.PreparedReply,
});

export type OldImportSource =
  | { ImportType: 'Copy'; ImportData: string }
  | { ImportType: 'File'; ImportFileName: string; FieldTerminator: string }
  | {
      ImportType: 'MySQL';
      ImportMySQLHost: string;
      ImportMySQLPort: number;
      ImportMySQLDatabase: string;
      ImportMySQLQuery: string;
      /** Older servers ask for both; the reference names neither. */
      ImportMySQLUsername?: string;
      ImportMySQLPassword?: string;
    };

/** Deprecated, and all that some servers have: first the data, by which nobody is imported yet… */
export const oldImportData = (listId: string, source: OldImportSource) => ({
  ...WRITE,
  isHarmless: true as const,
  name: 'subscribers.import',
  params: {
    ...onList(listId),
    ImportStep: 1,
    FieldTerminator: ',',
    FieldEncloser: '"',
    // As in the new import, for so the lines are written.
    EscapedBy: '\\',
    ...source,
  },
  refusals: refusals.OLD_IMPORT,
  schema: schemas.StagedReply,
});

/** …then what its columns are. */
export const oldImportMapping = (
  listId: string,
  step: {
    importId: string;
    type: OldImportSource['ImportType'];
    mapping: Mapping | MappingByField;
  },
) => ({
  ...WRITE,
  name: 'subscribers.import',
  params: {
    ...onList(listId),
    ImportStep: 2,
    ImportType: step.type,
    ImportID: Number(step.importId),
    MappedFields: step.mapping,
  },
  refusals: refusals.OLD_IMPORT,
  schema: AnyReply,
});

/** A step that there is not, of nothing and for no list: whoever knows the command says no. */
export const askForOldImport = () => ({
  ...READ,
  name: 'subscribers.import',
  params: { ImportStep: 3 },
  refusals: refusals.OLD_IMPORT,
  schema: AnyReply,
});

export interface NewExport {
  listId: string;
  format: 'csv' | 'json';
  fields: [string, ...string[]];
  /** A name every list has, or a segment's id; null for everybody. */
  target: string | null;
}

/** No rules: whom it holds is said by `Target` alone. */
export const startExport = (one: NewExport) => ({
  ...LIMITED_WRITE,
  name: 'subscribers.export.post',
  params: {
    ...onList(one.listId),
    RulesJSON: [],
    RulesOperator: 'and',
    ExportFormat: one.format,
    FieldsToExport: one.fields,
    ...(one.target !== null && { Target: one.target }),
  },
  refusals: refusals.EXPORT,
  schema: schemas.ExportStartedReply,
});

export const exportState = (listId: string, exportId: string) => ({
  ...LIMITED_READ,
  name: 'subscribers.export.get',
  params: { ...onList(listId), ExportID: Number(exportId) },
  refusals: refusals.EXPORT_STATE,
  schema: schemas.ExportReply,
});

/** The file itself; where it is not ready, some versions answer with the job instead. */
export const exportFile = (listId: string, exportId: string) => ({
  ...exportState(listId, exportId),
  params: { ...exportState(listId, exportId).params, Download: true },
});
