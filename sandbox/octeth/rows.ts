import type { Enrolment, Subscriber } from '../world/octeth.ts';
import type { Call } from './command.ts';
import { segmentTestOf } from './rules.ts';

/** The whole row, as a `SELECT *` gives it. */
export function fullRow(subscriber: Subscriber): Record<string, unknown> {
  return {
    SubscriberID: subscriber.id,
    EmailAddress: subscriber.email,
    BounceType: subscriber.bounce,
    SubscriptionStatus: subscriber.status,
    SubscriptionDate: subscriber.subscriptionDate,
    SubscriptionIP: subscriber.subscriptionIp,
    UnsubscriptionDate: subscriber.unsubscriptionDate,
    UnsubscriptionIP: subscriber.unsubscriptionIp,
    OptInDate: subscriber.optInDate,
    ...Object.fromEntries(
      [...subscriber.fields].map(([fieldId, value]) => [`CustomField${fieldId}`, value]),
    ),
  };
}

/** The four columns that the reference's samples show. */
export function shortRow(subscriber: Subscriber): Record<string, unknown> {
  return {
    SubscriberID: subscriber.id,
    EmailAddress: subscriber.email,
    SubscriptionStatus: subscriber.status,
    SubscriptionDate: subscriber.subscriptionDate,
  };
}

export function tagRows(subscriber: Subscriber, { world }: Call): object[] {
  return world.tags
    .filter((tag) => subscriber.tagIds.has(tag.id))
    .map((tag) => ({ TagID: tag.id, TagName: tag.name }));
}

/** No sample shows a filled one; the keys are those of `lists.overview`. */
export function segmentRows(subscriber: Subscriber, { world }: Call): object[] {
  return world.segments
    .filter(({ id }) => segmentTestOf(id, world)(subscriber))
    .map((segment) => ({
      SegmentID: segment.id,
      RelListID: segment.listId,
      SegmentName: segment.name,
      SegmentOperator: segment.operator,
    }));
}

/** Up to 5.9.0 always an empty array; from 5.9.1 two buckets, but still an array when empty. */
export function journeyBuckets(subscriber: Subscriber, { world, dialect }: Call): object {
  if (dialect === 'seed' || subscriber.journeys.length === 0) return [];
  const row = (enrolment: Enrolment) => {
    const journey = world.journeys.find(({ id }) => id === enrolment.journeyId);
    const { completedAt } = enrolment;
    return {
      JourneyID: enrolment.journeyId,
      JourneyName: journey?.name ?? '',
      EntryID: enrolment.entryId,
      RelActionID: completedAt ? 0 : enrolment.journeyId * 100 + enrolment.step,
      ...(completedAt ? {} : { SnoozedUntil: null }),
      EnrolledAt: enrolment.enrolledAt,
      ...(completedAt ? { CompletedAt: completedAt } : {}),
      CurrentStep: enrolment.step,
      TotalSteps: journey?.steps ?? enrolment.step,
    };
  };
  const { journeys } = subscriber;
  return {
    InProgress: journeys.filter(({ completedAt }) => completedAt === null).map(row),
    Completed: journeys.filter(({ completedAt }) => completedAt !== null).map(row),
  };
}

/** PHP hands list rows over as MySQL gave them: numbers as strings. */
export function idsAsText(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [key, key.endsWith('ID') ? String(value) : value]),
  );
}
