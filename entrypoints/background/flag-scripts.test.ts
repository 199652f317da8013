import { expect, test } from 'vitest';
import { EVERY_SITE } from '@/lib/people/site';
import { flaggedPatterns } from './flag-scripts';

test('flags run nowhere when off, on the chosen sites once each, everywhere when asked', () => {
  const sites = ['https://mail.example.com', 'https://mail.example.com:444'];
  expect(flaggedPatterns({ mode: 'off', sites })).toEqual([]);
  expect(flaggedPatterns({ mode: 'chosen', sites })).toEqual(['https://mail.example.com/*']);
  expect(flaggedPatterns({ mode: 'everywhere', sites })).toEqual([EVERY_SITE]);
});
