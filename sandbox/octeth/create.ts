import { confirmationEmailId, othersEmailId } from '../seed/octeth.ts';
import { bounceTypes, subscriptionStatuses, zeroAddress, zeroDate } from '../world/octeth.ts';
import type { BounceType, Subscriber, SubscriptionStatus } from '../world/octeth.ts';
import type { Call, Command } from './command.ts';
import { success } from './command.ts';
import { refuse } from './errors.ts';
import { breachOf } from './field-rules.ts';
import { journeyBuckets, segmentRows, shortRow, tagRows } from './rows.ts';
import { isAddress, isEmailAddress, isMoment, isStorable } from './values.ts';

export const create: Command = {
  permission: 'Subscribers.Import',
  limited: true,
  route: { method: 'POST', path: '/api/v1/subscriber.create' },
  errors: { seed: 'code-and-errors', public: 'code-and-errors' },
  answer(call) {
    const { parameters, world } = call;
    const asked = readRequest(call);
    refuseUnwritable(asked, call);
    const existing = world.subscriber(asked.listId, asked.email);
    if (existing) refuseDuplicate(existing, call);
    if (!existing && world.subscribers.length >= world.subscriberLimit) {
      refuse(18, 'Subscriber create limit is exceeded');
    }
    if (call.dialect === 'public' && parameters.flag('EnforceRequiredFields', false)) {
      enforceFields(call, asked.listId, existing);
    }
    const subscriber = existing ?? blank(call, asked.listId, asked.email);
    Object.assign(subscriber, asked);
    for (const [id, value] of parameters.entries('CustomFields')) {
      subscriber.fields.set(Number(id), value);
    }
    if (!existing) world.subscribers.push(subscriber);
    return {
      ...success,
      SubscriberInformation: shortRow(subscriber),
      Suppressed: world.isSuppressed(subscriber.email),
      SubscriberTags: tagRows(subscriber, call),
      SubscriberSegments: segmentRows(subscriber, call),
      SubscriberJourneys: journeyBuckets(subscriber, call),
      SubscriberWebsiteEvents: [],
    };
  },
};

/** What only shows where the row is to be written: the request was in order. */
function refuseUnwritable({ email }: { email: string }, { world: { conditions } }: Call): void {
  if (conditions.has('owner-lost')) refuse(22, 'Invalid user information');
  if (conditions.has('list-settings-lost')) refuse(23, 'Invalid list information');
  if (!isStorable(email)) refuse(19, 'Invalid EmailAddress');
}

/** An unsubscribed person comes back only by a word of her own: UpdateIfDuplicate is not enough. */
function refuseDuplicate(existing: Subscriber, { parameters }: Call): void {
  if (existing.status === 'Unsubscribed') {
    if (!parameters.flag('UpdateIfUnsubscribed', false)) {
      refuse(21, 'Previously unsubscribed EmailAddress');
    }
  } else if (!parameters.flag('UpdateIfDuplicate', false)) {
    refuse(20, 'Duplicate EmailAddress');
  }
}

/** Every check the reference numbers: first what is missing, then what is wrong. */
function readRequest({ parameters, world }: Call) {
  const status = (parameters.text('Status') || 'Subscribed') as SubscriptionStatus;
  const known = subscriptionStatuses.includes(status);
  const leaving = status === 'Unsubscribed' || status === 'Opt-Out Pending';
  if (!parameters.filled('ListID')) refuse(1, 'Missing ListID parameter');
  if (!parameters.filled('EmailAddress')) refuse(2, 'Missing EmailAddress parameter');
  if (known && !leaving) {
    if (!parameters.filled('SubscriptionDate')) refuse(8, 'Missing SubscriptionDate parameter');
    if (!parameters.filled('SubscriptionIP')) refuse(9, 'Missing SubscriptionIP parameter');
  }
  if (known && leaving) {
    if (!parameters.filled('UnsubscriptionDate'))
      refuse(11, 'Missing UnsubscriptionDate parameter');
    if (!parameters.filled('UnsubscriptionIP')) refuse(12, 'Missing UnsubscriptionIP parameter');
  }
  const bounce = (parameters.text('BounceType') || 'Not Bounced') as BounceType;
  const email = parameters.text('EmailAddress');
  if (!isEmailAddress(email)) refuse(3, 'Invalid EmailAddress');
  const list = world.list(parameters.id('ListID') ?? 0);
  if (!list) refuse(4, 'Invalid ListID');
  if (!bounceTypes.includes(bounce)) refuse(5, 'Invalid BounceType value');
  if (!known) refuse(6, 'Invalid Status value');
  const value = (name: string, isRight: (text: string) => boolean, code: number) => {
    const text = parameters.text(name);
    if (text !== '' && !isRight(text)) refuse(code, `Invalid ${name} value`);
    return text;
  };
  const subscriptionDate = value('SubscriptionDate', isMoment, 7);
  const subscriptionIp = value('SubscriptionIP', isAddress, 10);
  const unsubscriptionDate = value('UnsubscriptionDate', isMoment, 13);
  const unsubscriptionIp = value('UnsubscriptionIP', isAddress, 14);
  const wantsOptIn = world.conditions.has('opt-in-dates-wanted') && status === 'Subscribed';
  if (wantsOptIn && !parameters.filled('OptInDate')) refuse(15, 'Missing OptInDate parameter');
  const optInDate = value('OptInDate', isMoment, 16);
  for (const [id] of parameters.entries('CustomFields')) {
    const isThere = world.fieldsOn(list.id).some((field) => field.id === Number(id));
    if (!isThere) refuse(17, 'Invalid Custom Field value');
  }
  if (parameters.filled('OptInConfirmationEmailID')) {
    const emailId = parameters.id('OptInConfirmationEmailID');
    if (!emailId) refuse(24, 'Invalid OptInConfirmationEmailID value');
    if (emailId === othersEmailId) {
      refuse(25, 'Invalid OptInConfirmationEmailID (email does not belong to user)');
    }
    if (emailId !== confirmationEmailId) {
      refuse(25, 'Invalid OptInConfirmationEmailID (email does not exist)');
    }
  }
  return {
    listId: list.id,
    email,
    status,
    bounce,
    subscriptionDate: subscriptionDate || zeroDate,
    subscriptionIp: subscriptionIp || zeroAddress,
    unsubscriptionDate: unsubscriptionDate || zeroDate,
    unsubscriptionIp: unsubscriptionIp || zeroAddress,
    optInDate: optInDate || (status === 'Subscribed' ? subscriptionDate : zeroDate),
  };
}

/** From 5.9.3, and only where the caller asks for it: what is sent first, then what is missing. */
function enforceFields(
  { parameters, world }: Call,
  listId: number,
  self: Subscriber | undefined,
): void {
  const given = new Map(parameters.entries('CustomFields').map(([id, text]) => [Number(id), text]));
  const fields = world.fieldsOn(listId).toSorted((one, other) => {
    return Number(given.has(other.id)) - Number(given.has(one.id));
  });
  for (const field of fields) {
    const breach = breachOf(field, given.get(field.id) ?? '', { world, listId, self });
    if (breach === 'required') refuse(26, 'Required custom field is empty or was omitted');
    if (breach === 'unique') refuse(27, 'Unique custom field value already exists');
    if (breach === 'invalid') refuse(28, 'Custom field value failed its validation method');
  }
}

/** A row with nothing in it yet. */
export function blank({ world }: Call, listId: number, email: string): Subscriber {
  return {
    id: world.nextId(),
    listId,
    email,
    status: 'Subscribed',
    bounce: 'Not Bounced',
    subscriptionDate: zeroDate,
    subscriptionIp: zeroAddress,
    unsubscriptionDate: zeroDate,
    unsubscriptionIp: zeroAddress,
    optInDate: zeroDate,
    fields: new Map(),
    tagIds: new Set(),
    journeys: [],
    activity: [],
    revenue: 0,
  };
}
