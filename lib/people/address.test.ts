import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ADDRESS_LIMIT,
  foldAddress,
  isAddress,
  LOCAL_LIMIT,
  parseAddress,
  PROBLEM_WORDS,
  sameAddress,
} from './address';

const ADA = 'ada@x.dev';

describe('one address is found however it is wrapped', () => {
  test.each([
    [ADA, ADA],
    ['  Ada@X.dev\n', ADA],
    ['Ada <ada@x.dev>', ADA],
    ['"Lovelace, Ada" <ada@x.dev>', ADA],
    ['ada@x.dev (Ada, at home)', ADA],
    ['“ada@x.dev”,', ADA],
    ["'ada@x.dev'", ADA],
    ['**ada@x.dev**', ADA],
    ['[ada@x.dev]', ADA],
    ['Write to ada@x.dev.', ADA],
    ['<b>ada@x.dev</b>', ADA],
    ['mailto:ada@x.dev', ADA],
    ['<mailto:ada@x.dev>', ADA],
    ['MAILTO:ada%2Bshop@x.dev?subject=hi', 'ada+shop@x.dev'],
    ['mailto:ada@x.dev?cc=grace@x.dev&subject=a b, c', ADA],
    ['mailto:50%@x.dev', '50%@x.dev'],
    ['Email:ada@x.dev', ADA],
    ['ada[at]x[dot]dev', ADA],
    ['ada (at) x (dot) dev', ADA],
    ['ada {AT} x {DOT} dev', ADA],
    ['ada@x.dev, ADA@X.DEV', ADA],
    ['\u202Eada@x.dev\u202C', ADA],
    ['\uFEFFada\u200B@x\u00AD.dev', ADA],
    ["o'brien+list=1@mail.example.co.uk", "o'brien+list=1@mail.example.co.uk"],
    ['jürgen@münchen.de', 'jürgen@münchen.de'],
    ['Дмитрий@почта.рф', 'дмитрий@почта.рф'],
    ['ada@xn--mnchen-3ya.xn--p1ai', 'ada@xn--mnchen-3ya.xn--p1ai'],
    ['محمد <m@مثال.إختبار>', 'm@مثال.إختبار'],
  ])('%j', (text, address) => {
    expect(parseAddress(text)).toEqual({ ok: true, address });
  });
});

describe('what is no address is refused with its reason', () => {
  test.each([
    ['', 'empty'],
    [' \t\n ', 'empty'],
    ['\u200B\u202E', 'empty'],
    ['Ada Lovelace', 'no-address'],
    ['😀', 'no-address'],
    ['ada@', 'no-address'],
    ['@ada', 'no-address'],
    ['ada@localhost', 'no-address'],
    ['ada@1.2.3.4', 'no-address'],
    ['ada@x..dev', 'no-address'],
    ['ada..l@x.dev', 'no-address'],
    ['ada@-x.dev', 'no-address'],
    ['ada@@x.dev', 'no-address'],
    ['ada@x.dev@y.dev', 'no-address'],
    ['https://user:pass@host.com/', 'no-address'],
    ['<script>alert(1)</script>', 'no-address'],
    ['a'.repeat(10_000), 'no-address'],
    [`${'a'.repeat(65)}@x.dev`, 'too-long'],
    [`ada@${'x.'.repeat(200)}dev`, 'too-long'],
  ])('%j', (text, problem) => {
    expect(parseAddress(text)).toEqual({ ok: false, problem, found: [] });
  });

  test('every reason has a sentence', () => {
    for (const words of Object.values(PROBLEM_WORDS)) expect(words).toMatch(/^[A-Z].*\.$/);
  });
});

describe('law 1: never the wrong person', () => {
  test('a pasted table names everybody once and picks nobody', () => {
    const table = 'name,email\n"Ada",ada@x.dev\n"Grace",grace@x.dev\n"Ada again",ADA@x.dev\n';
    const found = [ADA, 'grace@x.dev'];
    expect(parseAddress(table)).toEqual({ ok: false, problem: 'several', found });
  });

  test('a display name that is itself an address is not silently passed over', () => {
    expect(parseAddress('grace@x.dev <ada@x.dev>')).toMatchObject({ problem: 'several' });
  });

  test('only white space around it and case are forgiven', () => {
    expect(sameAddress(' Ada@X.dev ', ADA)).toBe(true);
    expect(sameAddress('ada+shop@x.dev', ADA)).toBe(false);
    expect(sameAddress('a.da@x.dev', ADA)).toBe(false);
    expect(sameAddress('jose\u0301@x.dev', 'jos\u00E9@x.dev')).toBe(false);
  });

  test('the limits are the last lengths that pass', () => {
    expect(isAddress(`${'a'.repeat(LOCAL_LIMIT)}@x.dev`)).toBe(true);
    const label = 'x'.repeat(61);
    const longest = `${'a'.repeat(63)}@${label}.${label}.${label}.dev`;
    expect(longest.length).toBeLessThanOrEqual(ADDRESS_LIMIT);
    expect(isAddress(longest)).toBe(true);
    expect(isAddress(`${'a'.repeat(64)}${longest}`)).toBe(false);
  });
});

describe('whatever is typed', () => {
  const soup = fc
    .array(fc.constantFrom('@', '.', 'a', 'é', '<', '"', '[at]', '\u202E', '😀', ' ', 'x.dev', '%'))
    .map((parts) => parts.join(''));

  test('it never throws, and what it gives is one whole folded address', () => {
    fc.assert(
      fc.property(fc.oneof(soup, fc.string({ unit: 'binary' })), (text) => {
        const parsed = parseAddress(text);
        const given = parsed.ok ? [parsed.address] : parsed.found;
        for (const address of given) {
          expect(isAddress(address)).toBe(true);
          expect(foldAddress(address)).toBe(address);
        }
        expect(parsed.ok || parsed.found.length !== 1).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test('an address survives being wrapped', () => {
    fc.assert(
      fc.property(fc.emailAddress(), fc.constantFrom('<>', '""', '()', '  '), (address, around) => {
        fc.pre(isAddress(address) && /^[\w+.]+@/.test(address));
        const text = `${around[0]}${address}${around[1]}`;
        expect(parseAddress(text)).toEqual({ ok: true, address: foldAddress(address) });
      }),
    );
  });

  test.each([
    'a',
    '@',
    '.',
    'a.',
    '-',
    ' ',
    '[at',
    '"',
    '(dot)',
    'a@b.com ',
    '<',
    ':',
    '😀',
    '%',
    '*',
  ])('a megabyte of %j is answered: a quadratic parser would take minutes', (unit) => {
    const text = unit.repeat(2 ** 20 / unit.length);
    for (const hostile of [text, `${text}@x.dev`, `a@${text}`, `mailto:${text}?`]) {
      expect(() => parseAddress(hostile)).not.toThrow();
    }
  });
});
