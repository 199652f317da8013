import * as v from 'valibot';
import { PersonJourneys } from './journeys';
import { Count, Flag, Id, listOf, Text } from './parts';
import { PersonTag } from './tags';

/** In the person herself in 5.6, beside her later. Without it nobody may be called mailable. */
const Suppressed = v.optional(Flag);

export const SubscriberReply = v.pipe(
  v.object({
    // Loose: her custom fields are columns beside these, `CustomField41`.
    SubscriberInformation: v.looseObject({
      SubscriberID: Id,
      EmailAddress: v.string(),
      SubscriptionStatus: v.string(),
      SubscriptionDate: Text,
      BounceType: Text,
      Suppressed,
    }),
    Suppressed,
    SubscriberTags: listOf(PersonTag),
    SubscriberJourneys: v.optional(PersonJourneys),
  }),
  v.check(
    (reply) => (reply.Suppressed ?? reply.SubscriberInformation.Suppressed) !== undefined,
    'Suppressed',
  ),
);
export type SubscriberReply = v.InferOutput<typeof SubscriberReply>;

export const ExistsReply = v.object({ Exists: Flag });

/** Each part is read on its own, so that one which is not as documented loses none of the others. */
export const DetailsReply = v.looseObject({
  SubscriberInformation: v.looseObject({ SubscriberID: Id, EmailAddress: v.string() }),
});
export type DetailsReply = v.InferOutput<typeof DetailsReply>;

/** In 5.6 with what it was about in `Parameters`, an empty list where that is nothing. */
const ActivityRow = v.looseObject({
  ActivityType: v.string(),
  ActivityDate: Text,
  CampaignID: Count,
  Parameters: v.optional(v.unknown()),
});
export type ActivityRow = v.InferOutput<typeof ActivityRow>;

export const Activities = listOf(ActivityRow);

export const ActivityReply = v.pipe(
  v.union([v.object({ SubscriberActivity: Activities }), v.object({ Activity: Activities })]),
  v.transform((reply) => ('Activity' in reply ? reply.Activity : reply.SubscriberActivity)),
);

export const Segments = listOf(
  v.union([
    v.pipe(
      v.string(),
      v.transform((name) => ({ SegmentID: '', SegmentName: name, Name: undefined })),
    ),
    v.object({ SegmentID: Id, SegmentName: Text, Name: Text }),
  ]),
);

/** By tracker, then one row an event. */
export const WebsiteEvents = listOf(
  v.record(v.string(), listOf(v.object({ event: v.string(), event_created_at: Text }))),
);

/** Not worth failing for: what is not as documented is not told. */
const Told = v.fallback(Text, null);

export const Origins = v.object({
  SubscriptionDate: Told,
  SubscriptionIP: Told,
  OptInDate: Told,
  UnsubscriptionDate: Told,
});
