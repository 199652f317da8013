/** Whether what is wanted is seen to be so in her details: fields, courses, communities, plans. */
import { done, type Failure, failed, type Result } from '../failure';
import { sameAddress } from '../people/address';
import type { Details } from '../people/details';
import type { IntentOf, PersonIntent } from '../people/intent';
import type { Profile } from '../people/profile';
import { refusedBecause } from './words';

const KINDS = ['update', 'enrol', 'unenrol', 'join', 'leave', 'cancel'] as const;

export type OnDetails = IntentOf<(typeof KINDS)[number]>;

export const isOnDetails = (intent: PersonIntent): intent is OnDetails =>
  KINDS.some((kind) => kind === intent.kind);

export interface DetailsSight {
  isSo: boolean;
  /** Why it may not be sent: what would be changed is no longer what she saw. */
  stale: Failure | null;
}

/** Fails where the part that would tell could not be read. */
export function seeInDetails(
  intent: OnDetails,
  profile: Profile,
  details: Details,
): Result<DetailsSight> {
  if (intent.kind === 'update') return seeUpdate(intent, profile, details);
  const so = isSoInDetails(intent, details);
  return so.ok ? done({ isSo: so.value, stale: null }) : so;
}

function isSoInDetails(
  intent: Exclude<OnDetails, { kind: 'update' }>,
  details: Details,
): Result<boolean> {
  switch (intent.kind) {
    case 'enrol':
    case 'unenrol':
      return told(details.courses, (courses) => {
        const open = courses.find(({ course, active }) => active && course.id === intent.course.id);
        if (intent.kind === 'unenrol') return !open;
        return open !== undefined && (open.access ?? intent.access.type) === intent.access.type;
      });
    case 'join':
    case 'leave':
      return told(details.communities, (communities) => {
        const isIn = communities.some(({ community }) => community.id === intent.community.id);
        return isIn === (intent.kind === 'join');
      });
    case 'cancel':
      return told(details.subscriptions, (subscriptions) => {
        const plan = subscriptions.find(({ id }) => id === intent.subscription.id);
        const isEnding = plan?.state === 'ending' && intent.when === 'period-end';
        return isEnding || plan?.state === 'cancelled';
      });
  }
}

/** What Undo would write back must be what stood there: a change that came between is not lost. */
function seeUpdate(
  { fields, newAddress }: IntentOf<'update'>,
  profile: Profile,
  details: Details,
): Result<DetailsSight> {
  if (!details.fields.ok && fields.length > 0) return details.fields;
  const known = details.fields.ok ? details.fields.value : [];
  const values = new Map(known.map(({ id, value }) => [id, value.trim()]));
  const standing = fields.map((field) => ({ ...field, now: values.get(field.id) ?? '' }));
  const other = standing.find(
    ({ before, after, now }) => now !== before.trim() && now !== after.trim(),
  );
  const isMoved = newAddress === null || sameAddress(profile.address, newAddress.after);
  return done({
    isSo: isMoved && standing.every(({ after, now }) => now === after.trim()),
    stale: other ? refusedBecause(changedMeanwhile(other.name)) : null,
  });
}

const changedMeanwhile = (name: string): string =>
  `“${name}” has been changed by somebody else meanwhile; look once more before you change it`;

function told<Part>(part: Result<Part> | null, isTrue: (value: Part) => boolean): Result<boolean> {
  // Such a write is refused before it gets here, where the system has no such thing.
  if (part === null) return failed({ kind: 'broken', where: 'details' });
  return part.ok ? done(isTrue(part.value)) : part;
}
