export interface Contact {
  id: number;
  email: string;
  registeredAt: string;
  locale: string;
  sourceUrl: string | null;
  unsubscribed: boolean;
  bounced: boolean;
  needsConfirmation: boolean;
  /** By slug: names and telephone are fields like any other. */
  fields: Map<string, string>;
  tagIds: Set<number>;
}

export interface ContactTag {
  id: number;
  name: string;
  createdAt: string;
}

export interface ContactField {
  slug: string;
  name: string;
}

export interface Course {
  id: number;
  name: string;
  active: boolean;
  description: string;
  path: string;
  modules: { id: number; name: string }[];
}

export const accessTypes = [
  'full_access',
  'partial_access',
  'dripping_content',
  'partial_dripping_access',
] as const;
export type AccessType = (typeof accessTypes)[number];

export interface CourseEnrollment {
  id: number;
  courseId: number;
  contactId: number;
  accessType: AccessType;
  active: boolean;
}

export interface Community {
  id: number;
  name: string;
  path: string;
}

export interface Membership {
  id: number;
  communityId: number;
  contactId: number;
  /** Queued until then, in milliseconds since 1970. */
  from?: number;
}

export type SubscriptionStatus =
  | 'active'
  | 'cancelled'
  | 'completed'
  | 'in_charge'
  | 'incomplete'
  | 'incomplete_expired';

export interface Subscription {
  id: number;
  contactId: number;
  status: SubscriptionStatus;
  createdAt: string;
  cancelledAt: string | null;
  plan: string;
  amount: number;
  /** `month` unless given. */
  interval?: 'month' | 'year';
}

/** Everything behind one Systeme.io key. */
export interface SystemeAccount {
  contacts: Contact[];
  tags: ContactTag[];
  contactFields: ContactField[];
  courses: Course[];
  enrollments: CourseEnrollment[];
  communities: Community[];
  memberships: Membership[];
  /** `null` where payments were never set up: the endpoint then answers 404. */
  subscriptions: Subscription[] | null;
}

export interface Connection {
  id: string;
  status: 'ACTIVE' | 'PENDING' | 'FAILED';
  createdAt: string;
  updatedAt: string;
  sessionToken: string;
  app: string;
  /** The Systeme.io key behind this connection no longer works. */
  keyBroken: boolean;
  account: SystemeAccount;
}
