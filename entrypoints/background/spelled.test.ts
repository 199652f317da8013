import { describe, expect, test } from 'vitest';
import { foldAddress } from '@/lib/people/address';
import type { MarkKind } from '@/lib/people/mark';
import { asKnown, recogniseSpelled } from './spelled';

const READABLE = 'jo@bücher.example';
const ASCII = 'jo@xn--bcher-kva.example';

function knowing(known: Record<string, MarkKind>) {
  const recognise = async (addresses: string[]) =>
    addresses.map((address) => known[address] ?? 'unknown');
  return { recognise };
}

describe('an address of two spellings', () => {
  test('is recognised by either, in the order asked', async () => {
    const directory = knowing({ [ASCII]: 'both', 'ada@a.example': 'one' });
    const asked = ['new@a.example', READABLE, 'ada@a.example', ASCII];
    const kinds = await recogniseSpelled(directory, asked);
    expect(kinds).toEqual(['unknown', 'both', 'one', 'both']);
  });

  test('law 3: is found nowhere only where both are', async () => {
    const half = knowing({ [ASCII]: 'absent' });
    expect(await recogniseSpelled(half, [READABLE])).toEqual(['unknown']);
    const whole = knowing({ [ASCII]: 'absent', [READABLE]: 'absent' });
    expect(await recogniseSpelled(whole, [READABLE])).toEqual(['absent']);
  });

  test('of both spellings the worse word counts', async () => {
    const both = knowing({ [READABLE]: 'one', [ASCII]: 'stop' });
    expect(await recogniseSpelled(both, [READABLE])).toEqual(['stop']);
  });

  test('is asked for as it is known, else as it is written', async () => {
    const open = async () => knowing({ [ASCII]: 'stop' });
    expect(await asKnown(open, foldAddress(READABLE))).toBe(ASCII);
    const nobody = async () => knowing({});
    expect(await asKnown(nobody, foldAddress(READABLE))).toBe(READABLE);
    const never = () => Promise.reject(new Error('asked for nothing'));
    expect(await asKnown(never, foldAddress('ada@a.example'))).toBe('ada@a.example');
  });
});
