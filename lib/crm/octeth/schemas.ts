/**
 * What we use of Octeth's replies, in every version's spelling: ids are numbers or strings, an
 * empty list may be `false`, a PHP array with gaps comes as an object. Strict about what is used,
 * silent about the rest.
 */
import * as v from 'valibot';

/** A positive whole number, kept as text. */
const Id = v.pipe(
  v.union([v.string(), v.number()]),
  v.transform(String),
  v.check((id) => /^[1-9]\d{0,15}$/.test(id), 'a positive whole number'),
);

const Text = v.optional(v.nullable(v.string()));
const Count = v.optional(v.nullable(v.union([v.number(), v.string()])));

const FLAGS = new Map<unknown, boolean>([
  ...[true, 1, '1', 'true', 'Yes'].map((yes) => [yes, true] as const),
  ...[false, 0, '0', 'false', 'No', ''].map((no) => [no, false] as const),
]);
const Flag = v.pipe(
  v.unknown(),
  v.transform((value) => FLAGS.get(value) ?? value),
  v.boolean(),
);

const listOf = <Item extends v.GenericSchema>(item: Item) =>
  v.pipe(v.unknown(), v.transform(asArray), v.array(item));

function asArray(value: unknown): unknown {
  if (value === false || value === null) return [];
  if (typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.keys(value).every((key) => /^\d+$/.test(key)) ? Object.values(value) : value;
}

/** `subscribers.search` rows of old versions name tags by text alone. */
const PersonTag = v.union([
  v.pipe(
    v.string(),
    v.transform((name) => ({ TagID: '', TagName: name, Tag: undefined })),
  ),
  v.object({ TagID: Id, TagName: Text, Tag: Text }),
]);

const JourneyRow = v.object({
  JourneyID: Id,
  JourneyName: Text,
  Status: Text,
  CurrentStep: Count,
  TotalSteps: Count,
  EnrolledAt: Text,
  JoinedAt: Text,
});

/** `[]` for none or for "not told", buckets from 5.9.1 on, `Completed` alone in 5.6. */
const PersonJourneys = v.pipe(
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
export type JourneyRow = v.InferOutput<typeof JourneyRow>;

export const ExistsReply = v.object({ Exists: Flag });

export const PersonJourneysReply = v.object({ Journeys: listOf(JourneyRow) });

export const ListsReply = v.object({
  Lists: listOf(v.object({ ListID: Id, Name: Text, ListName: Text })),
});

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

export const CustomFieldsReply = v.object({
  CustomFields: listOf(v.object({ CustomFieldID: Id, FieldName: Text, MergeTagAlias: Text })),
});

export const TagsReply = v.object({
  Tags: listOf(v.object({ TagID: Id, TagName: Text, Tag: Text, SubscriberCount: Count })),
});

export const TagCreatedReply = v.object({ TagID: Id });

/** `user.current` also tells second-factor secrets: nothing but these two is ever kept. */
export const UserReply = v.object({
  UserInfo: v.object({ EmailAddress: Text, Username: Text }),
});

export const SkippedReply = v.object({
  SkippedJourneys: v.optional(listOf(v.object({ Reason: Text }))),
});

/** A write's reply of which nothing is used once it is no refusal. */
export const AnyReply = v.looseObject({});
