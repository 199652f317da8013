import type { Activity, ActivityType, Subscriber } from '../world/octeth.ts';
import type { Call, Commands } from './command.ts';
import { success } from './command.ts';
import { refuse } from './errors.ts';

export const activityCommands: Commands = {
  'subscriber.get.activity': {
    permission: 'Subscribers.Get',
    session: true,
    answer: (call) => (call.activity === 'filtered' ? filtered(call) : plain(call)),
  },
};

/** The reference: whose, and nothing else. */
function plain({ parameters, world }: Call): object {
  if (!parameters.filled('SubscriberID')) refuse(1, 'Missing SubscriberID parameter');
  if (!parameters.filled('SubscriberListID')) refuse(2, 'Missing SubscriberListID parameter');
  const [listId, id] = [parameters.id('SubscriberListID'), parameters.id('SubscriberID')];
  const subscriber = world.subscriberById(listId ?? 0, id ?? 0);
  if (!subscriber) refuse(3, 'Subscriber not found');
  return { ...success, Activity: subscriber.activity.map(plainRow) };
}

/** Up to 5.6: a filter that must be there, pages, and other codes, told in words as well. */
function filtered({ parameters, world }: Call): object {
  const listKey = parameters.filled('SubscriberListID') ? 'SubscriberListID' : 'ListID';
  if (!parameters.filled(listKey)) no(1, 'Missing subscriber list id');
  if (!parameters.filled('SubscriberID')) no(2, 'Missing subscriber id');
  const wanted = wordsIn(parameters.text('FilterJson'));
  if (!wanted) no(3, 'Invalid or missing FilterJson parameter');
  if (wanted.some((word) => !knownWords.includes(word))) no(4, 'Invalid FilterJson criteria');
  if (parameters.text('Operator') !== 'OR') no(5, 'Invalid criteria operator');
  const list = world.list(parameters.id(listKey) ?? 0);
  if (!list) no(6, 'Invalid subscriber list');
  const subscriber = world.subscriberById(list.id, parameters.id('SubscriberID') ?? 0);
  if (!subscriber) no(7, 'Invalid subscriber');
  const found = subscriber.activity.filter(({ type }) => wanted.includes(words[type]));
  const from = Number(parameters.text('RecordsFrom'));
  const rows = found.slice(from, from + Number(parameters.text('RecordsPerRequest')));
  return {
    ...success,
    SubscriberActivity: rows.map((activity) => detailedRow(activity, subscriber)),
    TotalSubscriberActivity: String(found.length),
  };
}

/** Said in words too: only so can a caller tell which of the two commands this is. */
function no(code: number, text: string): never {
  refuse(code, text, { ErrorText: [text] });
}

const words: Record<ActivityType, string> = {
  EmailOpen: 'email open',
  EmailClick: 'email link click',
  EmailDelivery: 'email campaign delivery',
  HardBounce: 'hard bounce',
  Subscription: 'subscription',
  Unsubscription: 'unsubscription',
  JourneyStart: 'journey start',
  JourneyEnd: 'journey end',
  Tagged: 'tagged',
  Untagged: 'untagged',
};

/** What may be filtered by; some of it never happens here. */
const knownWords = [
  ...Object.values(words),
  'transactional email delivery',
  'auto responder delivery',
  'journey exit',
];

function wordsIn(text: string): string[] | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed) && parsed.length > 0 ? parsed.map(String) : undefined;
  } catch {
    return undefined;
  }
}

function plainRow({ type, campaignId, emailId, date }: Activity): object {
  const sent = campaignId === 0 ? {} : { CampaignID: campaignId, EmailID: emailId };
  return { ActivityType: type, ...sent, ActivityDate: date };
}

/** `subscriber.get` words activity otherwise than the reference's own command for it. */
export function detailedRow(activity: Activity, owner: Subscriber): object {
  const { type, campaignId, emailId, date, about } = activity;
  const letter = { campaign_id: String(campaignId), campaign_name: 'Autumn letter' };
  const mail = { ...letter, email_id: String(emailId), email_subject: 'What the harbour saw' };
  const parameters = { ...(campaignId === 0 ? {} : mail), ...about };
  return {
    ActivityDate: date,
    UserID: '1',
    ListID: String(owner.listId),
    SubscriberID: String(owner.id),
    ActivityType: words[type],
    Parameters: Object.keys(parameters).length === 0 ? [] : parameters,
  };
}

/** `subscriber.get` tells the last ten days alone. */
export function isRecent(date: string, now: string): boolean {
  const tenDays = 10 * 24 * 3_600_000;
  return (
    Date.parse(`${now.replace(' ', 'T')}Z`) - Date.parse(`${date.replace(' ', 'T')}Z`) <= tenDays
  );
}
