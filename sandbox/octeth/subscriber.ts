import type { Activity, Subscriber } from '../world/octeth.ts';
import type { Call, Commands } from './command.ts';
import { success } from './command.ts';
import { refuse } from './errors.ts';
import { fullRow, journeyBuckets, tagRows } from './rows.ts';

/** Reading one person on one list. */
export const subscriberCommands: Commands = {
  'subscriber.get': {
    permission: 'Subscribers.Get',
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
  'subscriber.get.activity': {
    permission: 'Subscribers.Get',
    answer({ parameters, world }) {
      if (!parameters.filled('SubscriberID')) refuse(1, 'Missing SubscriberID parameter');
      if (!parameters.filled('SubscriberListID')) refuse(2, 'Missing SubscriberListID parameter');
      const [listId, id] = [parameters.id('SubscriberListID'), parameters.id('SubscriberID')];
      const subscriber = world.subscriberById(listId ?? 0, id ?? 0);
      if (!subscriber) refuse(3, 'Subscriber not found');
      return { ...success, Activity: subscriber.activity.map(activityRow) };
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
    ...(included('Segments') && { SubscriberSegments: [] }),
    ...(included('Journeys') && { SubscriberJourneys: journeyBuckets(subscriber, call) }),
    ...(included('Events') && { SubscriberWebsiteEvents: [] }),
    ...(included('Activity') && {
      SubscriberActivity: subscriber.activity.map((activity) => ownActivity(activity, subscriber)),
    }),
    ...(included('Revenue') && { TotalRevenue: subscriber.revenue }),
  };
}

function activityRow({ type, campaignId, emailId, date }: Activity): object {
  const sent = campaignId === 0 ? {} : { CampaignID: campaignId, EmailID: emailId };
  return { ActivityType: type, ...sent, ActivityDate: date };
}

/** `subscriber.get` words activity otherwise than `subscriber.get.activity` does. */
function ownActivity({ type, campaignId, emailId, date }: Activity, owner: Subscriber): object {
  const words: Record<Activity['type'], string> = {
    EmailOpen: 'email open',
    EmailClick: 'email link click',
    EmailDelivery: 'email campaign delivery',
    Subscription: 'subscription',
    JourneyStart: 'journey start',
  };
  return {
    ActivityDate: date,
    UserID: '1',
    ListID: String(owner.listId),
    SubscriberID: String(owner.id),
    ActivityType: words[type],
    Parameters: campaignId === 0 ? [] : { campaign_id: campaignId, email_id: emailId },
  };
}
