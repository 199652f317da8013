import { bounceTypes, subscriptionStatuses, zeroAddress } from '../world/octeth.ts';
import type { BounceType, Subscriber, SubscriptionStatus } from '../world/octeth.ts';
import type { Call, Command } from './command.ts';
import { success } from './command.ts';
import { refuse } from './errors.ts';
import { breachOf } from './field-rules.ts';
import { isEmailAddress } from './values.ts';

export const update: Command = {
  permission: 'Subscriber.Update',
  session: true,
  answer(call) {
    const { parameters, world, now } = call;
    if (!parameters.filled('SubscriberID')) refuse(1, 'Missing SubscriberID parameter');
    if (!parameters.filled('SubscriberListID')) refuse(2, 'Missing SubscriberListID parameter');
    // The address may be left out, but not be sent empty.
    const email = parameters.text('EmailAddress');
    if (parameters.has('EmailAddress') && email === '') refuse(3, 'Missing EmailAddress parameter');
    if (email !== '' && !isEmailAddress(email)) refuse(4, 'Invalid EmailAddress');
    const list = world.list(parameters.id('SubscriberListID') ?? 0);
    if (!list) refuse(5, 'Invalid ListID');
    const subscriber = world.subscriberById(list.id, parameters.id('SubscriberID') ?? 0);
    if (!subscriber) refuse(6, 'Subscriber not found');
    const namesake = email === '' ? undefined : world.subscriber(list.id, email);
    if (namesake && namesake !== subscriber) refuse(7, 'Duplicate EmailAddress');
    const fields = readFields(call, subscriber);

    if (email !== '') subscriber.email = email;
    for (const [id, value] of fields) subscriber.fields.set(id, value);
    const status = parameters.text('SubscriptionStatus') as SubscriptionStatus;
    if (subscriptionStatuses.includes(status)) subscriber.status = status;
    if (status === 'Unsubscribed') {
      subscriber.unsubscriptionDate = parameters.text('UnsubscriptionDate') || now;
      subscriber.unsubscriptionIp = parameters.text('UnsubscriptionIP') || zeroAddress;
    }
    const bounce = parameters.text('BounceType') as BounceType;
    if (bounceTypes.includes(bounce)) subscriber.bounce = bounce;
    return { ...success, ErrorText: '' };
  },
};

/**
 * `Fields` is keyed `CustomField<ID>`. Up to 5.9.2 a required field that was not among them failed
 * the whole update; since then only where EnforceRequiredFields asks for it.
 */
function readFields({ parameters, world, dialect }: Call, subscriber: Subscriber) {
  const given = new Map(
    parameters
      .entries('Fields')
      .map(([key, value]) => [Number(key.replace('customfield', '')), value]),
  );
  const known = world.fieldsOn(subscriber.listId);
  const strangers = [...given.keys()].filter((id) => !known.some((field) => field.id === id));
  if (dialect === 'public' && strangers.length > 0) {
    refuse(11, 'Unknown custom field ID(s)', { ErrorCustomFieldIDs: strangers });
  }
  for (const id of strangers) given.delete(id);
  const enforced = dialect === 'seed' || parameters.flag('EnforceRequiredFields', false);
  if (!enforced) return given;
  const onlyGiven = parameters.flag('IgnoreAllOtherCustomFieldsExceptGivenOnes', false);
  const checked = known.filter(({ id }) => given.has(id) || !onlyGiven);
  const { listId } = subscriber;
  for (const field of checked) {
    const breach = breachOf(field, given.get(field.id) ?? '', { world, listId, self: subscriber });
    if (breach === 'required') refuse(8, 'Required custom field missing');
    if (breach === 'unique') refuse(9, 'Custom field value is not unique');
    if (breach === 'invalid') refuse(10, 'Invalid custom field value');
  }
  return given;
}
