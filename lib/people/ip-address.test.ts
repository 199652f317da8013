import { expect, test } from 'vitest';
import { isIpAddress } from './ip-address';

test.each(['203.0.113.7', '10.0.0.1', '2001:db8::1', '::1', '::ffff:10.0.0.1'])(
  '%s is an IP address',
  (text) => expect(isIpAddress(text)).toBe(true),
);

test.each([
  '',
  '1.2.3',
  ' 10.0.0.1 ',
  'ab.cd',
  '256.1.1.1',
  '1.2.3.4.5',
  'localhost',
  '[::1]',
  ':::',
  'a@b',
  '1::2::3',
])('“%s” is none', (text) => expect(isIpAddress(text)).toBe(false));
