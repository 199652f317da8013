/** What we use of Systeme.io's and Maton's replies: strict about that, silent about the rest. */
import * as v from 'valibot';

/** A positive whole number, kept as text. */
const Id = v.pipe(
  v.union([v.number(), v.string()]),
  v.transform(String),
  v.check((id) => /^[1-9]\d{0,15}$/.test(id), 'a positive whole number'),
);

const Text = v.optional(v.nullable(v.string()));

/** What is merely told beside the rest is worth no refusal of it. */
const Aside = v.fallback(Text, null);

/** Before a flag can be trusted it must be one: a contact without it must not pass as mailable. */
const Flag = v.boolean();

export const Contact = v.object({
  id: Id,
  email: v.string(),
  registeredAt: Text,
  unsubscribed: Flag,
  bounced: Flag,
  needsConfirmation: v.optional(Flag, false),
  firstName: Text,
  lastName: Text,
  phoneNumber: Aside,
  locale: Aside,
  sourceURL: Aside,
  fields: v.optional(
    v.nullable(
      v.array(
        v.object({
          slug: v.string(),
          value: v.optional(v.unknown()),
          fieldName: Aside,
          name: Aside,
        }),
      ),
    ),
  ),
  tags: v.array(v.object({ id: Id, name: v.string() })),
});
export type Contact = v.InferOutput<typeof Contact>;

const pageOf = <Item extends v.GenericSchema>(item: Item) =>
  v.object({ items: v.array(item), hasMore: v.boolean() });

export const ContactsPage = pageOf(Contact);
export type ContactsPage = v.InferOutput<typeof ContactsPage>;

export const Tag = v.object({ id: Id, name: v.string() });
export const TagsPage = pageOf(Tag);

/** The seed calls a field's label `name`, the vendor `fieldName`. */
export const ContactFields = v.object({
  items: v.array(v.object({ slug: v.string(), fieldName: Text, name: Text })),
});
export type ContactFields = v.InferOutput<typeof ContactFields>;

const Named = v.object({ id: Id, name: Aside });
/** Whose a row is. */
const Whose = v.object({ id: Id });

export const CoursesPage = pageOf(
  v.object({ id: Id, name: v.string(), modules: v.optional(v.nullable(v.array(Named))) }),
);

export const Enrollment = v.object({
  id: Id,
  accessType: Aside,
  active: v.optional(v.nullable(v.boolean())),
  course: Named,
  contact: Whose,
});
export type Enrollment = v.InferOutput<typeof Enrollment>;
export const EnrollmentsPage = pageOf(Enrollment);

export const CommunitiesPage = pageOf(v.object({ id: Id, name: v.string() }));

export const Membership = v.object({ id: Id, community: Named, contact: Whose });
export type Membership = v.InferOutput<typeof Membership>;
export const MembershipsPage = pageOf(Membership);

/** Newer servers do not say whose it is, since they were asked for one person's. */
export const Subscription = v.object({
  id: Id,
  contact: v.optional(v.nullable(Whose)),
  status: v.string(),
  createdAt: Aside,
  cancelledAt: Aside,
  pricePlan: v.optional(
    v.nullable(
      v.object({
        name: Aside,
        amount: v.fallback(v.nullable(v.pipe(v.number(), v.finite())), null),
        currency: Aside,
        recurringOptions: v.fallback(
          v.nullable(v.object({ interval: v.string(), intervalCount: v.number() })),
          null,
        ),
      }),
    ),
  ),
});
export type Subscription = v.InferOutput<typeof Subscription>;
export const SubscriptionsPage = pageOf(Subscription);

/** Maton documents neither `metadata` nor which of these may be missing. */
export const ConnectionSchema = v.object({
  connection_id: v.pipe(
    v.string(),
    // It goes into paths and a header, where a dot in front would mean something.
    v.check((id) => /^[\w-][\w.-]{0,99}$/.test(id), 'an id'),
  ),
  status: v.string(),
  creation_time: Text,
  app: Text,
  metadata: v.fallback(v.record(v.string(), v.unknown()), {}),
});
export type ConnectionSchema = v.InferOutput<typeof ConnectionSchema>;

export const Connections = v.object({ connections: v.array(ConnectionSchema) });

/** What making one answers is not documented: only the id is needed, the rest can be asked for. */
export const MadeConnection = v.object({
  connection_id: ConnectionSchema.entries.connection_id,
  url: Aside,
});
