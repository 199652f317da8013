import * as v from 'valibot';
import { Count, Flag, Id, listOf, Text } from './parts';
import { PersonTag } from './tags';

const Total = v.pipe(
  v.union([v.number(), v.string()]),
  v.transform(Number),
  v.integer(),
  v.minValue(0),
);

/** One of many: some versions tell suppression and bounces in such rows, others do not. */
const ManyRow = v.looseObject({
  SubscriberID: Id,
  EmailAddress: v.string(),
  SubscriptionStatus: v.string(),
  SubscriptionDate: Text,
  BounceType: Text,
  Suppressed: v.optional(Flag),
  SubscriberTags: v.optional(listOf(PersonTag)),
});
export type ManyRow = v.InferOutput<typeof ManyRow>;

export const ManyReply = v.object({ TotalSubscribers: Total, Subscribers: listOf(ManyRow) });
export type ManyReply = v.InferOutput<typeof ManyReply>;

export const TotalReply = v.object({ TotalSubscribers: Total });

export const SegmentsReply = v.object({
  Segments: listOf(v.object({ SegmentID: Id, SegmentName: Text, SubscriberCount: Count })),
});
