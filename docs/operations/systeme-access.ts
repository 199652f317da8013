/** Systeme.io’s operations about courses, communities and payments, through Maton. */
import { both } from './operation.ts';
import type { SystemeOperation } from './operation.ts';
import { BOTH, GONE, PAGES, system } from './systeme-codes.ts';

const CARD = 'Popup ▸ her card';

export const systemeAccess: SystemeOperation[] = [
  {
    system,
    name: 'GET /school/courses',
    does: 'lists the courses',
    place: {
      where: `${CARD} ▸ Courses ▸ Enrol`,
      control: 'Course',
      file: 'components/deeds/EnrolForm.tsx',
    },
    codes: both(PAGES),
    methods: ['courses'],
  },
  {
    system,
    name: 'GET /school/enrollments',
    does: 'lists the courses she is in',
    place: { where: CARD, control: 'Courses', file: 'components/details/AccessRows.tsx' },
    codes: both(PAGES),
    methods: ['enrollments'],
  },
  {
    system,
    name: 'POST /school/courses/{id}/enrollments',
    does: 'enrols her',
    place: {
      where: `${CARD} ▸ Courses`,
      control: 'Enrol in a course',
      file: 'components/details/AccessRows.tsx',
    },
    codes: both(BOTH),
    methods: ['createEnrollment'],
  },
  {
    system,
    name: 'DELETE /school/enrollments/{id}',
    does: 'takes her out of a course',
    place: {
      where: `${CARD} ▸ Courses ▸ the cross on a course`,
      control: 'Remove from',
      file: 'components/details/AccessRows.tsx',
    },
    codes: both(GONE),
    methods: ['deleteEnrollment'],
  },
  {
    system,
    name: 'GET /community/communities',
    does: 'lists the communities',
    place: {
      where: `${CARD} ▸ Communities ▸ Add`,
      control: 'Community',
      file: 'components/deeds/JoinForm.tsx',
    },
    codes: both(PAGES),
    methods: ['communities'],
  },
  {
    system,
    name: 'GET /community/memberships',
    does: 'lists the communities she is in',
    place: { where: CARD, control: 'Communities', file: 'components/details/AccessRows.tsx' },
    codes: both(PAGES),
    methods: ['memberships'],
  },
  {
    system,
    name: 'POST /community/communities/{id}/memberships',
    does: 'adds her to a community',
    place: {
      where: `${CARD} ▸ Communities`,
      control: 'Add to a community',
      file: 'components/details/AccessRows.tsx',
    },
    codes: both(BOTH),
    methods: ['createMembership'],
  },
  {
    system,
    name: 'DELETE /community/memberships/{id}',
    does: 'takes her out of a community',
    place: {
      where: `${CARD} ▸ Communities ▸ the cross on a community`,
      control: 'Remove from',
      file: 'components/details/AccessRows.tsx',
    },
    codes: both(GONE),
    methods: ['deleteMembership'],
  },
  {
    system,
    name: 'GET /payment/subscriptions',
    does: 'lists what she pays',
    place: { where: CARD, control: 'Pays', file: 'components/details/AccessRows.tsx' },
    codes: both({ 404: 'Payment features are not configured', ...PAGES }),
    methods: ['subscriptions'],
  },
  {
    system,
    name: 'POST /payment/subscriptions/{id}/cancel',
    does: 'cancels a subscription, now or at the end of its period',
    place: {
      where: `${CARD} ▸ Pays ▸ Cancel`,
      control: 'Cancel subscription',
      file: 'components/deeds/CancelForm.tsx',
    },
    codes: { seed: GONE, public: BOTH },
    methods: ['cancelSubscription'],
  },
];
