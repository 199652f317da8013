/** The commands about many people, or about what a list keeps; part of the one client. */
import type * as v from 'valibot';
import type { Ask } from '../crm';
import * as bulk from './commands/bulk';
import type { Command } from './commands/command';
import * as lists from './commands/lists';
import * as tagChanges from './commands/tag-changes';
import * as transfers from './commands/transfers';
import { provenParams, proveRules } from './proof';
import type { ProvenRules } from './proof';
import type { Rules } from './rules';

export interface Asking {
  server: string;
  now: () => number;
  ask<Schema extends v.GenericSchema>(
    command: Command<Schema>,
    by: Ask,
  ): Promise<v.InferOutput<Schema>>;
  /** The text of a file, or null where the server sent something else. */
  download(command: Command<v.GenericSchema>, by: Ask): Promise<string | null>;
}

export function listMethods({ server, now, ask, download }: Asking) {
  const params = (proven: ProvenRules) => provenParams(proven, { server, now });
  return {
    searchPeople: (listId: string, rules: Rules, window: lists.Window, by: Ask) =>
      ask(lists.search(listId, rules, window), by),
    browsePeople: (listId: string, segment: string, window: lists.Window, by: Ask) =>
      ask(lists.browse(listId, segment, window), by),
    countPeople: async (listId: string, rules: Rules, by: Ask) =>
      (await ask(lists.count(listId, rules), by)).TotalSubscribers,
    segments: (listId: string, by: Ask) => ask(lists.segments(listId), by),
    deletePeople: (listId: string, ids: lists.Ids, by: Ask) =>
      ask(lists.deletePeople(listId, ids), by),
    deleteEveryone: (listId: string, alsoTags: boolean, by: Ask) =>
      ask(lists.deleteEveryone(listId, alsoTags), by),
    updateTag: (listId: string, tagId: string, name: string, by: Ask) =>
      ask(tagChanges.updateTag(listId, tagId, name), by),
    deleteTag: (listId: string, tagId: string, by: Ask) =>
      ask(tagChanges.deleteTag(listId, tagId), by),
    importPeople: (one: transfers.NewImport, by: Ask) => ask(transfers.startImport(one), by),
    importState: (listId: string, importId: string, by: Ask) =>
      ask(transfers.importState(listId, importId), by),
    prepareImport: (source: transfers.ForeignSource, by: Ask) =>
      ask(transfers.prepareImport(source), by),
    oldImportData: (listId: string, source: transfers.OldImportSource, by: Ask) =>
      ask(transfers.oldImportData(listId, source), by),
    oldImportMapping: (
      listId: string,
      step: Parameters<typeof transfers.oldImportMapping>[1],
      by: Ask,
    ) => ask(transfers.oldImportMapping(listId, step), by),
    askForOldImport: (by: Ask) => ask(transfers.askForOldImport(), by),
    exportPeople: (one: transfers.NewExport, by: Ask) => ask(transfers.startExport(one), by),
    exportState: (listId: string, exportId: string, by: Ask) =>
      ask(transfers.exportState(listId, exportId), by),
    exportFile: (listId: string, exportId: string, by: Ask) =>
      download(transfers.exportFile(listId, exportId), by),
    /** Law 8: no write by rules without this, made within the minute before. */
    proveRules: (listId: string, rules: Rules, by: Ask) =>
      proveRules(
        {
          server,
          now,
          count: async (list, tried) => (await ask(lists.count(list, tried), by)).TotalSubscribers,
        },
        listId,
        rules,
      ),
    deleteByRules: async (proven: ProvenRules, by: Ask) =>
      ask(bulk.deleteByRules(proven.listId, params(proven)), by),
    unsubscribeByRules: async (proven: ProvenRules, ipAddress: string, by: Ask) =>
      ask(bulk.unsubscribeByRules(proven.listId, params(proven), ipAddress), by),
    tagByRules: async (proven: ProvenRules, tagId: string, by: Ask) =>
      ask(bulk.tagByRules('tag', proven.listId, tagId, params(proven)), by),
    untagByRules: async (proven: ProvenRules, tagId: string, by: Ask) =>
      ask(bulk.tagByRules('untag', proven.listId, tagId, params(proven)), by),
  };
}
