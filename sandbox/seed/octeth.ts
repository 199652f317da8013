import type {
  CustomField,
  Journey,
  Segment,
  SubscriberList,
  SubscriberTag,
} from '../world/octeth.ts';

export const listIds = { newsletter: 12, customers: 27, archive: 31 } as const;
export type ListName = keyof typeof listIds;

export const lists: SubscriberList[] = [
  {
    id: listIds.newsletter,
    name: 'Newsletter',
    description: 'Everyone who asked for the monthly letter',
    optInMode: 'Double',
    createdOn: '2021-03-08 09:12:33',
  },
  {
    id: listIds.customers,
    name: 'Customers',
    description: 'People who bought something',
    optInMode: 'Single',
    createdOn: '2022-01-17 14:40:02',
  },
  {
    id: listIds.archive,
    name: 'Archive 2019',
    description: '',
    optInMode: 'Single',
    createdOn: '2019-06-01 08:00:00',
  },
];

/** A list of another user of this server: known, and nobody's business here. */
export const othersListId = 404;

/** The mail that asks to confirm, and one of that other user. */
export const confirmationEmailId = 301;
export const othersEmailId = 404;

/** Each list has its own tags: `VIP` and `Trial` are two tags each, with different ids. */
export const tagIds = {
  newsletter: { VIP: 4, Trial: 5, Webinar: 6 },
  customers: { VIP: 9, Trial: 11, Refunded: 10 },
  archive: { Legacy: 15 },
} as const satisfies Record<ListName, Record<string, number>>;

export const tags: SubscriberTag[] = Object.entries(tagIds).flatMap(([list, names]) =>
  Object.entries(names).map(([name, id]) => ({
    id,
    listId: listIds[list as ListName],
    name,
    description: name === 'VIP' ? 'High-value customers' : '',
  })),
);

export const segmentIds = { vips: 71, examples: 72, vipCustomers: 73 } as const;

export const segments: Segment[] = [
  {
    id: segmentIds.vips,
    listId: listIds.newsletter,
    name: 'VIPs',
    operator: 'and',
    rules: [[{ type: 'tags', operator: 'has this tag', value: String(tagIds.newsletter.VIP) }]],
  },
  {
    id: segmentIds.examples,
    listId: listIds.newsletter,
    name: 'At example domains',
    operator: 'or',
    rules: ['example.com', 'example.org'].map((domain) => [
      { type: 'fields', field_id: 'EmailAddress', operator: 'ends with', value: `@${domain}` },
    ]),
  },
  {
    id: segmentIds.vipCustomers,
    listId: listIds.customers,
    name: 'VIP customers',
    operator: 'and',
    rules: [[{ type: 'tags', operator: 'has this tag', value: String(tagIds.customers.VIP) }]],
  },
];

export const journeyIds = { welcome: 7, winBack: 8, summerSale: 9 } as const;

export const journeys: Journey[] = [
  journey(journeyIds.welcome, 'Welcome series', 'Enabled', listIds.newsletter, 5),
  journey(journeyIds.winBack, 'Win back', 'Enabled', listIds.customers, 3),
  journey(journeyIds.summerSale, 'Summer sale', 'Disabled', listIds.newsletter, 4),
];

export const fieldIds = {
  newsletter: { firstName: 41, lastName: 42, company: 43 },
  customers: { firstName: 51, lastName: 52, customerNumber: 53 },
  archive: { firstName: 61 },
  /** Of every list. */
  global: { country: 90 },
} as const;

/** `Customer number` is required, unique and numeric, so a careless update meets codes 8 to 10. */
export const customFields: CustomField[] = [
  field(fieldIds.newsletter.firstName, listIds.newsletter, 'First name', 'FirstName'),
  field(fieldIds.newsletter.lastName, listIds.newsletter, 'Last name', 'LastName'),
  field(fieldIds.newsletter.company, listIds.newsletter, 'Company', 'Company'),
  field(fieldIds.customers.firstName, listIds.customers, 'First name', 'FirstName'),
  field(fieldIds.customers.lastName, listIds.customers, 'Last name', 'LastName'),
  {
    ...field(fieldIds.customers.customerNumber, listIds.customers, 'Customer number', 'Number'),
    required: true,
    unique: true,
    validation: 'Numbers',
  },
  field(fieldIds.archive.firstName, listIds.archive, 'First name', 'FirstName'),
  field(fieldIds.global.country, 0, 'Country', 'Country'),
];

function journey(
  id: number,
  name: string,
  status: Journey['status'],
  listId: number,
  steps: number,
): Journey {
  return { id, name, status, listId, steps };
}

function field(id: number, listId: number, name: string, mergeTag: string): CustomField {
  return { id, listId, name, mergeTag, required: false, unique: false, validation: 'Disabled' };
}
