import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldAddress } from './address';
import { spellingsOf } from './spellings';

const of = (address: string) => spellingsOf(foldAddress(address));

describe('an international domain', () => {
  test.each([
    ['jo@bücher.example', 'jo@xn--bcher-kva.example'],
    ['jörg@münchen.example', 'jörg@xn--mnchen-3ya.example'],
    ['a@例え.テスト', 'a@xn--r8jz45g.xn--zckzah'],
    ['a@пример.испытание', 'a@xn--e1afmkfd.xn--80akhbyknj4f'],
    ['a@mail.bücher.example', 'a@mail.xn--bcher-kva.example'],
  ])('%s is %s as well, and the other way round', (readable, ascii) => {
    expect(of(readable)).toEqual([readable, ascii]);
    expect(of(ascii)).toEqual([ascii, readable]);
  });

  test.each([
    'ada@example.com',
    // Made equal in passing only: another spelling, perhaps another's.
    'a@ｅxample.com',
    'a@xn--.example',
    'a@xn--a-b!.example',
    'a@xn--99999999999.example',
  ])('%s has one spelling', (address) => expect(of(address)).toEqual([address]));

  test('whatever is asked, the first is what was asked, and both lead to the same two', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), (label) => {
        const address = foldAddress(`a@${label}.example`);
        const [own, other] = spellingsOf(address);
        expect(own).toBe(address);
        if (other) expect(spellingsOf(other)).toEqual([other, address]);
      }),
    );
  });
});
