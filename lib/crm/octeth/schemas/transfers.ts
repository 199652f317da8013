import * as v from 'valibot';
import { Count, Id, listOf, Text } from './parts';

export const ImportStartedReply = v.object({ ImportID: Id });

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
