/** Whether what is wanted is seen to be so in her details: fields, courses, communities, plans. */
import { done, type Failure, failed, type Result } from '../failure';
import { sameAddress } from '../people/address';
import type { Concern } from '../people/concern';
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
  /** What has to be agreed to because of how her details stand. */
  concerns: Concern[];
  /** With what was seen that its receipt has to tell. */
  intent?: OnDetails;
}

/** Fails where the part that would tell could not be read. */
export function seeInDetails(
  intent: OnDetails,
  profile: Profile,
  details: Details,
): Result<DetailsSight> {
  if (intent.kind === 'update') return seeUpdate(intent, profile, details);
  if (intent.kind === 'cancel') return seeCancelling(intent, details);
  if (intent.kind === 'enrol' || intent.kind === 'unenrol') return seeInCourse(intent, details);
  return told(details.communities, (communities) => {
    const isIn = communities.some(({ community }) => community.id === intent.community.id);
    return sightOf(isIn === (intent.kind === 'join'));
  });
}

const sightOf = (isSo: boolean, more: Partial<DetailsSight> = {}): DetailsSight => ({
  isSo,
  stale: null,
  concerns: [],
  ...more,
});

/**
 * She may be in one course several times: what is taken away is each of them that is open, or the
 * only one that is ours.
 */
function seeInCourse(
  intent: IntentOf<'enrol' | 'unenrol'>,
  { courses }: Details,
): Result<DetailsSight> {
  const { name } = intent.course;
  return told(courses, (all) => {
    const open = all.filter(({ course, active }) => active && course.id === intent.course.id);
    if (intent.kind === 'unenrol' && intent.only !== undefined) {
      return sightOf(open.every(({ id }) => id !== intent.only));
    }
    if (intent.kind === 'unenrol') {
      if (open.length <= 1) return sightOf(open.length === 0);
      const concerns: Concern[] = [{ kind: 'consequence', of: 'takes-each', name }];
      return sightOf(false, { concerns, intent: { ...intent, enrolments: open.length } });
    }
    const { type } = intent.access;
    return sightOf(open.some(({ access }) => (access ?? type) === type));
  });
}

/** What has run its course was cancelled by nobody, and can be by nobody any more. */
function seeCancelling(
  intent: IntentOf<'cancel'>,
  { subscriptions }: Details,
): Result<DetailsSight> {
  const { subscription, when } = intent;
  return told(subscriptions, (plans) => {
    const state = plans.find(({ id }) => id === subscription.id)?.state;
    const isSo = state === 'cancelled' || (state === 'ending' && when === 'period-end');
    const stale = state === 'completed' ? refusedBecause(paidUp(subscription)) : null;
    const ended = state === 'cancelled' ? 'now' : 'period-end';
    return sightOf(isSo, { stale, ...(isSo && { intent: { ...intent, ended } }) });
  });
}

const paidUp = ({ name }: { name: string }): string =>
  `“${name}” is paid to the end already, so there is nothing to cancel; nothing was sent`;

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
  const isSo = isMoved && standing.every(({ after, now }) => now === after.trim());
  const stale = other ? refusedBecause(changedMeanwhile(other.name)) : null;
  return done(sightOf(isSo, { stale }));
}

const changedMeanwhile = (name: string): string =>
  `“${name}” has been changed by somebody else meanwhile; look once more before you change it`;

function told<Part, Sight>(part: Result<Part> | null, see: (value: Part) => Sight): Result<Sight> {
  // Such a write is refused before it gets here, where the system has no such thing.
  if (part === null) return failed({ kind: 'broken', where: 'details' });
  return part.ok ? done(see(part.value)) : part;
}
