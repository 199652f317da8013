/** What we use of Systeme.io's and Maton's replies: strict about that, silent about the rest. */
import * as v from 'valibot';

/** A positive whole number, kept as text. */
const Id = v.pipe(
  v.union([v.number(), v.string()]),
  v.transform(String),
  v.check((id) => /^[1-9]\d{0,15}$/.test(id), 'a positive whole number'),
);

const Text = v.optional(v.nullable(v.string()));

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
  fields: v.optional(
    v.nullable(v.array(v.object({ slug: v.string(), value: v.optional(v.unknown()) }))),
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

/** Maton documents neither `metadata` nor which of these may be missing. */
export const Connections = v.object({
  connections: v.array(
    v.object({
      connection_id: v.pipe(
        v.string(),
        v.check((id) => /^[\w.-]{1,100}$/.test(id), 'an id'),
      ),
      status: v.string(),
      creation_time: Text,
      app: Text,
      metadata: v.fallback(v.record(v.string(), v.unknown()), {}),
    }),
  ),
});
