import * as v from 'valibot';
import { asArray, Count, Id, listOf, Text } from './parts';

export const JourneyRow = v.object({
  JourneyID: Id,
  JourneyName: Text,
  Status: Text,
  CurrentStep: Count,
  TotalSteps: Count,
  EnrolledAt: Text,
  JoinedAt: Text,
});

/** `[]` for none or for "not told", buckets from 5.9.1 on, `Completed` alone in 5.6. */
export const PersonJourneys = v.pipe(
  v.unknown(),
  v.transform((value) => {
    const rows = asArray(value ?? false);
    return Array.isArray(rows) ? (rows.length > 0 ? { InProgress: rows } : {}) : rows;
  }),
  v.object({
    InProgress: v.optional(listOf(JourneyRow)),
    Completed: v.optional(listOf(JourneyRow)),
  }),
);

export type JourneyRow = v.InferOutput<typeof JourneyRow>;

export const PersonJourneysReply = v.object({ Journeys: listOf(JourneyRow) });

export const JourneysReply = v.object({
  Journeys: listOf(
    v.object({
      JourneyID: Id,
      JourneyName: Text,
      Status: Text,
      TriggerParameters: v.fallback(v.object({ ListID: v.optional(v.nullable(Id)) }), {}),
    }),
  ),
});

export const SkippedReply = v.object({
  SkippedJourneys: v.optional(listOf(v.object({ Reason: Text }))),
});
