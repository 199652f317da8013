import { json } from '../reply.ts';
import type { Endpoint } from './endpoint.ts';

/** No parameters and no paging. The seed calls a field's label `name`, the vendor `fieldName`. */
export const fieldEndpoints: Endpoint[] = [
  {
    method: 'GET',
    path: '/contact_fields',
    answer: ({ account, dialect }) =>
      json(200, {
        items: account.contactFields.map(({ slug, name }) => ({
          slug,
          [dialect === 'seed' ? 'name' : 'fieldName']: name,
        })),
        hasMore: false,
      }),
  },
];
