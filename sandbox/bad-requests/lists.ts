import type { OctethName } from '../../docs/operations/names.ts';
import { othersListId } from '../seed/octeth.ts';
import { CUSTOMERS, NO_ID, NO_LIST, where, without } from './bad.ts';
import type { BadRequests, Here, Parameters } from './bad.ts';

const RULES = JSON.stringify([
  [{ type: 'fields', field_id: 'EmailAddress', operator: 'contains', value: 'ada' }],
]);

/** Two segments made of each other. */
export function circle({ world }: Here): Parameters {
  const ofSegment = (id: number) => [[{ type: 'segments', operator: 'belongs to', value: id }]];
  for (const [id, other] of [
    [81, 82],
    [82, 81],
  ] as const) {
    const rules = ofSegment(other);
    world.segments.push({ id, listId: 12, name: `Like ${other}`, operator: 'and', rules });
  }
  return { RulesJSON: JSON.stringify(ofSegment(81)) };
}

const CSV = {
  Data: 'nova@example.org',
  FieldTerminator: ',',
  EscapedBy: '\\',
  MappedFields: { FIELD1: 'EmailAddress' },
};
const from = (change: Parameters): Parameters => ({ ImportFrom: { CSV: { ...CSV, ...change } } });

const newImport = {
  ListID: 12,
  AddToGlobalSuppressionList: false,
  AddToSuppressionList: false,
  UpdateDuplicates: false,
  TriggerActions: false,
  Tags: [],
  ...from({}),
};
const newExport = {
  ListID: 12,
  RulesJSON: [],
  RulesOperator: 'and',
  ExportFormat: 'csv',
  FieldsToExport: ['EmailAddress'],
};
const data = { ListID: 12, ImportStep: 1, ImportType: 'Copy', ImportData: 'nova@example.org' };
const database = {
  ImportType: 'MySQL',
  ImportMySQLHost: 'localhost',
  ImportMySQLPort: 3306,
  ImportMySQLDatabase: 'people',
  ImportMySQLQuery: 'SELECT * FROM people',
};

/** The second step, after a first. */
const mapped =
  (mapping: Parameters, { twice = false } = {}) =>
  async ({ octeth }: Here): Promise<Parameters> => {
    const { json } = await octeth('subscribers.import', data);
    const step = { ImportStep: 2, ImportID: json.ImportID, MappedFields: mapping };
    if (twice) await octeth('subscribers.import', { ...data, ...step });
    return step;
  };

async function exportBegun({ octeth }: Here): Promise<Parameters> {
  const { json } = await octeth('subscribers.export.post', newExport);
  return { ListID: 12, ExportID: json.ExportID };
}

const mailchimp = (change: Parameters): Parameters => ({
  ImportFrom: { Mailchimp: { APIKey: 'key', Server: 'us1', ...change } },
});
const failing = Object.fromEntries(
  [11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23].map((code) => [
    code,
    mailchimp({ APIKey: `fail-${code}` }),
  ]),
);

export const badOfLists = {
  'subscribers.search': {
    good: { ListID: 12, Operator: 'and', RulesJSON: RULES },
    bad: {
      1: without('ListID'),
      2: without('Operator'),
      3: { ListID: NO_LIST },
      4: where('rules-engine-down'),
      5: circle,
    },
    public: { 6: { RulesJSON: 'x' } },
  },
  'subscribers.get': {
    good: { SubscriberListID: 12, SubscriberSegment: 'Active' },
    bad: {
      1: without('SubscriberListID'),
      2: without('SubscriberSegment'),
      3: { SubscriberListID: NO_LIST },
    },
    public: { 4: { SearchField: 'Shoe' } },
  },
  'subscribers.delete': {
    good: { SubscriberListID: 12, Subscribers: '1001' },
    bad: {
      2: without('SubscriberListID'),
      5: { SubscriberListID: NO_LIST },
      6: [
        { RulesJSON: RULES, RulesOperator: 'nor' },
        where('rules-engine-down', { RulesJSON: RULES, RulesOperator: 'and' }),
      ],
    },
    public: { 7: { RulesJSON: 'x', RulesOperator: 'and' }, 8: { Subscribers: '1001,x' } },
  },
  'subscribers.delete.all': {
    good: { ListID: 12 },
    bad: {
      1: without('ListID'),
      3: { ListID: NO_LIST },
      4: { ListID: othersListId },
      5: where('people-undeletable'),
      6: where('tag-links-undeletable'),
      7: where('tags-undeletable', { DeleteListTags: true }),
      8: where('deletion-breaks-off'),
    },
  },
  'subscribers.import': {
    good: data,
    bad: {
      1: without('ImportType'),
      2: without('ImportData'),
      3: { ImportStep: 3 },
      4: { ListID: NO_LIST },
      5: { ImportData: '\n' },
      6: mapped({ FIELD1: 'EmailAddress' }, { twice: true }),
      7: mapped({ FIELD1: 'EmailAddress', FIELD2: 'EmailAddress' }),
      8: mapped({ FIELD1: '41' }),
      9: { ImportType: 'File' },
      10: { ...database, ...without('ImportMySQLHost') },
      11: { ...database, ...without('ImportMySQLPort') },
      12: { ...database, ...without('ImportMySQLDatabase') },
      13: { ImportType: 'File', ImportFileName: 'none.csv' },
      14: { ...database, ...without('ImportMySQLQuery') },
      15: { ...database, ImportMySQLHost: 'elsewhere' },
      16: { ...database, ImportMySQLQuery: 'DROP' },
      17: { ImportType: 'Fax' },
      18: { ImportData: 'x'.repeat(1_000_001) },
    },
  },
  'subscribers.import.post': {
    good: newImport,
    bad: {
      1: without('ListID'),
      2: from({ FieldTerminator: '' }),
      4: without('AddToGlobalSuppressionList'),
      5: without('AddToSuppressionList'),
      6: without('UpdateDuplicates'),
      7: without('TriggerActions'),
      8: from(without('MappedFields')),
      9: { AddToGlobalSuppressionList: 'maybe' },
      10: { AddToSuppressionList: 'maybe' },
      11: { UpdateDuplicates: 'maybe' },
      12: { TriggerActions: 'maybe' },
      13: from({ MappedFields: 'x' }),
      14: { ImportFrom: {} },
      15: from({ MappedFields: { FIELD1: '41' } }),
      16: from({ EscapedBy: '' }),
      17: from({ MappedFields: { FIELD1: `${NO_ID}` } }),
      18: from({ ...without('Data'), URL: 'https://example.com/people.csv' }),
      19: { ListID: NO_LIST },
      20: [{ ListID: 'x' }, where('imports-unwritable')],
      21: without('Tags'),
    },
  },
  'subscribers.import.get': {
    good: async ({ octeth }) => {
      const { json } = await octeth('subscribers.import.post', newImport);
      return { ListID: 12, ImportID: json.ImportID };
    },
    bad: {
      1: without('ListID'),
      2: without('ImportID'),
      3: { ListID: 'x' },
      4: { ImportID: 'x' },
      5: { ListID: NO_LIST },
      6: { ListID: CUSTOMERS },
      7: { ImportID: NO_ID },
    },
  },
  'subscribers.import.prepare': {
    good: mailchimp({}),
    bad: {
      1: { ImportFrom: {} },
      2: { ImportFrom: { Nobody: {} } },
      3: { ImportFrom: { ActiveCampaign: { AccountName: 'harbour' } } },
      4: { ImportFrom: { ActiveCampaign: { APIKey: 'key' } } },
      5: { ImportFrom: { ActiveCampaign: { APIKey: 'fail-5', AccountName: 'harbour' } } },
      7: mailchimp(without('APIKey')),
      8: mailchimp(without('Server')),
      ...failing,
      9: [mailchimp({ APIKey: 'fail-9' }), { ImportFrom: { Drip: { APIKey: 'fail-9' } } }],
    },
  },
  'subscribers.export.post': {
    good: newExport,
    bad: {
      1: without('ListID'),
      2: without('RulesJSON'),
      3: without('RulesOperator'),
      4: without('ExportFormat'),
      5: without('FieldsToExport'),
      6: { ListID: 'x' },
      7: { RulesJSON: 'x' },
      8: { RulesOperator: 'nor' },
      9: { ExportFormat: 'pdf' },
      10: { ListID: NO_LIST },
      11: { Target: 'Everyone' },
      12: { Target: `${NO_ID}` },
    },
  },
  'subscribers.export.get': {
    good: exportBegun,
    bad: {
      1: without('ListID'),
      2: { ListID: 'x' },
      3: { ExportID: 'x' },
      4: { ListID: NO_LIST },
      5: { ListID: CUSTOMERS },
      6: { ExportID: NO_ID },
    },
    public: {
      5: [
        { ListID: CUSTOMERS },
        async (here) => ({ ...(await exportBegun(here)), Download: true }),
      ],
      7: async (here) => {
        const job = await exportBegun(here);
        for (let asked = 0; asked < 3; asked += 1) await here.octeth('subscribers.export.get', job);
        here.clock.now += 31 * 86_400_000;
        return { ...job, Download: true };
      },
    },
  },
} satisfies Partial<Record<OctethName, BadRequests>>;
