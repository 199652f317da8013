import * as v from 'valibot';
import { Count, Id, listOf, Text } from './parts';

export const ImportStartedReply = v.object({ ImportID: Id });

const Cell = v.nullable(v.union([v.string(), v.number()]));

/** Cells by the numbers of their columns: `{ FIELD1: 'email' }`, alone or in a list of one. */
const Columns = v.pipe(
  v.unknown(),
  v.transform((value) => (Array.isArray(value) ? (value[0] ?? {}) : (value ?? {}))),
  v.record(v.string(), Cell),
  v.transform((cells) =>
    Object.entries(cells).reduce<string[]>((row, [name, cell]) => {
      const [, number] = /^FIELD([1-9]\d{0,2})$/i.exec(name) ?? [];
      if (number !== undefined) row[Number(number) - 1] = String(cell ?? '');
      return row;
    }, []),
  ),
  v.transform((row) => Array.from(row, (cell) => cell ?? '')),
);

export const StagedReply = v.object({ ImportID: Id, ImportFields: v.optional(Columns, {}) });

export const ImportReply = v.object({
  ImportJob: v.object({
    ImportID: Id,
    ImportStatus: v.string(),
    FailedData: Text,
    TotalSubscribers: Count,
    TotalImported: Count,
    TotalDuplicates: Count,
    TotalFailed: Count,
  }),
});
export type ImportReply = v.InferOutput<typeof ImportReply>;

export const ExportStartedReply = v.object({ ExportID: Id });

export const ExportReply = v.object({
  ExportJob: v.object({ ExportID: Id, Status: v.string(), DownloadSize: Count }),
});
export type ExportReply = v.InferOutput<typeof ExportReply>;

/** Ids of another service: numbers or words, whatever that service uses. */
const ForeignId = v.pipe(v.union([v.string(), v.number()]), v.transform(String));
const Foreign = v.object({ ID: ForeignId, Name: Text });

export const PreparedReply = v.object({
  Lists: listOf(
    v.object({
      ID: ForeignId,
      Name: Text,
      ActiveSubscribersCount: Count,
      SubscribersCount: Count,
      MergeFields: v.optional(listOf(Foreign)),
      Tags: v.optional(listOf(Foreign)),
    }),
  ),
});
export type PreparedReply = v.InferOutput<typeof PreparedReply>;
