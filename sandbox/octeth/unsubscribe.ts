import type { Subscriber } from '../world/octeth.ts';
import type { Call, Command } from './command.ts';
import { success } from './command.ts';
import { refuse } from './errors.ts';
import { queryOf } from './query.ts';
import { isEmailAddress } from './values.ts';

/** The reference asks for no key here, because the link in a mail does this. */
export const unsubscribe: Command = {
  open: true,
  answer(call) {
    const { parameters, world, preview, now } = call;
    if (!parameters.filled('ListID')) refuse(1, 'Missing ListID parameter');
    if (!parameters.filled('IPAddress')) refuse(2, 'Missing IPAddress parameter');
    const bulk = isBulk(call);
    if (!bulk && !parameters.filled('EmailAddress') && !parameters.filled('SubscriberID')) {
      refuse(3, 'Missing EmailAddress/SubscriberID parameter');
    }
    const list = world.list(parameters.id('ListID') ?? 0);
    if (!list) refuse(4, 'Invalid ListID');
    if (world.conditions.has('owner-lost')) refuse(5, 'Invalid user information');
    const leaving = bulk ? everyoneRuled(call, list.id) : [one(call, list.id)];
    if (preview === 'ignored' || parameters.text('Preview') !== '1') {
      for (const subscriber of leaving) {
        subscriber.status = 'Unsubscribed';
        subscriber.unsubscriptionDate = now;
        subscriber.unsubscriptionIp = parameters.text('IPAddress');
        if (parameters.flag('AddToGlobalSuppression', false)) {
          world.suppressed.add(subscriber.email.toLowerCase());
        }
      }
    }
    return { ...success, RedirectURL: 'https://example.com/unsubscribe-confirmed' };
  },
};

/** Before 5.9.3 an empty RulesJSON was still a RulesJSON, and meant the whole list. */
function isBulk({ parameters, dialect }: Call): boolean {
  if (dialect === 'seed') return parameters.has('RulesJSON') && parameters.has('RulesOperator');
  return parameters.has('RulesJSON') && parameters.raw('RulesJSON') !== '';
}

function everyoneRuled(call: Call, listId: number): Subscriber[] {
  const { parameters, world, dialect } = call;
  const test = queryOf(call, parameters.text('RulesOperator'), () =>
    refuse(11, 'Invalid query builder response'),
  );
  if (!test && dialect === 'public') {
    const message = 'Invalid RulesJSON syntax. It must be a properly formatted JSON payload';
    refuse(7, message, { ErrorText: message });
  }
  return world.onList(listId).filter(test ?? (() => true));
}

function one({ parameters, world }: Call, listId: number): Subscriber {
  const email = parameters.text('EmailAddress');
  if (email !== '' && !isEmailAddress(email)) refuse(6, 'Invalid EmailAddress');
  const subscriber =
    email === ''
      ? world.subscriberById(listId, parameters.id('SubscriberID') ?? 0)
      : world.subscriber(listId, email);
  if (!subscriber) refuse(7, 'Subscriber not found');
  const whole = (name: string) => !parameters.filled(name) || parameters.id(name) !== undefined;
  if (!whole('CampaignID')) refuse(8, 'Invalid CampaignID');
  if (subscriber.status === 'Unsubscribed') refuse(9, 'Subscriber already unsubscribed');
  if (!whole('EmailID')) refuse(10, 'Invalid EmailID');
  return subscriber;
}
