import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isAddress } from '../people/address';
import { findAddresses } from './finder';
import type { Text } from './finder';

const addressesIn = (text: string): string[] => findAddresses(text).map((found) => found.address);

describe('addresses are found as they stand in text', () => {
  test.each([
    ['ada@x.dev', ['ada@x.dev']],
    ['Ada@X.Dev', ['ada@x.dev']],
    ['Write to ada@x.dev.', ['ada@x.dev']],
    ['ada@x.dev, grace@y.dev; linus@z.dev', ['ada@x.dev', 'grace@y.dev', 'linus@z.dev']],
    ['ada@x.dev/grace@y.dev', ['ada@x.dev', 'grace@y.dev']],
    ['ada@x.dev|grace@y.dev', ['ada@x.dev', 'grace@y.dev']],
    ['"Ada" <ada@x.dev>', ['ada@x.dev']],
    ["'ada@x.dev'", ['ada@x.dev']],
    ["ada@x.dev's slides", ['ada@x.dev']],
    ['**ada@x.dev**', ['ada@x.dev']],
    ['(ada@x.dev)!', ['ada@x.dev']],
    ['ada@x.dev…', ['ada@x.dev']],
    ['wait...ada@x.dev', ['ada@x.dev']],
    ['- ada@x.dev -', ['ada@x.dev']],
    ['Email:ada@x.dev', ['ada@x.dev']],
    ['Contact : ada@x.dev', ['ada@x.dev']],
    ['mailto:ada@x.dev?subject=x', ['ada@x.dev']],
    ['ada@x.dev: yes', ['ada@x.dev']],
    ['ada+list=1@mail.x.co.uk', ['ada+list=1@mail.x.co.uk']],
    ["o'brien@x.dev", ["o'brien@x.dev"]],
    ['_ada@x.dev', ['_ada@x.dev']],
    ['qq@163.com', ['qq@163.com']],
    ['jürgen@münchen.de', ['jürgen@münchen.de']],
    ['Пишите на дмитрий@почта.рф.', ['дмитрий@почта.рф']],
    ['请联系ada@x.dev谢谢', ['ada@x.dev']],
    ['用户@例子.公司', ['用户@例子.公司']],
    ['ada@x.dev에게', ['ada@x.dev']],
    ['راسلنا m@x.dev الآن', ['m@x.dev']],
    ['ada@xn--mnchen-3ya.de', ['ada@xn--mnchen-3ya.de']],
  ])('%j', (text, addresses) => {
    expect(addressesIn(text)).toEqual(addresses);
  });

  test('offsets cut exactly the address out of the text', () => {
    const text = 'Of ada@x.dev, and (Grace@Y.dev).';
    expect(findAddresses(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'ada@x.dev',
      'Grace@Y.dev',
    ]);
  });

  test('no more are given than there is room for', () => {
    expect(findAddresses('a@x.dev b@x.dev c@x.dev', 2)).toHaveLength(2);
  });
});

describe('law 1: what only looks like an address is none, and none is cut out of a longer one', () => {
  test.each([
    'logo@2x.png',
    'icons/logo@3x.webp 2x',
    'https://user:pass@host.com/',
    'user:pass@host.com',
    'https://ada@host.com/',
    'https://medium.com/@ada',
    'https://x.com/~ada@x.dev',
    '@handle',
    '@ada@mastodon.social',
    '@types/node',
    '@types/node@24.0.0',
    'pkg@1.2.3',
    'pkg@v1.2.3-rc.one',
    'lodash@latest',
    'root@192.168.0.1',
    'git@github.com:ada/repo.git',
    'ssh ada@host.dev:22',
    'a@b',
    'ada@localhost',
    'ada@x.1',
    'ada@x.d',
    'ada@@x.dev',
    'ada@x.dev@y.dev',
    'ada@.x.dev',
    'ada@-x.dev',
    'ada..l@x.dev',
    'ada.@x.dev',
    'ada@x.dev_old',
    '\\nada@x.dev',
    '%20ada@x.dev',
    '${user}@x.dev',
    '{ada,grace}@x.dev',
    '"ada l"@x.dev',
    `${'a'.repeat(65)}@x.dev`,
    `ada@${'x.'.repeat(130)}dev`,
    '@media (min-width: 1px)',
    'price @ 3.50',
    '\u{1F600}@x.dev',
  ])('%j', (text) => {
    expect(addressesIn(text)).toEqual([]);
  });
});

/** A string that counts how often a character of it is looked at. */
function counting(text: string): Text & { steps(): number } {
  let steps = 0;
  return {
    length: text.length,
    charCodeAt: (index) => ((steps += 1), text.charCodeAt(index)),
    indexOf: (search, from) => text.indexOf(search, from),
    slice: (start, end) => ((steps += (end ?? 0) - (start ?? 0)), text.slice(start, end)),
    steps: () => steps,
  };
}

describe('law 7: whatever a page writes', () => {
  const unit = fc.constantFrom(
    '@',
    '.',
    'a',
    'é',
    '-',
    ':',
    '/',
    ' ',
    '谢',
    '\u{1F600}',
    '%',
    'x.dev',
  );
  const soup = fc.array(unit, { maxLength: 200 }).map((parts) => parts.join(''));

  test('what is found is an address, in order and without overlap', () => {
    fc.assert(
      fc.property(fc.oneof(soup, fc.string({ unit: 'binary' })), (text) => {
        let last = 0;
        for (const { address, start, end } of findAddresses(text)) {
          expect(isAddress(address)).toBe(true);
          expect(start).toBeGreaterThanOrEqual(last);
          expect(text.slice(start, end).toLowerCase()).toBe(address);
          last = end;
        }
      }),
      { numRuns: 2000 },
    );
  });

  const FAMILIES = [
    'a',
    '@',
    '.',
    'a.',
    'a@',
    '@a',
    'a@b.',
    'a@b.com ',
    '-',
    '谢',
    '\u{1F600}',
    ':a@b.co',
    '/',
    "'",
  ];
  test.each([
    ...FAMILIES,
    `${'a'.repeat(64)}@`,
    `@${'a.'.repeat(120)}`,
    `a@${'b.'.repeat(100)}co `,
  ])('a long run of %j costs a few steps a character', (family) => {
    const text = counting(family.repeat(100_000 / family.length));
    findAddresses(text);
    expect(text.steps()).toBeLessThan(12 * text.length);
  });

  test('twice the text costs no more than twice the steps, whatever it is made of', () => {
    const steps = (piece: string, times: number): number => {
      const text = counting(piece.repeat(times));
      findAddresses(text);
      return text.steps();
    };
    fc.assert(
      fc.property(fc.array(unit, { minLength: 1, maxLength: 12 }), (parts) => {
        const piece = parts.join('');
        expect(steps(piece, 800)).toBeLessThanOrEqual(2.3 * steps(piece, 400) + 1000);
      }),
      { numRuns: 300 },
    );
  });
});
