import { json } from '../reply.ts';
import type { Contact } from '../world/systeme.ts';
import { isEmailAddress } from '../octeth/values.ts';
import { done, moment } from './endpoint.ts';
import type { Endpoint, Errand } from './endpoint.ts';
import { pageReply } from './paging.ts';
import { invalid, notFound, Problem } from './problem.ts';

export const contactEndpoints: Endpoint[] = [
  {
    method: 'GET',
    path: '/contacts',
    answer: (errand) =>
      pageReply(filtered(errand), errand, (contact) => contactBody(contact, errand), {
        alwaysNewest: errand.dialect === 'public',
      }),
  },
  {
    method: 'GET',
    path: '/contacts/{id}',
    answer: (errand) => json(200, contactBody(contactOf(errand), errand)),
  },
  {
    method: 'POST',
    path: '/contacts',
    answer(errand) {
      const { account, world, body, now } = errand;
      const email = body.email;
      if (typeof email !== 'string' || email === '') invalid('email', 'blank');
      if (!isEmailAddress(email)) invalid('email', 'email');
      // The vendor looks for an MX record; `.invalid` is the name that never has one.
      if (email.endsWith('.invalid')) invalid('email', 'domain');
      if (world.contact(email, account)) invalid('email', 'used');
      const contact: Contact = {
        id: world.nextId(),
        email,
        registeredAt: moment(now),
        locale: 'en',
        sourceUrl: null,
        unsubscribed: false,
        bounced: false,
        needsConfirmation: false,
        fields: new Map(),
        tagIds: new Set(),
      };
      write(contact, errand);
      account.contacts.push(contact);
      return json(201, contactBody(contact, errand));
    },
  },
  {
    method: 'PATCH',
    path: '/contacts/{id}',
    answer(errand) {
      const contact = contactOf(errand);
      write(contact, errand);
      return json(200, contactBody(contact, errand));
    },
  },
  {
    method: 'DELETE',
    path: '/contacts/{id}',
    answer(errand) {
      const { account } = errand;
      const { id } = contactOf(errand);
      account.contacts = account.contacts.filter((contact) => contact.id !== id);
      account.enrollments = account.enrollments.filter(({ contactId }) => contactId !== id);
      account.memberships = account.memberships.filter(({ contactId }) => contactId !== id);
      account.subscriptions =
        account.subscriptions?.filter(({ contactId }) => contactId !== id) ?? null;
      return done(errand);
    },
  },
];

export function contactOf({ account, ids }: Errand): Contact {
  return account.contacts.find(({ id }) => id === Number(ids[0])) ?? notFound();
}

/** The seed reference knows three query parameters; any other is ignored, `email` among them. */
function filtered({ account, dialect, query }: Errand): Contact[] {
  if (dialect === 'seed') return account.contacts;
  const email = query.get('email')?.toLowerCase();
  if (email !== undefined && !isEmailAddress(email)) invalid('email', 'email');
  const tags = query.get('tags')?.split(',').map(Number) ?? [];
  const flag = (name: 'bounced' | 'unsubscribed' | 'needsConfirmation') => (contact: Contact) =>
    contact[name] === ['true', '1'].includes(query.get(name) ?? '');
  // Only what is asked for is looked at: there may be a hundred thousand of them.
  const filters: Record<string, (contact: Contact) => boolean> = {
    email: (contact) => contact.email.toLowerCase() === email,
    tags: (contact) => tags.every((id) => contact.tagIds.has(id)),
    bounced: flag('bounced'),
    unsubscribed: flag('unsubscribed'),
    needsConfirmation: flag('needsConfirmation'),
    registeredAfter: ({ registeredAt }) => isWithin(registeredAt, query),
    registeredBefore: ({ registeredAt }) => isWithin(registeredAt, query),
  };
  return Object.entries(filters)
    .filter(([name]) => query.has(name))
    .reduce((left, [, isWanted]) => left.filter(isWanted), account.contacts);
}

function isWithin(registeredAt: string, query: URLSearchParams): boolean {
  const at = Date.parse(registeredAt);
  const bound = (name: string, missing: number) => Date.parse(query.get(name) ?? '') || missing;
  return at >= bound('registeredAfter', -Infinity) && at <= bound('registeredBefore', Infinity);
}

const topLevel = { firstName: 'first_name', lastName: 'surname', phoneNumber: 'phone_number' };

/** Names go in `fields`; in the seed also at the top, where later servers do not look. */
function write(contact: Contact, { account, body, dialect }: Errand): void {
  const changes = new Map<string, unknown>();
  if (dialect === 'seed') {
    for (const [key, slug] of Object.entries(topLevel)) {
      if (key in body) changes.set(slug, body[key]);
    }
  }
  const fields = body.fields ?? [];
  if (!Array.isArray(fields)) throw new Problem(400, 'fields: expected an array');
  for (const [index, field] of fields.entries()) {
    const { slug, value } = (field ?? {}) as { slug?: unknown; value?: unknown };
    if (!account.contactFields.some((known) => known.slug === slug)) {
      invalid(`fields[${index}].slug`, 'unknown');
    }
    changes.set(String(slug), value);
  }
  for (const [slug, value] of changes) {
    if (value !== null && value !== undefined && typeof value !== 'string') {
      throw new Problem(400, `${slug}: expected a string`);
    }
    if (value) contact.fields.set(slug, value);
    else contact.fields.delete(slug);
  }
  if (typeof body.locale === 'string') contact.locale = body.locale;
}

export function contactBody(contact: Contact, { account, dialect }: Errand): object {
  const seed = dialect === 'seed';
  const fields = account.contactFields
    .filter(({ slug }) => contact.fields.has(slug))
    .filter(({ slug }) => !seed || !Object.values(topLevel).includes(slug))
    .map(({ slug, name }) => ({
      [seed ? 'name' : 'fieldName']: name,
      slug,
      value: contact.fields.get(slug),
    }));
  const names = Object.entries(topLevel).map(([key, slug]) => [
    key,
    contact.fields.get(slug) ?? null,
  ]);
  return {
    id: contact.id,
    email: contact.email,
    ...(seed && Object.fromEntries(names)),
    registeredAt: contact.registeredAt,
    locale: contact.locale,
    sourceURL: contact.sourceUrl,
    unsubscribed: contact.unsubscribed,
    bounced: contact.bounced,
    needsConfirmation: contact.needsConfirmation,
    fields,
    tags: account.tags
      .filter(({ id }) => contact.tagIds.has(id))
      .map(({ id, name }) => ({ id, name })),
  };
}
