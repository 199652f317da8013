import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findAddresses } from './finder';
import { plainAddress } from './whole';
import { findSlowly } from './testing/slow-finder';

const PIECES = [
  ..."@@@...--::/ %_~+\\'aAéßİ谢рф019".split(''),
  '\u{1F600}',
  '\u0301',
  '..',
  '...',
  'x.dev',
  'X.Dev',
  '@x.dev',
  'a@b.co',
  'mailto:',
  'Email:',
  'pass:',
  'https://',
  'xn--a',
  'png',
  '.jpeg',
  'woff2',
  'v1.2',
  '163.com',
  'a'.repeat(60),
  'b'.repeat(63),
  'c.'.repeat(70),
];
const piece = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...PIECES) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 3 }) },
);
const soup = fc.array(piece, { maxLength: 40 }).map((parts) => parts.join(''));

test('the same is found as by plain rules, slowly', () => {
  fc.assert(
    fc.property(soup, (text) => {
      expect(findAddresses(text)).toEqual(findSlowly(text));
    }),
    { numRuns: 20_000 },
  );
});

const word = fc.stringMatching(/^[a-z\d]{1,8}$/);
const almost = fc
  .tuple(
    word,
    fc.constantFrom('.', '+', '_', '-', '..'),
    word,
    word,
    fc.constantFrom('dev', 'png', 'co1', 'x', 'CO'),
  )
  .map(([one, sign, two, host, end]) => `${one}${sign}${two}@${host}.${end}`);

test('a text that is a plain address is told from all others, and means the same', () => {
  fc.assert(
    fc.property(fc.oneof(almost, soup), (text) => {
      const plain = plainAddress(text);
      if (plain) expect(plain).toEqual(findSlowly(text));
    }),
    { numRuns: 20_000 },
  );
  expect(plainAddress('ada.l+x@mail.example.org')).toHaveLength(1);
  expect(plainAddress('logo@site.png')).toBeNull();
});
