import type { Ask } from '../../crm';
import { get, Nothing, patch, post, remove } from '../request';
import type { Asking } from '../request';
import { ContactFields } from '../schemas';

/** The label goes under the key of older servers and of newer ones. */
const labelled = (label: string) => ({ name: label, fieldName: label });

export const fieldCalls = (ask: Asking) => ({
  /** All of them: they have no pages. */
  contactFields: (by: Ask) =>
    ask({ ...get('/contact_fields'), schema: ContactFields, missing: 'command' }, by),
  createContactField: ({ slug, name }: { slug: string; name: string }, by: Ask) => {
    const operation = post('/contact_fields', { slug, ...labelled(name) });
    return ask({ ...operation, schema: Nothing, missing: 'command' }, by);
  },
  renameContactField: (slug: string, name: string, by: Ask) => {
    const operation = patch(`/contact_fields/${slug}`, labelled(name));
    return ask({ ...operation, schema: Nothing, missing: 'field' }, by);
  },
  deleteContactField: (slug: string, by: Ask) =>
    ask({ ...remove(`/contact_fields/${slug}`), schema: Nothing, missing: 'field' }, by),
});
