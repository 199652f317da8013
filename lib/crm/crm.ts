/** The port: what any back end can be asked. Both systems satisfy it; a third would too. */
import type { Result } from '../failure';
import type { JourneyOffer, TagOffer } from '../people/offers';
import type { AccountRef, Place } from '../people/account';
import type { EmailAddress } from '../people/address';
import type { Findings } from '../people/findings';
import type { JourneyChoice, NewPerson, Target } from '../people/intent';
import type { Profile, Tag } from '../people/profile';

/** A click overtakes background work in the account's budget. */
export type Urgency = 'click' | 'background';

export interface Ask {
  urgency: Urgency;
  signal?: AbortSignal;
}

/** The tags that could be read; `missing` names the lists of which they could not. */
export type TagsReply = Result<TagOffer[]> & { missing?: Place[] };

/**
 * Writes are sent once and never retried here: what a lost answer means is decided by the
 * outbox (`lib/actions`), see `leavesDoubt`.
 */
export interface Crm {
  account: AccountRef;
  /** Never throws: what failed is in the findings. */
  find(address: EmailAddress, ask: Ask): Promise<Findings>;
  /** One profile again, by the server's id; null when it is gone or carries another address. */
  reread(target: Target, ask: Ask): Promise<Result<Profile | null>>;
  tags(ask: Ask): Promise<TagsReply>;
  journeys(ask: Ask): Promise<Result<JourneyOffer[]>>;
  /** The tag of that name, created where there is none. */
  ensureTag(place: Place | null, name: string, ask: Ask): Promise<Result<Tag>>;
  tag(target: Target, tagId: string, ask: Ask): Promise<Result<null>>;
  untag(target: Target, tagId: string, ask: Ask): Promise<Result<null>>;
  triggerJourney(target: Target, journey: JourneyChoice, ask: Ask): Promise<Result<null>>;
  leaveJourney(target: Target, journey: JourneyChoice, ask: Ask): Promise<Result<null>>;
  add(person: NewPerson, ask: Ask): Promise<Result<null>>;
}
