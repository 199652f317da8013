/** For each operation of Systeme.io a request that it does, and one for each way it says no. */
import type { SystemeName } from '../../docs/operations/names.ts';
import type { World } from '../world/world.ts';
import { NO_ID } from './bad.ts';

/** Path and body. */
type Request = [path: string, body?: unknown];

export interface SystemeRequests {
  good: Request | ((world: World) => Request);
  bad: Partial<Record<404 | 422, Request | ((world: World) => Request)>>;
}

const ADA = 'ada@lovelace.dev';
const ANN = 'ann@liddell.example';
const contact = (world: World, email: string) => world.contact(email)?.id;
const TOO_LONG = '?limit=101';
const paged = (path: string): SystemeRequests => ({
  good: [path],
  bad: { 422: [`${path}${TOO_LONG}`] },
});
/** The first one of Ada's. */
const hers = (world: World, what: 'enrollments' | 'memberships' | 'subscriptions') => {
  const rows: { id: number; contactId: number }[] = world.right[what] ?? [];
  return rows.find(({ contactId }) => contactId === contact(world, ADA))?.id;
};
const unknownField = { fields: [{ slug: 'shoe_size', value: '38' }] };

export const systemeRequests: Record<SystemeName, SystemeRequests> = {
  'GET /contacts': paged('/contacts'),
  'GET /contacts/{id}': {
    good: (world) => [`/contacts/${contact(world, ADA)}`],
    bad: { 404: [`/contacts/${NO_ID}`] },
  },
  'POST /contacts': {
    good: ['/contacts', { email: 'nova@example.org' }],
    bad: { 422: ['/contacts', { email: ADA }] },
  },
  'PATCH /contacts/{id}': {
    good: (world) => [`/contacts/${contact(world, ADA)}`, { fields: [] }],
    bad: {
      404: [`/contacts/${NO_ID}`, { fields: [] }],
      422: (world) => [`/contacts/${contact(world, ADA)}`, unknownField],
    },
  },
  'DELETE /contacts/{id}': {
    good: (world) => [`/contacts/${contact(world, ADA)}`],
    bad: { 404: [`/contacts/${NO_ID}`] },
  },
  'GET /tags': paged('/tags'),
  'GET /tags/{id}': { good: ['/tags/503'], bad: { 404: [`/tags/${NO_ID}`] } },
  'POST /tags': {
    good: ['/tags', { name: 'Fresh' }],
    bad: { 422: ['/tags', { name: 'VIP' }] },
  },
  'PUT /tags/{id}': {
    good: ['/tags/503', { name: 'Patron' }],
    bad: {
      404: [`/tags/${NO_ID}`, { name: 'Patron' }],
      422: ['/tags/503', { name: 'Buyer' }],
    },
  },
  'DELETE /tags/{id}': { good: ['/tags/503'], bad: { 404: [`/tags/${NO_ID}`] } },
  'POST /contacts/{id}/tags': {
    good: (world) => [`/contacts/${contact(world, ADA)}/tags`, { tagId: 503 }],
    bad: {
      404: [`/contacts/${NO_ID}/tags`, { tagId: 503 }],
      422: (world) => [`/contacts/${contact(world, ADA)}/tags`, { tagId: NO_ID }],
    },
  },
  'DELETE /contacts/{id}/tags/{tagId}': {
    good: (world) => [`/contacts/${contact(world, ADA)}/tags/501`],
    bad: { 404: [`/contacts/${NO_ID}/tags/501`] },
  },
  'GET /contact_fields': { good: ['/contact_fields'], bad: {} },
  'POST /contact_fields': {
    good: ['/contact_fields', { slug: 'shoe_size', name: 'Shoe size', fieldName: 'Shoe size' }],
    bad: { 422: ['/contact_fields', { slug: 'surname', name: 'Name', fieldName: 'Name' }] },
  },
  'PATCH /contact_fields/{slug}': {
    good: ['/contact_fields/surname', { name: 'Name', fieldName: 'Name' }],
    bad: {
      404: ['/contact_fields/shoe_size', { name: 'Name', fieldName: 'Name' }],
      422: ['/contact_fields/surname', { name: '', fieldName: '' }],
    },
  },
  'DELETE /contact_fields/{slug}': {
    good: ({ right }) => {
      right.contactFields.push({ slug: 'shoe_size', name: 'Shoe size' });
      return ['/contact_fields/shoe_size'];
    },
    bad: { 404: ['/contact_fields/shoe_size'] },
  },
  'GET /school/courses': paged('/school/courses'),
  'GET /school/enrollments': paged('/school/enrollments'),
  'POST /school/courses/{id}/enrollments': {
    good: (world) => enrolling(302, contact(world, ANN)),
    bad: {
      404: (world) => enrolling(NO_ID, contact(world, ANN)),
      422: enrolling(302, NO_ID),
    },
  },
  'DELETE /school/enrollments/{id}': {
    good: (world) => [`/school/enrollments/${hers(world, 'enrollments')}`],
    bad: { 404: [`/school/enrollments/${NO_ID}`] },
  },
  'GET /community/communities': paged('/community/communities'),
  'GET /community/memberships': paged('/community/memberships'),
  'POST /community/communities/{id}/memberships': {
    good: (world) => joining(801, contact(world, ANN)),
    bad: {
      404: (world) => joining(NO_ID, contact(world, ANN)),
      422: joining(801, NO_ID),
    },
  },
  'DELETE /community/memberships/{id}': {
    good: (world) => [`/community/memberships/${hers(world, 'memberships')}`],
    bad: { 404: [`/community/memberships/${NO_ID}`] },
  },
  'GET /payment/subscriptions': {
    good: (world) => [`/payment/subscriptions?contact=${contact(world, ADA)}`],
    bad: {
      404: ({ right }) => {
        right.subscriptions = null;
        return ['/payment/subscriptions?contact=1'];
      },
      422: [`/payment/subscriptions${TOO_LONG}&contact=1`],
    },
  },
  'POST /payment/subscriptions/{id}/cancel': {
    good: (world) => cancelling(hers(world, 'subscriptions'), 'Now'),
    bad: {
      404: cancelling(NO_ID, 'Now'),
      422: (world) => cancelling(hers(world, 'subscriptions'), 'Never'),
    },
  },
};

function enrolling(course: number, contactId: number | undefined): Request {
  return [`/school/courses/${course}/enrollments`, { contactId, accessType: 'full_access' }];
}

function joining(community: number, contactId: number | undefined): Request {
  return [`/community/communities/${community}/memberships`, { contactId }];
}

function cancelling(subscription: number | undefined, cancel: string): Request {
  return [`/payment/subscriptions/${subscription}/cancel`, { cancel }];
}
