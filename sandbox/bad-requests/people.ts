import { notable } from '../seed/notable.ts';
import { othersEmailId } from '../seed/octeth.ts';
import type { OctethName } from '../../docs/operations/names.ts';
import {
  ADA,
  ADA_ID,
  CUSTOMER_NUMBER,
  CUSTOMERS,
  LEFT,
  LINUS,
  NO_ID,
  NO_LIST,
  PENDING,
  where,
  without,
} from './bad.ts';
import type { BadRequests, Here } from './bad.ts';

const ADDRESS = '192.0.2.7';
const newcomer = {
  ListID: 12,
  EmailAddress: 'nova@example.org',
  SubscriptionDate: '2026-11-20',
  SubscriptionIP: ADDRESS,
};
const leaving = {
  Status: 'Unsubscribed',
  UnsubscriptionDate: '2026-11-20',
  UnsubscriptionIP: ADDRESS,
};
const enforced = { ListID: CUSTOMERS, EnforceRequiredFields: true };
const member = notable.payingSuppressed.email;

/** The number that somebody else has already. */
function taken({ world }: Here): string {
  world.subscriber(CUSTOMERS, notable.traveller.email)?.fields.set(CUSTOMER_NUMBER, '7');
  return '7';
}

/** The same person of the list of customers, as an update names her. */
const customer = ({ world }: Here) => ({
  SubscriberListID: CUSTOMERS,
  SubscriberID: world.subscriber(CUSTOMERS, member)?.id,
});

const RULES = JSON.stringify([
  [{ type: 'fields', field_id: 'EmailAddress', operator: 'is', value: ADA }],
]);
const ruled = { ...without('EmailAddress'), RulesJSON: RULES, RulesOperator: 'and' };

const fieldOf = (value: string) => ({ [`CustomField${CUSTOMER_NUMBER}`]: value });

export const badOfPeople = {
  'subscriber.create': {
    good: newcomer,
    bad: {
      1: without('ListID'),
      2: without('EmailAddress'),
      3: { EmailAddress: 'no address' },
      4: { ListID: NO_LIST },
      5: { BounceType: 'Never' },
      6: { Status: 'Somehow' },
      7: { SubscriptionDate: 'yesterday' },
      8: without('SubscriptionDate'),
      9: without('SubscriptionIP'),
      10: { SubscriptionIP: 'here' },
      11: { ...leaving, ...without('UnsubscriptionDate') },
      12: { ...leaving, ...without('UnsubscriptionIP') },
      13: { ...leaving, UnsubscriptionDate: 'yesterday' },
      14: { ...leaving, UnsubscriptionIP: 'here' },
      15: where('opt-in-dates-wanted'),
      16: { OptInDate: 'yesterday' },
      17: { CustomFields: { [NO_ID]: 'x' } },
      18: ({ world }) => {
        world.subscriberLimit = world.subscribers.length;
        return {};
      },
      19: { EmailAddress: `${'n'.repeat(65)}@example.org` },
      20: { EmailAddress: ADA },
      21: { EmailAddress: LEFT },
      22: where('owner-lost'),
      23: where('list-settings-lost'),
      24: { OptInConfirmationEmailID: 'x' },
      25: [{ OptInConfirmationEmailID: NO_ID }, { OptInConfirmationEmailID: othersEmailId }],
    },
    public: {
      26: enforced,
      27: (here) => ({ ...enforced, CustomFields: { [CUSTOMER_NUMBER]: taken(here) } }),
      28: { ...enforced, CustomFields: { [CUSTOMER_NUMBER]: 'x' } },
    },
  },
  'subscriber.subscribe': {
    good: { ListID: '12', EmailAddress: 'nova@example.org', IPAddress: ADDRESS },
    bad: {
      1: without('ListID'),
      2: without('EmailAddress'),
      3: without('IPAddress'),
      4: { ListID: `${NO_LIST}` },
      5: { EmailAddress: 'no address' },
      6: { ListID: `${CUSTOMERS}`, ...fieldOf('') },
      7: (here) => ({ ListID: `${CUSTOMERS}`, ...fieldOf(taken(here)) }),
      8: { ListID: `${CUSTOMERS}`, ...fieldOf('x') },
      9: { EmailAddress: ADA },
      10: where('mail-down'),
      11: where('owner-lost'),
      101: where('plugin-objects'),
    },
  },
  'subscriber.unsubscribe': {
    good: { ListID: 12, EmailAddress: ADA, IPAddress: ADDRESS },
    bad: {
      1: without('ListID'),
      2: without('IPAddress'),
      3: without('EmailAddress'),
      4: { ListID: NO_LIST },
      5: where('owner-lost'),
      6: { EmailAddress: 'no address' },
      7: { EmailAddress: 'nobody@nowhere.example' },
      8: { CampaignID: 'x' },
      9: { EmailAddress: LEFT },
      10: { EmailID: 'x' },
      11: where('rules-engine-down', ruled),
    },
    public: { 7: [{ EmailAddress: 'nobody@nowhere.example' }, { ...ruled, RulesJSON: 'x' }] },
  },
  'subscriber.update': {
    good: { SubscriberID: ADA_ID, SubscriberListID: 12, EmailAddress: ADA },
    bad: {
      1: without('SubscriberID'),
      2: without('SubscriberListID'),
      3: { EmailAddress: '' },
      4: { EmailAddress: 'no address' },
      5: { SubscriberListID: NO_LIST },
      6: { SubscriberID: NO_ID },
      7: { EmailAddress: LINUS },
      8: (here) => ({ ...customer(here), EmailAddress: member, EnforceRequiredFields: true }),
      9: (here) => ({
        ...customer(here),
        EmailAddress: member,
        EnforceRequiredFields: true,
        Fields: fieldOf(taken(here)),
      }),
      10: (here) => ({
        ...customer(here),
        EmailAddress: member,
        EnforceRequiredFields: true,
        Fields: fieldOf('x'),
      }),
    },
    public: { 11: { Fields: { [`CustomField${NO_ID}`]: 'x' } } },
  },
  'subscriber.get': {
    good: { ListID: 12, EmailAddress: ADA },
    bad: {
      1: without('EmailAddress'),
      2: without('ListID'),
      3: { EmailAddress: 'nobody@nowhere.example' },
      4: { ListID: NO_LIST },
      429: async (here) => {
        const asked = { ListID: 12, EmailAddress: ADA };
        for (let call = 0; call < 100; call += 1) await here.octeth('subscriber.get', asked);
        return {};
      },
    },
  },
  'subscriber.get.activity': {
    good: { SubscriberID: ADA_ID, SubscriberListID: 12 },
    bad: {
      1: without('SubscriberID'),
      2: without('SubscriberListID'),
      3: { SubscriberID: NO_ID },
    },
  },
  'subscriber.exists': {
    good: { ListID: 12, EmailAddress: ADA },
    bad: { 1: without('ListID'), 2: without('EmailAddress'), 3: { ListID: NO_LIST } },
  },
  'subscriber.login': {
    good: { ListID: 12, EmailAddress: ADA },
    bad: {
      1: without('ListID'),
      2: without('EmailAddress'),
      3: { EmailAddress: 'no address' },
      4: { EmailAddress: 'nobody@nowhere.example' },
    },
  },
  'subscriber.getlists': {
    good: async ({ octeth }) => {
      const { json } = await octeth('subscriber.login', { ListID: 12, EmailAddress: ADA });
      return { SessionID: json.SessionID };
    },
    bad: { 1: { SessionID: 'of nobody' } },
  },
  'subscriber.optin': {
    good: ({ world }) => ({
      ListID: 12,
      SubscriberID: world.subscriber(12, PENDING)?.id,
      ConfirmationCode: world.confirmationCodeOf(12, PENDING),
    }),
    bad: {
      1: without('ListID'),
      2: without('SubscriberID'),
      3: without('ConfirmationCode'),
      4: { ConfirmationCode: 'x' },
      5: { SubscriberID: NO_ID },
    },
  },
} satisfies Partial<Record<OctethName, BadRequests>>;
