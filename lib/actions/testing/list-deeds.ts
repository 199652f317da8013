/** What the back end in memory does to a whole list. */
import type { ListDeeds } from '../../crm/crm';
import { done, failed } from '../../failure';
import type { ImportJob } from '../../people/list-work';
import { DROPPED, type Server, writeTo } from './server';

const UNASKED = failed({ kind: 'broken', where: 'test' });
const unasked = async () => UNASKED;

const JOB: ImportJob = {
  id: '31',
  state: 'waiting',
  ...{ total: null, imported: null, duplicates: null, failed: null, failedLines: '' },
};

export function createListDeeds(server: Server): ListDeeds {
  const send = writeTo(server);
  const isBlind = () => server.down || server.isMute;
  return {
    searchPeople: unasked,
    browsePeople: unasked,
    segments: unasked,
    importState: unasked,
    prepareImport: unasked,
    hasOldImport: unasked,
    stageImport: unasked,
    exportPeople: unasked,
    exportState: unasked,
    exportFile: unasked,
    listSize: async () =>
      isBlind()
        ? failed(DROPPED)
        : done({
            people: server.listed.length,
            tags: server.catalogue.tags.length,
            name: server.listName,
          }),
    stillThere: async (_place, people) =>
      isBlind()
        ? failed(DROPPED)
        : done(
            people.filter(({ id, name }) =>
              server.listed.some((one) => one.id === id && one.name === name),
            ),
          ),
    importPeople: async (_place, order) => {
      const lines = 'lines' in order ? order.lines : [];
      const reply = await send('import', () => {
        for (const [name = ''] of lines) server.listed.push({ id: name, name });
      });
      return reply.ok ? done({ ...JOB, total: lines.length }) : reply;
    },
    removePeople: (_place, ids) =>
      send('delete people', () => {
        server.listed = server.listed.filter(({ id }) => !ids.includes(id));
      }),
    removeEveryone: (_place, { alsoTags }) =>
      send('empty list', () => {
        server.listed = [];
        if (alsoTags) server.catalogue.tags.splice(0);
      }),
  };
}
