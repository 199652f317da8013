import type { BounceType, SubscriptionStatus } from '../world/octeth.ts';
import type { AccessType, Subscription } from '../world/systeme.ts';
import type { ListName } from './octeth.ts';
import type { ContactTagName } from './systeme.ts';

/** How somebody stands on one list; what is left out is the ordinary case. */
export interface OctethStanding {
  status?: SubscriptionStatus;
  bounce?: BounceType;
  tags?: string[];
  journeys?: { journeyId: number; step: number; completed?: true }[];
  /** Rows that came from a file carry a note for an IP address and zero dates. */
  imported?: true;
  /** Opened, clicked: something for the activity. */
  active?: true;
  revenue?: number;
}

export interface SystemeStanding {
  tags?: ContactTagName[];
  unsubscribed?: true;
  bounced?: true;
  needsConfirmation?: true;
  courses?: { courseId: number; accessType: AccessType }[];
  communities?: number[];
  subscription?: Pick<Subscription, 'plan' | 'amount'> &
    Partial<Pick<Subscription, 'status' | 'interval'>>;
  company?: string;
}

export interface SeedPerson {
  email: string;
  first: string;
  last: string;
  octeth?: Partial<Record<ListName, OctethStanding>>;
  systeme?: SystemeStanding;
  /** In the field that every list has. */
  country?: string;
  suppressed?: true;
  /** Where Systeme.io stores another spelling of the address. */
  systemeEmail?: string;
  /** Where Systeme.io knows another surname. */
  systemeLast?: string;
}
