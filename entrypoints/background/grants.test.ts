import { describe, expect, test } from 'vitest';
import { EVERY_SITE } from '@/lib/people/site';
import { sitesKept, unneededOf } from './grants';

const MAIL = 'https://mail.example.com/*';
const SERVER = 'https://octeth.example.com/*';

describe('law 9: what is no longer needed is given back', () => {
  test('a site taken off the list', () => {
    expect(unneededOf([MAIL, SERVER], [SERVER])).toEqual([MAIL]);
  });

  test('every site, once nothing is needed', () => {
    expect(unneededOf([EVERY_SITE, MAIL], [])).toEqual([EVERY_SITE, MAIL]);
  });

  test('but not every site while an account or a chosen site would go with it', () => {
    expect(unneededOf([EVERY_SITE], [SERVER])).toEqual([]);
    expect(unneededOf([EVERY_SITE, SERVER], [SERVER])).toEqual([]);
  });

  test('and nothing that is needed', () => {
    expect(unneededOf([EVERY_SITE, SERVER], [EVERY_SITE, SERVER])).toEqual([]);
  });

  test('chosen sites wait for her while every site is flagged, and go when none is', () => {
    const sites = ['https://mail.example.com:444'];
    expect(sitesKept({ mode: 'everywhere', sites })).toEqual([EVERY_SITE, MAIL]);
    expect(sitesKept({ mode: 'off', sites })).toEqual([]);
  });
});
