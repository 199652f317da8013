import type { Ask } from '../../crm';
import { get, Nothing, patch, post, query, remove } from '../request';
import type { Asking, Page } from '../request';
import { Contact, ContactsPage } from '../schemas';

/** What is to stand in a field; empty for nothing. */
export interface FieldValue {
  slug: string;
  value: string;
}

export interface NewContact {
  email: string;
  fields: FieldValue[];
}

export const contactCalls = (ask: Asking) => ({
  /** Older servers ignore both filters; `tags` are ids. */
  contacts: (page: Page & { email?: string; tags?: string }, by: Ask) =>
    ask({ ...get(`/contacts${query(page)}`), schema: ContactsPage, missing: 'command' }, by),
  contact: (id: string, by: Ask) =>
    ask({ ...get(`/contacts/${id}`), schema: Contact, missing: 'person' }, by),
  createContact: ({ email, fields }: NewContact, by: Ask) => {
    const given = fields.filter(({ value }) => value.trim() !== '');
    const json = { email, ...bodyOf(given) };
    return ask({ ...post('/contacts', json), schema: Nothing, missing: 'command' }, by);
  },
  /** Only what is named changes; what is empty is cleared. */
  updateContact: (id: string, fields: FieldValue[], by: Ask) =>
    ask({ ...patch(`/contacts/${id}`, bodyOf(fields)), schema: Nothing, missing: 'person' }, by),
  deleteContact: (id: string, by: Ask) =>
    ask({ ...remove(`/contacts/${id}`), schema: Nothing, missing: 'person' }, by),
});

/** What older servers keep at the top of a contact, by its slug among the fields of newer ones. */
export const TOP_LEVEL = {
  first_name: 'firstName',
  surname: 'lastName',
  phone_number: 'phoneNumber',
} as const;

/** Sent both ways: older servers take these at the top, newer ones in `fields`. */
function bodyOf(fields: FieldValue[]): object {
  const values = fields.map(({ slug, value }) => ({ slug, value: value.trim() || null }));
  const atTop = values.flatMap(({ slug, value }) =>
    isTopLevel(slug) ? [[TOP_LEVEL[slug], value] as const] : [],
  );
  return { ...Object.fromEntries(atTop), fields: values };
}

export const isTopLevel = (slug: string): slug is keyof typeof TOP_LEVEL =>
  Object.hasOwn(TOP_LEVEL, slug);
