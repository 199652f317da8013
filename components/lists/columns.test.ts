import { expect, test } from 'vitest';
import { withColumn } from './columns';

const COMPANY = { id: '41', name: 'Company' };

test('a field, and the address, are filled from one column', () => {
  expect(withColumn(['address', COMPANY, null], 2, COMPANY)).toEqual(['address', null, COMPANY]);
  expect(withColumn(['address', COMPANY], 1, 'address')).toEqual([null, 'address']);
  expect(withColumn([null, 'address', null], 2, null)).toEqual([null, 'address', null]);
});
