import { json } from '../reply.ts';
import type { ContactField } from '../world/systeme.ts';
import { done } from './endpoint.ts';
import type { Endpoint, Errand } from './endpoint.ts';
import { invalid, notFound, Problem } from './problem.ts';

/** Those that Systeme.io brings along; they belong to no account and cannot be taken away. */
const systemSlugs = new Set(['first_name', 'surname', 'phone_number', 'country', 'company_name']);

/** No parameters and no paging. The seed calls a field's label `name`, the vendor `fieldName`. */
export const fieldEndpoints: Endpoint[] = [
  {
    method: 'GET',
    path: '/contact_fields',
    answer: (errand) =>
      json(200, {
        items: errand.account.contactFields.map((field) => fieldBody(field, errand)),
        hasMore: false,
      }),
  },
  {
    method: 'POST',
    path: '/contact_fields',
    answer(errand) {
      const field = { slug: slugOf(errand), name: labelOf(errand) };
      errand.account.contactFields.push(field);
      return json(201, fieldBody(field, errand));
    },
  },
  {
    method: 'PATCH',
    path: '/contact_fields/{slug}',
    answer(errand) {
      const field = fieldOf(errand);
      field.name = labelOf(errand);
      return json(200, fieldBody(field, errand));
    },
  },
  {
    method: 'DELETE',
    path: '/contact_fields/{slug}',
    answer(errand) {
      const { account } = errand;
      const { slug } = fieldOf(errand);
      if (systemSlugs.has(slug)) throw new Problem(403, 'Access Denied.');
      account.contactFields = account.contactFields.filter((field) => field.slug !== slug);
      for (const contact of account.contacts) contact.fields.delete(slug);
      return done(errand);
    },
  },
];

const labelKey = ({ dialect }: Errand): string => (dialect === 'seed' ? 'name' : 'fieldName');

const fieldBody = ({ slug, name }: ContactField, errand: Errand): object => ({
  slug,
  [labelKey(errand)]: name,
});

const fieldOf = ({ account, ids }: Errand): ContactField =>
  account.contactFields.find(({ slug }) => slug === ids[0]) ?? notFound();

function labelOf(errand: Errand): string {
  const label = errand.body[labelKey(errand)];
  if (typeof label !== 'string' || label.trim() === '') invalid(labelKey(errand), 'blank');
  return label;
}

function slugOf({ account, body }: Errand): string {
  const { slug } = body;
  if (typeof slug !== 'string' || slug === '') invalid('slug', 'blank');
  if (!/^[a-z0-9_]+$/.test(slug)) invalid('slug', 'slug');
  return account.contactFields.some((field) => field.slug === slug)
    ? invalid('slug', 'used')
    : slug;
}
