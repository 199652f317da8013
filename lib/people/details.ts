/** What an account knows of a person beyond the profile: asked for when it is to be shown. */
import type { Result } from '../failure';
import type { Place } from './account';
import type { Standing } from './standing';

/** Something with a name, by the server's own id. */
export interface Choice {
  id: string;
  name: string;
}

/** A field with what stands in it. `id`: a number in Octeth, a slug in Systeme.io. */
export interface Field extends Choice {
  /** Empty where nothing stands in it. */
  value: string;
}

export type ActivityKind =
  | 'delivery'
  | 'open'
  | 'click'
  | 'bounce'
  | 'subscription'
  | 'unsubscription'
  | 'tag'
  | 'untag'
  | 'journey'
  | 'other';

/** One thing that happened. */
export interface Activity {
  kind: ActivityKind;
  /** The campaign, link, tag or journey it was about, or the server's own word for it. */
  what: string;
  /** `YYYY-MM-DD`, with ` HH:MM:SS` where known, in the server's own unnamed zone. */
  at: string;
}

/** How much of a course is open. The last is not in every version of the API. */
export const ACCESS_TYPES = [
  'full_access',
  'partial_access',
  'dripping_content',
  'partial_dripping_access',
] as const;
export type AccessType = (typeof ACCESS_TYPES)[number];

/** The partial ones open the modules that are named, and need at least one. */
export type CourseAccess =
  | { type: 'full_access' | 'dripping_content' }
  | { type: 'partial_access' | 'partial_dripping_access'; modules: [string, ...string[]] };

export interface Enrolment {
  id: string;
  course: Choice;
  /** Null where the server sends one we do not know. */
  access: AccessType | null;
  active: boolean;
}

export interface Membership {
  id: string;
  community: Choice;
}

export interface Subscription {
  id: string;
  plan: string;
  /** In the smallest unit of the currency; null where not told. */
  amount: number | null;
  currency: string | null;
  /** “every month”, in words; null where not told. */
  every: string | null;
  /** `ending`: cancelled, and still running until the period ends. */
  state: 'active' | 'ending' | 'cancelled' | 'completed' | 'incomplete' | 'unclear';
  since: string | null;
  cancelledAt: string | null;
}

/** When a subscription is to end. */
export type CancelAt = 'now' | 'period-end';

/** When it did end, as was read afterwards. */
export type Ended = CancelAt | 'untold';

/** A list she is on, and how she stands there. */
export interface OnPlace {
  place: Place;
  standing: Standing;
}

/** Each part fails on its own; null where the system has no such thing. */
export interface Details {
  /** When it was read, in milliseconds since 1970. */
  at: number;
  fields: Result<Field[]>;
  /** Every list she is on, those that are not searched among them; null where not told. */
  places: OnPlace[] | null;
  /** Names of the segments she is in. */
  segments: Result<string[]> | null;
  /** Newest first. */
  activity: Result<Activity[]> | null;
  /** In the account's own unnamed currency. */
  revenue: number | null;
  origin: Origin;
  courses: Result<Enrolment[]> | null;
  communities: Result<Membership[]> | null;
  subscriptions: Result<Subscription[]> | null;
  /** Whether its server was seen to end a subscription with its period, or only at once. */
  periodEnd?: 'honoured' | 'ignored';
}

/** Since when and from where; each null where the server does not say. */
export interface Origin {
  since: string | null;
  confirmedAt: string | null;
  unsubscribedAt: string | null;
  /** An IP address, or the note that stands in its place. */
  from: string | null;
  page: string | null;
  locale: string | null;
}

/** A field that is to be changed: what stands there now is shown, and is what Undo writes back. */
export interface FieldChange extends Choice {
  before: string;
  after: string;
}

/** An address that is to be changed. */
export interface AddressChange {
  before: string;
  after: string;
}
