import { createHash } from 'node:crypto';
import type { World } from '../world/world.ts';
import type { Commands } from './command.ts';
import { success } from './command.ts';
import { refuse } from './errors.ts';
import type { Parameters } from './parameters.ts';
import { isEmailAddress } from './values.ts';

/** What a subscriber does as herself. */
export const sessionCommands: Commands = {
  'subscriber.login': {
    open: true,
    answer({ parameters, world }) {
      if (!parameters.filled('ListID')) refuse(1, 'Missing ListID parameter');
      if (!parameters.filled('EmailAddress')) refuse(2, 'Missing EmailAddress parameter');
      const email = parameters.text('EmailAddress');
      if (!isEmailAddress(email)) refuse(3, 'Invalid EmailAddress');
      const subscriber = world.subscriber(parameters.id('ListID') ?? 0, email);
      if (!subscriber) refuse(4, 'Subscriber not found');
      const id = createHash('md5').update(`session ${world.nextId()}`).digest('hex');
      world.sessions.set(id, { listId: subscriber.listId, subscriberId: subscriber.id });
      return {
        ...success,
        SessionID: id,
        SubscriberInformation: {
          SubscriberID: subscriber.id,
          EmailAddress: subscriber.email,
          SubscriptionStatus: subscriber.status,
        },
      };
    },
  },
  'subscriber.getlists': {
    // The session is all that counts; a missing one has a code of its own.
    open: true,
    answer({ parameters, world }) {
      const session = world.sessions.get(parameters.text('SessionID'));
      const owner = session && world.subscriberById(session.listId, session.subscriberId);
      if (!owner) refuse(1, 'Authentication failure or session expired');
      const rows = world.lists.flatMap((list) => {
        const row = world.subscriber(list.id, owner.email);
        return row ? { ListID: list.id, ListName: list.name, SubscriptionStatus: row.status } : [];
      });
      return { ...success, Lists: rows };
    },
  },
};

/** Whether the request comes with a subscriber's session and is about nobody but herself. */
export function ownsSession(parameters: Parameters, world: World): boolean {
  const session = world.sessions.get(parameters.text('SessionID'));
  if (!session) return false;
  const owner = world.subscriberById(session.listId, session.subscriberId);
  const listId = parameters.id('SubscriberListID') ?? parameters.id('ListID');
  if (!owner || listId !== owner.listId) return false;
  return parameters.filled('SubscriberID')
    ? parameters.id('SubscriberID') === owner.id
    : world.subscriber(listId, parameters.text('EmailAddress')) === owner;
}
