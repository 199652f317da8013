export type SubscriptionStatus =
  | 'Opt-In Pending'
  | 'Subscribed'
  | 'Opt-Out Pending'
  | 'Unsubscribed';
export type BounceType = 'Not Bounced' | 'Soft' | 'Hard';

export const subscriptionStatuses: readonly SubscriptionStatus[] = [
  'Opt-In Pending',
  'Subscribed',
  'Opt-Out Pending',
  'Unsubscribed',
];
export const bounceTypes: readonly BounceType[] = ['Not Bounced', 'Soft', 'Hard'];

export interface SubscriberList {
  id: number;
  name: string;
  description: string;
  optInMode: 'Single' | 'Double';
  createdOn: string;
}

export interface CustomField {
  id: number;
  /** 0 for a global one, which every list has. */
  listId: number;
  name: string;
  mergeTag: string;
  required: boolean;
  unique: boolean;
  validation: 'Disabled' | 'Numbers';
}

export interface SubscriberTag {
  id: number;
  listId: number;
  name: string;
  description: string;
}

/** Rules with a name, in the vendor's grammar. */
export interface Segment {
  id: number;
  listId: number;
  name: string;
  operator: 'and' | 'or';
  rules: object[][];
}

export interface Journey {
  id: number;
  name: string;
  status: 'Enabled' | 'Disabled';
  listId: number;
  steps: number;
}

export interface Enrolment {
  entryId: number;
  journeyId: number;
  step: number;
  enrolledAt: string;
  completedAt: string | null;
}

export type ActivityType =
  | 'EmailOpen'
  | 'EmailClick'
  | 'EmailDelivery'
  | 'HardBounce'
  | 'Subscription'
  | 'Unsubscription'
  | 'JourneyStart'
  | 'JourneyEnd'
  | 'Tagged'
  | 'Untagged';

export interface Activity {
  type: ActivityType;
  /** 0 where no mail was concerned. */
  campaignId: number;
  emailId: number;
  date: string;
  /** What older servers tell of it besides. */
  about?: Record<string, string>;
}

/** One row of one list. Octeth numbers rows per list, so an id names a person only with its list. */
export interface Subscriber {
  id: number;
  listId: number;
  email: string;
  status: SubscriptionStatus;
  bounce: BounceType;
  subscriptionDate: string;
  subscriptionIp: string;
  unsubscriptionDate: string;
  unsubscriptionIp: string;
  optInDate: string;
  fields: Map<number, string>;
  tagIds: Set<number>;
  journeys: Enrolment[];
  activity: Activity[];
  revenue: number;
}

export const zeroDate = '0000-00-00 00:00:00';
export const zeroAddress = '0.0.0.0';
