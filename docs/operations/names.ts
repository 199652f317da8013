/**
 * Every operation of the two references by name, written down once by hand: a row that goes
 * missing from the table is missed here.
 */
export const OCTETH_NAMES = [
  'subscriber.create',
  'subscriber.subscribe',
  'subscriber.unsubscribe',
  'subscribers.delete',
  'subscribers.delete.all',
  'subscribers.search',
  'subscribers.import',
  'subscribers.export.post',
  'subscribers.export.get',
  'subscribers.import.post',
  'subscribers.import.get',
  'subscribers.import.prepare',
  'subscribers.get',
  'subscriber.update',
  'subscriber.get',
  'subscriber.get.activity',
  'subscriber.exists',
  'subscriber.getlists',
  'subscriber.login',
  'subscriber.optin',
  'subscriber.tag',
  'subscriber.untag',
  'subscriber.tags.create',
  'subscriber.tags.update',
  'subscriber.tags.get',
  'subscriber.tags.delete',
  'subscriber.journey.trigger',
  'subscriber.journey.remove',
  'subscriber.journey.exit',
  'subscriber.journey.list',
] as const;

export const SYSTEME_NAMES = [
  'GET /contacts',
  'GET /contacts/{id}',
  'POST /contacts',
  'PATCH /contacts/{id}',
  'DELETE /contacts/{id}',
  'GET /tags',
  'GET /tags/{id}',
  'POST /tags',
  'PUT /tags/{id}',
  'DELETE /tags/{id}',
  'POST /contacts/{id}/tags',
  'DELETE /contacts/{id}/tags/{tagId}',
  'GET /contact_fields',
  'POST /contact_fields',
  'PATCH /contact_fields/{slug}',
  'DELETE /contact_fields/{slug}',
  'GET /school/courses',
  'GET /school/enrollments',
  'POST /school/courses/{id}/enrollments',
  'DELETE /school/enrollments/{id}',
  'GET /community/communities',
  'GET /community/memberships',
  'POST /community/communities/{id}/memberships',
  'DELETE /community/memberships/{id}',
  'GET /payment/subscriptions',
  'POST /payment/subscriptions/{id}/cancel',
] as const;

export const MATON_NAMES = [
  'GET /connections',
  'POST /connections',
  'GET /connections/{id}',
  'DELETE /connections/{id}',
] as const;

/** Outside the reference: what choosing and connecting need. */
export const PICKER_NAMES = [
  'user.current',
  'lists.get',
  'customfields.get',
  'journey.list',
  'segments.get',
] as const;

export type OctethName = (typeof OCTETH_NAMES)[number] | (typeof PICKER_NAMES)[number];
export type SystemeName = (typeof SYSTEME_NAMES)[number];
export type MatonName = (typeof MATON_NAMES)[number];
