import { expect, test } from 'vitest';
import { slugOf, slugProblem } from './slug';

test.each([
  ['Company Name', 'company_name'],
  ['Größe', 'grosse'],
  ['  Née à  ', 'nee_a'],
  ['2nd phone', '2nd_phone'],
  ['日本', ''],
])('%j proposes %j', (name, slug) => {
  expect(slugOf(name)).toBe(slug);
});

test('a slug begins with a small letter and has no other signs than _', () => {
  expect(slugProblem('company_name2')).toBeNull();
  expect(slugProblem('a'.repeat(100))).toBeNull();
  expect(slugProblem('a'.repeat(101))).toContain('100 characters');
  for (const bad of ['', '2nd', 'Company', 'a b', 'a-b', '_a', 'é']) {
    expect(slugProblem(bad)).toBeTruthy();
  }
});
