import type { Command } from './command.ts';
import { success } from './command.ts';
import { refuse } from './errors.ts';

/** What the link in a confirmation mail does. */
export const optIn: Command = {
  open: true,
  answer({ parameters, world, now }) {
    if (!parameters.filled('ListID')) refuse(1, 'Missing ListID parameter');
    if (!parameters.filled('SubscriberID')) refuse(2, 'Missing SubscriberID parameter');
    const code = parameters.text('ConfirmationCode');
    if (code === '') refuse(3, 'Missing ConfirmationCode parameter');
    const [listId, id] = [parameters.id('ListID') ?? 0, parameters.id('SubscriberID') ?? 0];
    const subscriber = world.subscriberById(listId, id);
    if (!subscriber) refuse(5, 'Subscriber not found');
    // Once it was used, a code is worth nothing any more.
    if (world.confirmationCodeOf(listId, subscriber.email) !== code) {
      refuse(4, 'Invalid confirmation code');
    }
    subscriber.status = 'Subscribed';
    subscriber.optInDate = now;
    return { ...success, RedirectURL: 'https://example.com/welcome' };
  },
};
