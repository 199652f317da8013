/** What can be asked of a whole list. */
import { attempt } from '../attempt';
import type { Ask, ListDeeds } from '../crm';
import { assertId } from '../guards';
import type { Searching } from './grammar';
import { browsePeople, searchPeople } from './many';
import { listSize, stillThere } from './list-check';
import { countOf } from './map';
import { hasOldImport, stageImport } from './old-import';
import {
  exportFile,
  exportJobOf,
  exportPeople,
  foreignListsOf,
  foreignSourceOf,
  importJobOf,
  importPeople,
} from './transfer';

export const listDeeds = ({ client, memory }: Searching): ListDeeds => ({
  searchPeople: (place, asked, ask) =>
    attempt('octeth search', () => searchPeople({ client, memory }, { place, ...asked }, ask)),
  browsePeople: (place, asked, ask) =>
    attempt('octeth browse', () => browsePeople(client, { place, ...asked }, ask)),
  segments: (place, ask) =>
    attempt('octeth segments', async () => {
      const { Segments } = await client.segments(assertId(place.id, 'list'), ask);
      return Segments.map((row) => ({
        id: row.SegmentID,
        name: row.SegmentName ?? `Segment ${row.SegmentID}`,
        people: countOf(row.SubscriberCount),
      }));
    }),
  listSize: (place, ask) =>
    attempt('octeth list size', () => listSize({ client, memory }, place, ask)),
  stillThere: (place, people, ask) =>
    attempt('octeth still there', () => stillThere({ client, memory }, { place, people }, ask)),
  importPeople: (place, order, ask) =>
    attempt('octeth import', () => importPeople(client, { place, order }, ask)),
  importState: (place, jobId, ask) =>
    attempt('octeth import state', async () => {
      const [listId, importId] = [assertId(place.id, 'list'), assertId(jobId, 'import')];
      return importJobOf(await client.importState(listId, importId, ask));
    }),
  prepareImport: (source, ask) =>
    attempt('octeth prepare', async () =>
      foreignListsOf(await client.prepareImport(foreignSourceOf(source), ask)),
    ),
  hasOldImport: (place, ask) =>
    attempt('octeth old import', () => hasOldImport(client, place, ask)),
  stageImport: (place, source, ask) =>
    attempt('octeth stage', () => stageImport(client, { place, source }, ask)),
  exportPeople: (place, order, ask) =>
    attempt('octeth export', () => exportPeople(client, { place, order }, ask)),
  exportState: (place, jobId, ask) =>
    attempt('octeth export state', async () => {
      const [listId, exportId] = [assertId(place.id, 'list'), assertId(jobId, 'export')];
      return exportJobOf(await client.exportState(listId, exportId, ask));
    }),
  exportFile: (place, job, ask) =>
    attempt('octeth export file', () => exportFile(client, { place, job }, ask)),
  removePeople: (place, ids, ask) =>
    attempt('octeth remove', () =>
      nothingTold(client.deletePeople(assertId(place.id, 'list'), ids, ask)),
    ),
  removeEveryone: (place, { alsoTags }, ask: Ask) =>
    attempt('octeth remove everyone', () =>
      nothingTold(client.deleteEveryone(assertId(place.id, 'list'), alsoTags, ask)),
    ),
});

async function nothingTold(writing: Promise<unknown>): Promise<null> {
  await writing;
  return null;
}
