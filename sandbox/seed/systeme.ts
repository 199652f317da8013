import type { Community, ContactField, ContactTag, Course } from '../world/systeme.ts';

export const contactTagIds = {
  Buyer: 501,
  Webinar: 502,
  VIP: 503,
  Refunded: 504,
  '<b>Bold</b>': 505,
  Affiliate: 506,
  'Lead magnet': 507,
  'Course finished': 508,
  Waitlist: 509,
  Podcast: 510,
  'Early bird': 511,
  Workshop: 512,
} as const;
export type ContactTagName = keyof typeof contactTagIds;

/** Twelve, so that the default page of ten does not hold them all. */
export const contactTags: ContactTag[] = Object.entries(contactTagIds).map(([name, id]) => ({
  id,
  name,
  createdAt: '2024-02-05T10:00:00+00:00',
}));

export const contactFields: ContactField[] = [
  { slug: 'first_name', name: 'First name' },
  { slug: 'surname', name: 'Last name' },
  { slug: 'phone_number', name: 'Phone number' },
  { slug: 'country', name: 'Country' },
  { slug: 'company_name', name: 'Company name' },
];

export const courseIds = { watercolour: 301, sourdough: 302, photography: 303 } as const;

export const courses: Course[] = [
  course(courseIds.watercolour, 'Watercolour for beginners', true, ['Paper', 'Washes', 'Skies']),
  course(courseIds.sourdough, 'Sourdough from scratch', true, ['The starter', 'The crumb']),
  course(courseIds.photography, 'Film photography', false, ['Light']),
];

export const communityIds = { studio: 801 } as const;

export const communities: Community[] = [
  { id: communityIds.studio, name: 'The studio', path: 'the-studio' },
];

export const connectionIds = {
  /** Oldest and ACTIVE, so what the gateway takes when no connection is named: another shop. */
  wrong: '21fd90f9-5935-43cd-b6c8-bde9d915ca80',
  right: '7c4b1f0a-93d2-4e6b-8a55-0d2f6c9be314',
  pending: 'b0a6d7c2-1f38-4c0e-9d4f-5be1a7730c68',
  failed: 'e93c52d1-7b0f-4b7a-a1c6-2f4480d915ff',
} as const;

function course(id: number, name: string, active: boolean, modules: string[]): Course {
  return {
    id,
    name,
    active,
    description: `${name}, at your own pace`,
    path: name.toLowerCase().replaceAll(' ', '-'),
    modules: modules.map((module, index) => ({ id: id * 10 + index + 1, name: module })),
  };
}
