import { expect, test } from 'vitest';
import { patternOf, patternsOf } from './site';

test.each([
  ['https://mail.example.com', 'https://mail.example.com/*'],
  ['https://mail.example.com/inbox?a=b', 'https://mail.example.com/*'],
  ['http://mail.test:8080', 'http://mail.test/*'],
  ['http://[::1]:8080', 'http://[::1]/*'],
  ['ftp://mail.example.com', null],
  ['about:srcdoc', null],
  ['nonsense', null],
])('%s has the pattern %s', (address, pattern) => expect(patternOf(address)).toBe(pattern));

test('two ports of a host are one pattern', () => {
  expect(patternsOf(['https://a.test', 'https://a.test:444', 'nonsense'])).toEqual([
    'https://a.test/*',
  ]);
});
