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

export interface Activity {
  type: 'EmailOpen' | 'EmailClick' | 'EmailDelivery' | 'Subscription' | 'JourneyStart';
  campaignId: number;
  emailId: number;
  date: string;
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
