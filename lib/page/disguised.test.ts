import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { decodeCloudflare, findSpelledOut } from './disguised';

const addresses = (text: string) => findSpelledOut(text).map(({ address }) => address);
const encode = (address: string, key = 0x5a) =>
  [key, ...[...new TextEncoder().encode(address)].map((byte) => byte ^ key)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');

describe('spelled out', () => {
  test.each([
    ['ada [at] example [dot] com', 'ada@example.com'],
    ['Write to ada (at) example (dot) co (dot) uk.', 'ada@example.co.uk'],
    ['ada(at)example.com', 'ada@example.com'],
    ['ada[@]example[.]com', 'ada@example.com'],
    ['Ada{AT}Example{DOT}Com', 'ada@example.com'],
    ['first [dot] last [at] example [dot] com', 'first.last@example.com'],
    ['jörg (at) bücher (dot) example', 'jörg@bücher.example'],
    ['Mail:ada [at] example.com', 'ada@example.com'],
    ['(see below) ada [at] example.com', 'ada@example.com'],
    ['“ada [at] example.com”', 'ada@example.com'],
    ['Write. ada [at] example.com', 'ada@example.com'],
  ])('%s', (text, address) => {
    expect(addresses(text)).toEqual([address]);
  });

  test.each([
    'ada at example dot com',
    'Meet me (at home) on Monday. Bring it.',
    'we were (at) the beach',
    'costs 5 (at) most. Really',
    '[at] example [dot] com',
    'ada (at) example',
    'ada (at) example (dot) com@other.example',
    'f(at) = 3.dot',
    `${'x'.repeat(70)} (at) example.com`,
    "o'brien [at] example.com",
    'o’brien [at] example.com',
    'r&d [at] example.com',
    're\u0301ne [at] example.com',
    'john#doe [at] example.com',
    'sales/ada [at] example.com',
    'foo@ada [at] example.com',
    'john!doe [at] example.com',
    'john\u200bdoe [at] example.com',
    'john dot doe [at] example.com',
    'john [dot]  doe [at] example.com',
    `john ${'[dot] x'.repeat(12)} [at] example.com`,
    'ada [at] example.co dot uk',
    'ada [at] example [dot] co [dot] u1',
    `ada [at] ${'x[dot]'.repeat(42)}co[dot]uk`,
  ])('not: %s', (text) => expect(addresses(text)).toEqual([]));

  test('law 1: where it stands is what it says, and nothing of a longer name', () => {
    const text = 'Ask ada (at) example (dot) com, or bo [at] b.example!';
    const said = findSpelledOut(text).map(({ start, end }) => text.slice(start, end));
    expect(said).toEqual(['ada (at) example (dot) com', 'bo [at] b.example']);
  });

  test('law 7: no text takes long: few patterns are asked, and of little text', () => {
    const exec = vi.spyOn(RegExp.prototype, 'exec');
    for (const piece of ['(at)', 'a(at)', 'a.(at)a.', '(dot)', 'a (dot) ', 'x(at)a(dot)']) {
      exec.mockClear();
      findSpelledOut(piece.repeat(200_000 / piece.length));
      const lengths = exec.mock.calls.map(([text]) => text.length);
      expect(lengths.length, piece).toBeLessThan(1_500);
      // The sign itself is looked for in all of it.
      expect(lengths.filter((length) => length > 300).length, piece).toBeLessThan(210);
    }
    exec.mockRestore();
  });
});

describe('by Cloudflare', () => {
  test('is decoded here', () => {
    expect(decodeCloudflare(encode('Ada@Example.com'))).toBe('ada@example.com');
    expect(decodeCloudflare(encode('jörg@bücher.example', 7))).toBe('jörg@bücher.example');
  });

  test('whatever else stands there is none', () => {
    for (const code of ['', '5a', 'zz', encode('no address'), encode('a@b.example, c@d.example')]) {
      expect(decodeCloudflare(code)).toBeNull();
    }
    fc.assert(fc.property(fc.string(), (code) => void decodeCloudflare(code)));
  });
});
