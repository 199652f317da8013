/** One good call of every method of Octeth's client; what must be there before is made first. */
import { notable } from '../../../sandbox/sandbox.ts';
import type { Sandbox } from '../../../sandbox/sandbox.ts';
import type { OctethClient } from '../octeth/client';
import { addressRule } from '../octeth/rules';
import { CLICK } from './fakes';

type Made = () => Promise<unknown>;
type OctethCall = (client: OctethClient, sandbox: Sandbox) => Made | Promise<Made>;

const LIST = '12';
const ada = { listId: LIST, personId: '1001' };
const adasAddress = { listId: LIST, address: notable.ada.email };
const from = '192.0.2.7';
const newcomer = { listId: LIST, address: 'nova@example.org', fields: {}, ipAddress: from };
const rules = addressRule('is', notable.ada.email);
const page = { from: 0, count: 10 };
const newImport = {
  listId: LIST,
  source: { data: 'nova@example.org' },
  mapping: { FIELD1: 'EmailAddress' },
  tags: [],
  updateKnown: false,
  startActions: false,
};
const newExport = {
  listId: LIST,
  format: 'csv' as const,
  fields: ['EmailAddress'] as [string],
  target: null,
};
const oldImport = { ImportType: 'Copy', ImportData: 'nova@example.org' } as const;

export const octethCalls: Record<keyof OctethClient, OctethCall> = {
  currentUser: (client) => () => client.currentUser(CLICK),
  lists: (client) => () => client.lists(CLICK),
  journeys: (client) => () => client.journeys(CLICK),
  customFields: (client) => () => client.customFields(LIST, CLICK),
  segments: (client) => () => client.segments(LIST, CLICK),

  subscriber: (client) => () => client.subscriber(adasAddress, CLICK),
  details: (client) => () => client.details(ada, CLICK),
  exists: (client) => () => client.exists(adasAddress, CLICK),
  activity: (client) => () => client.activity(ada, 'plain', CLICK),
  login: (client) => () => client.login(adasAddress, CLICK),
  listsOf: async (client) => {
    const { SessionID } = await client.login(adasAddress, CLICK);
    return () => client.listsOf(SessionID, CLICK);
  },
  createSubscriber: (client) => () =>
    client.createSubscriber({ ...newcomer, status: 'Subscribed', since: '2026-11-20' }, CLICK),
  subscribe: (client) => () => client.subscribe(newcomer, CLICK),
  updateSubscriber: (client) => () =>
    client.updateSubscriber(ada, { address: 'ada@example.org', fields: { 41: 'Augusta' } }, CLICK),
  previewUnsubscribe: (client) => () => client.previewUnsubscribe(ada, from, CLICK),
  unsubscribe: (client) => () =>
    client.unsubscribe(ada, { ipAddress: from, suppress: false }, CLICK),
  unsubscribeByRules: async (client) => {
    const proven = await client.proveRules(LIST, rules, CLICK);
    return () => client.unsubscribeByRules(proven, from, CLICK);
  },
  confirmOptIn: (client, { world }) => {
    const personId = String(world.subscriber(Number(LIST), notable.pending.email)?.id);
    const code = world.confirmationCodeOf(Number(LIST), notable.pending.email) ?? '';
    return () => client.confirmOptIn({ listId: LIST, personId }, code, CLICK);
  },

  tags: (client) => () => client.tags(LIST, CLICK),
  createTag: (client) => () => client.createTag(LIST, { name: 'Fresh' }, CLICK),
  updateTag: (client) => () => client.updateTag(LIST, '4', 'Premium', CLICK),
  deleteTag: (client) => () => client.deleteTag(LIST, '4', CLICK),
  tag: (client) => () => client.tag(ada, '6', CLICK),
  tagByRules: async (client) => {
    const proven = await client.proveRules(LIST, rules, CLICK);
    return () => client.tagByRules(proven, '6', CLICK);
  },
  untag: (client) => () => client.untag(ada, '4', CLICK),
  untagByRules: async (client) => {
    const proven = await client.proveRules(LIST, rules, CLICK);
    return () => client.untagByRules(proven, '4', CLICK);
  },

  journeysOf: (client) => () => client.journeysOf(ada, CLICK),
  triggerJourney: (client) => () => client.triggerJourney(ada, '8', CLICK),
  removeFromJourney: (client) => () => client.removeFromJourney(ada, '7', CLICK),
  exitJourney: (client) => () => client.exitJourney(ada, '7', CLICK),

  searchPeople: (client) => () => client.searchPeople(LIST, rules, page, CLICK),
  countPeople: (client) => () => client.countPeople(LIST, rules, CLICK),
  proveRules: (client) => () => client.proveRules(LIST, rules, CLICK),
  browsePeople: (client) => () => client.browsePeople(LIST, 'Active', page, CLICK),
  deletePeople: (client) => () => client.deletePeople(LIST, ['1001'], CLICK),
  deleteByRules: async (client) => {
    const proven = await client.proveRules(LIST, rules, CLICK);
    return () => client.deleteByRules(proven, CLICK);
  },
  deleteEveryone: (client) => () => client.deleteEveryone(LIST, false, CLICK),

  importPeople: (client) => () => client.importPeople(newImport, CLICK),
  importState: async (client) => {
    const { ImportID } = await client.importPeople(newImport, CLICK);
    return () => client.importState(LIST, ImportID, CLICK);
  },
  prepareImport: (client) => () => client.prepareImport({ Drip: { APIKey: 'key' } }, CLICK),
  oldImportData: (client) => () => client.oldImportData(LIST, oldImport, CLICK),
  oldImportMapping: async (client) => {
    const { ImportID } = await client.oldImportData(LIST, oldImport, CLICK);
    const step = { importId: ImportID, type: 'Copy', mapping: { FIELD1: 'EmailAddress' } } as const;
    return () => client.oldImportMapping(LIST, step, CLICK);
  },
  askForOldImport: (client) => () => client.askForOldImport(CLICK),
  exportPeople: (client) => () => client.exportPeople(newExport, CLICK),
  exportState: async (client) => {
    const { ExportID } = await client.exportPeople(newExport, CLICK);
    return () => client.exportState(LIST, ExportID, CLICK);
  },
  exportFile: async (client) => {
    const { ExportID } = await client.exportPeople(newExport, CLICK);
    for (let asked = 0; asked < 3; asked += 1) await client.exportState(LIST, ExportID, CLICK);
    return () => client.exportFile(LIST, ExportID, CLICK);
  },
};
