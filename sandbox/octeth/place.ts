import type { Subscriber } from '../world/octeth.ts';
import type { Call } from './command.ts';
import { refuse } from './errors.ts';

/** One subscriber on one list. */
export interface Place {
  listId: number;
  subscriber: Subscriber;
}

/** Codes as the seed reference numbers them. */
export function seedPlace({ parameters, world }: Call, third?: string): Place {
  if (!parameters.filled('ListID')) refuse(1, 'Missing ListID parameter');
  if (!parameters.filled('SubscriberID')) refuse(2, 'Missing SubscriberID parameter');
  if (third && !parameters.filled(third)) refuse(3, `Missing ${third} parameter`);
  const list = world.list(parameters.id('ListID') ?? 0);
  if (!list) refuse(third ? 4 : 3, 'Invalid ListID');
  const subscriber = world.subscriberById(list.id, parameters.id('SubscriberID') ?? 0);
  if (!subscriber) refuse(third ? 5 : 4, 'Invalid SubscriberID');
  return { listId: list.id, subscriber };
}

/** Codes as 5.9 numbers them, the same for all four commands. */
export function place({ parameters, world }: Call): Place {
  if (!parameters.filled('ListID')) refuse(2, 'Missing ListID parameter');
  if (!parameters.filled('SubscriberID')) refuse(3, 'Missing SubscriberID parameter');
  const [listId, subscriberId] = [parameters.id('ListID'), parameters.id('SubscriberID')];
  if (listId === undefined) refuse(5, 'Invalid ListID parameter');
  if (subscriberId === undefined) refuse(6, 'Invalid SubscriberID parameter');
  if (!world.list(listId)) refuse(8, 'List not found');
  const subscriber = world.subscriberById(listId, subscriberId);
  if (!subscriber) refuse(9, 'Subscriber not found');
  return { listId, subscriber };
}
