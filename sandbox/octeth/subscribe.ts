import { zeroAddress, zeroDate } from '../world/octeth.ts';
import type { Subscriber, SubscriberList } from '../world/octeth.ts';
import type { Call, Command } from './command.ts';
import { success } from './command.ts';
import { blank } from './create.ts';
import { refuse } from './errors.ts';
import { breachOf } from './field-rules.ts';
import { isEmailAddress } from './values.ts';

/** What a form on a website does, without a key; the list says whether she must confirm. */
export const subscribe: Command = {
  open: true,
  answer(call) {
    const { parameters, world } = call;
    const { lists, email } = readRequest(call);
    const [first, ...others] = lists;
    if (world.conditions.has('owner-lost')) refuse(11, 'Invalid user information');
    const fields = readFields(call, first);
    const known = world.subscriber(first.id, email);
    // Who left may come back by her own form; that is what it is for.
    if (known && known.status !== 'Unsubscribed') refuse(9, 'Duplicate email address');
    if (world.conditions.has('plugin-objects')) refuse(101, 'Plugin validation failed');
    // Who cannot be asked to confirm is not taken.
    const isAsked = lists.some(({ optInMode }) => optInMode === 'Double');
    if (isAsked && world.conditions.has('mail-down')) refuse(10, 'Subscription failed');
    const subscriber = join(call, first, email);
    for (const [id, value] of fields) subscriber.fields.set(id, value);
    for (const list of others) {
      const row = world.subscriber(list.id, email);
      if (!row || row.status === 'Unsubscribed') join(call, list, email);
    }
    return {
      ...success,
      SubscriberID: subscriber.id,
      RedirectURL: 'https://example.com/confirmation',
      Subscriber: {
        SubscriberID: subscriber.id,
        EmailAddress: parameters.text('EmailAddress'),
        SubscriptionStatus: subscriber.status,
      },
    };
  },
};

function readRequest({ parameters, world }: Call) {
  if (!parameters.filled('ListID')) refuse(1, 'Missing ListID parameter');
  if (!parameters.filled('EmailAddress')) refuse(2, 'Missing EmailAddress parameter');
  if (!parameters.filled('IPAddress')) refuse(3, 'Missing IPAddress parameter');
  const [first, ...others] = parameters
    .text('ListID')
    .split(',')
    .map((id) => world.list(Number(id)) ?? refuse(4, 'Invalid ListID'));
  if (!first) refuse(4, 'Invalid ListID');
  const email = parameters.text('EmailAddress');
  if (!isEmailAddress(email)) refuse(5, 'Invalid EmailAddress');
  const lists: [SubscriberList, ...SubscriberList[]] = [first, ...others];
  return { lists, email };
}

/**
 * `CustomField<ID>` at top level, for the first list alone. The reference calls a required field
 * missing however it is missing; later servers only where it was sent empty, unless told to look.
 */
function readFields({ parameters, world, dialect }: Call, list: SubscriberList) {
  const given = new Map<number, string>();
  const enforced = dialect === 'seed' || parameters.flag('EnforceRequiredFields', false);
  for (const field of world.fieldsOn(list.id)) {
    const name = `CustomField${field.id}`;
    if (!parameters.has(name) && !enforced) continue;
    const more =
      dialect === 'public'
        ? { ErrorCustomFieldID: field.id, ErrorCustomFieldTitle: field.name }
        : {};
    const self = world.subscriber(list.id, parameters.text('EmailAddress'));
    const breach = breachOf(field, parameters.text(name), { world, listId: list.id, self });
    if (breach === 'required') refuse(6, 'Required custom field missing', more);
    if (breach === 'unique') refuse(7, 'Custom field value is not unique', more);
    if (breach === 'invalid') refuse(8, 'Invalid custom field value', more);
    if (parameters.has(name)) given.set(field.id, parameters.text(name));
  }
  return given;
}

function join(call: Call, list: SubscriberList, email: string): Subscriber {
  const { parameters, world, now } = call;
  const before = world.subscriber(list.id, email);
  const subscriber = before ?? blank(call, list.id, email);
  if (!before) world.subscribers.push(subscriber);
  const isDouble = list.optInMode === 'Double';
  return Object.assign(subscriber, {
    status: isDouble ? 'Opt-In Pending' : 'Subscribed',
    subscriptionDate: now,
    subscriptionIp: parameters.text('IPAddress'),
    optInDate: isDouble ? zeroDate : now,
    unsubscriptionDate: zeroDate,
    unsubscriptionIp: zeroAddress,
  } as const);
}
