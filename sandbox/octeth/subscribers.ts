import type { Subscriber } from '../world/octeth.ts';
import type { Call, Commands } from './command.ts';
import { success } from './command.ts';
import { refuse } from './errors.ts';
import { fullRow, idsAsText, shortRow, tagRows } from './rows.ts';
import { queryOf } from './query.ts';
import { segmentNamed } from './segments.ts';
import { pageOf } from './window.ts';

const usual = { size: 25, order: 'EmailAddress' };
const searchFields = [
  'EmailAddress',
  'SubscriberID',
  'SubscriptionDate',
  'SubscriptionIP',
  'OptInDate',
];

/** Reading many. */
export const subscribersCommands: Commands = {
  'subscribers.get': {
    permission: 'Subscribers.Get',
    answer(call) {
      const { parameters, world, dialect } = call;
      if (!parameters.filled('SubscriberListID')) refuse(1, 'Missing SubscriberListID parameter');
      if (!parameters.filled('SubscriberSegment')) refuse(2, 'Missing SubscriberSegment parameter');
      const list = world.list(parameters.id('SubscriberListID') ?? 0);
      if (!list) refuse(3, 'Invalid ListID or list does not belong to user');
      const field = parameters.text('SearchField');
      const known = field === '' || searchFields.includes(field) || /^\d+$/.test(field);
      if (!known && dialect === 'public') refuse(4, 'Invalid SearchField');
      const belongs = segmentNamed(parameters.text('SubscriberSegment'), world);
      const keyword = parameters.text('SearchKeyword').toLowerCase();
      const found = world
        .onList(list.id)
        .filter((subscriber) => known && belongs(subscriber))
        .filter((subscriber) => searched(subscriber, field || 'EmailAddress').includes(keyword));
      const rows = pageOf(found, dialect === 'seed' ? seedRow : fullRow, { parameters, usual });
      const total = { TotalSubscribers: found.length };
      return { ...success, ErrorText: '', ...some(rows, call), ...total };
    },
  },
  'subscribers.search': {
    permission: 'Subscribers.Get',
    errors: { seed: 'code', public: 'list-and-text' },
    answer(call) {
      const { parameters, world } = call;
      if (!parameters.filled('ListID')) refuse(1, 'Missing ListID parameter');
      if (!parameters.filled('Operator')) refuse(2, 'Missing Operator parameter');
      const list = world.list(parameters.id('ListID') ?? 0);
      if (!list) refuse(3, 'ListID not found');
      const found = world.onList(list.id).filter(searchTest(call));
      const total = { ...success, ErrorText: '', TotalSubscribers: found.length };
      if (parameters.flag('OnlyTotal', false)) return total;
      // Here the text `0` is a LIMIT of 0, and not the whole table as in `subscribers.get`.
      const none = parameters.raw('RecordsPerRequest') === '0';
      const rowOf = (one: Subscriber) => searchRow(one, call);
      const rows = none ? [] : pageOf(found, rowOf, { parameters, usual });
      return { ...total, ...some(rows, call) };
    },
  },
};

/** No rules: everyone. Rules this server cannot read: refused by new servers, everyone to old. */
function searchTest(call: Call): (one: Subscriber) => boolean {
  const { parameters, dialect } = call;
  const everyone = () => true;
  const given = parameters.raw('RulesJSON');
  if (given === undefined || given === '') return everyone;
  const test = queryOf(call, parameters.text('Operator'), (why) => {
    if (why === 'down') refuse(4, 'Problem with the segment engine');
    refuse(5, 'Segment recursion limit exceeded');
  });
  if (!test && dialect === 'public') {
    refuse(6, 'Invalid RulesJSON syntax. It must be a properly formatted JSON payload');
  }
  return test ?? everyone;
}

function searchRow(subscriber: Subscriber, call: Call): Record<string, unknown> {
  const { dialect, world } = call;
  const { listId, email, id, status, revenue } = subscriber;
  const common = { Suppressed: world.isSuppressed(email), TotalRevenue: revenue };
  if (dialect === 'public') {
    return { ...fullRow(subscriber), SubscriberTags: tagRows(subscriber, call), ...common };
  }
  return {
    SubscriberID: String(id),
    EmailAddress: email,
    SubscriptionStatus: status,
    SubscriberTags: world.tagsOf(listId, email),
    ...common,
  };
}

function seedRow(subscriber: Subscriber): Record<string, unknown> {
  return idsAsText(shortRow(subscriber));
}

/** PHP answers `false` where there is nothing to fetch. */
function some(rows: object[], { dialect }: Call): object {
  return { Subscribers: rows.length === 0 && dialect === 'seed' ? false : rows };
}

function searched(subscriber: Subscriber, field: string): string {
  const value = /^\d+$/.test(field)
    ? subscriber.fields.get(Number(field))
    : fullRow(subscriber)[field];
  return String(value ?? '').toLowerCase();
}
