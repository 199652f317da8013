import { expect, test } from 'vitest';
import { done } from '@/lib/failure';
import type { Details } from '@/lib/people/details';
import { accessOf, accessOptions, communityOptions, courseOptions } from './choices';

const email = { id: '1', name: 'Email mastery', modules: [{ id: 'm1', name: 'Subject lines' }] };
const sales = { id: '2', name: 'Sales pages', modules: [] };
const details = {
  courses: done([{ id: 'e', course: email, access: 'full_access', active: true }]),
  communities: done([{ id: 'c', community: { id: '5', name: 'Founders' } }]),
} as unknown as Details; // no more is read of them

test('a course she is in is shown and refused, one that is over can be chosen again', () => {
  const [held, free] = courseOptions([email, sales], details, '');
  expect(held).toMatchObject({ note: 'Enrolled' });
  expect(held?.off).toContain('full access');
  expect(free).toMatchObject({ label: 'Sales pages', off: null });
  const over = {
    ...details,
    courses: done([{ id: 'e', course: email, access: null, active: false }]),
  };
  expect(courseOptions([email], over, 'EMAIL')[0]?.off).toBeNull();
  expect(courseOptions([email, sales], null, 'nothing')).toEqual([]);
});

test('a community she is in is refused', () => {
  const all = [
    { id: '5', name: 'Founders' },
    { id: '6', name: 'Alumni' },
  ];
  expect(communityOptions(all, details, '').map(({ off }) => off)).toEqual([
    'Already in “Founders”.',
    null,
  ]);
});

test('parts are offered of a course whose modules are known, and at least one is opened', () => {
  expect(accessOptions(sales).map(({ value }) => value)).toEqual([
    'full_access',
    'dripping_content',
  ]);
  expect(accessOptions(email)).toHaveLength(4);
  expect(accessOf('partial_access', [])).toBeNull();
  expect(accessOf('partial_access', ['m1'])).toEqual({ type: 'partial_access', modules: ['m1'] });
  expect(accessOf('full_access', ['m1'])).toEqual({ type: 'full_access' });
});
