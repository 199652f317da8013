/** What the outbox needs of the rooms below it, handed in by the background. */
import type { Crm } from '../crm/crm';
import type { EmailAddress } from '../people/address';
import type { Findings } from '../people/findings';
import { accountOf, type Intent } from '../people/intent';
import type { Receipt } from '../people/receipt';
import type { Journal } from './journal';

/** One at a time under one name, over all contexts of the extension. */
export type Locks = <Reply>(name: string, work: () => Promise<Reply>) => Promise<Reply>;

export interface OutboxOptions {
  journal: Journal;
  /** Throws `not-found` where there is no such account, `locked` where its key is. */
  crmOf: (accountId: string) => Promise<Crm>;
  lookUp: (accountId: string, address: EmailAddress, fresh: boolean) => Promise<Findings>;
  /**
   * This was sent: what is remembered of whom or what it concerns is stale. `mayBeSo`: it was
   * neither refused for certain nor turned away unread.
   */
  forget: (intent: Intent, mayBeSo: boolean) => Promise<void>;
  isPaused?: (accountId: string) => Promise<boolean>;
  now?: () => number;
  /** Asks to be woken with `resume`; of several times the earliest counts. */
  wakeAt: (time: number) => Promise<void> | void;
  /** An outcome nobody is waiting for: told by `resume` alone, the others are replied. */
  tell?: (receipt: Receipt) => Promise<void> | void;
  /** There is a receipt that was not there, or says something else now. */
  news?: () => Promise<void> | void;
  /** What was wanted is so now, by us or already. */
  done?: (intent: Intent) => Promise<void> | void;
  tagUsed?: (intent: Intent) => Promise<void> | void;
  locks?: Locks;
}

/** Released by the browser when the context that holds it dies. */
export const browserLocks: Locks = async (name, work) => navigator.locks.request(name, work);

/** Two writes never run at the same time for one profile, or one desk, of one account. */
export function lockNameOf(intent: Intent): string {
  const { id } = accountOf(intent);
  if (intent.kind === 'add') return `addressee write ${id} ${intent.person.address}`;
  if ('desk' in intent) return `addressee write ${id} desk ${intent.desk.place?.id ?? ''}`;
  const { place, profileId } = intent.target;
  return `addressee write ${id} ${place?.id ?? ''}/${profileId}`;
}
