import type { Subscriber } from '../world/octeth.ts';
import { detailedRow, isRecent } from './activity.ts';
import type { Call, Commands } from './command.ts';
import { success } from './command.ts';
import { refuse } from './errors.ts';
import { fullRow, journeyBuckets, segmentRows, tagRows } from './rows.ts';

/** Reading one person on one list. */
export const subscriberCommands: Commands = {
  'subscriber.get': {
    permission: 'Subscribers.Get',
    session: true,
    limited: true,
    errors: { seed: 'list', public: 'list' },
    answer(call) {
      const { parameters, world } = call;
      if (!parameters.filled('EmailAddress') && !parameters.filled('SubscriberID')) {
        refuse(1, 'Missing EmailAddress/SubscriberID parameter');
      }
      if (!parameters.filled('ListID')) refuse(2, 'Missing ListID parameter');
      const list = world.list(parameters.id('ListID') ?? 0);
      if (!list) refuse(4, 'Invalid ListID');
      const subscriber = parameters.filled('EmailAddress')
        ? world.subscriber(list.id, parameters.text('EmailAddress'))
        : world.subscriberById(list.id, parameters.id('SubscriberID') ?? 0);
      if (!subscriber) refuse(3, 'Subscriber not found');
      return { ...success, ...profile(subscriber, call) };
    },
  },
  'subscriber.exists': {
    permission: 'Subscribers.Get',
    answer({ parameters, world }) {
      if (!parameters.filled('ListID')) refuse(1, 'Missing ListID parameter');
      if (!parameters.filled('EmailAddress')) refuse(2, 'Missing EmailAddress parameter');
      const list = world.list(parameters.id('ListID') ?? 0);
      if (!list) refuse(3, 'Invalid ListID');
      const subscriber = world.subscriber(list.id, parameters.text('EmailAddress'));
      return subscriber
        ? { ...success, Exists: true, SubscriberID: subscriber.id }
        : { ...success, Exists: false };
    },
  },
};

/** Everything about her, without what `Include…=false` leaves out. */
function profile(subscriber: Subscriber, call: Call): object {
  const { parameters, world } = call;
  const included = (name: string) => parameters.flag(`Include${name}`, true);
  return {
    SubscriberInformation: fullRow(subscriber),
    Suppressed: world.isSuppressed(subscriber.email),
    ...(included('Tags') && { SubscriberTags: tagRows(subscriber, call) }),
    ...(included('Segments') && { SubscriberSegments: segmentRows(subscriber, call) }),
    ...(included('Journeys') && { SubscriberJourneys: journeyBuckets(subscriber, call) }),
    ...(included('Events') && { SubscriberWebsiteEvents: [] }),
    ...(included('Activity') && {
      SubscriberActivity: subscriber.activity
        .filter(({ date }) => isRecent(date, call.now))
        .map((activity) => detailedRow(activity, subscriber)),
    }),
    ...(included('Revenue') && { TotalRevenue: subscriber.revenue }),
  };
}
