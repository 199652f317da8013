import { expect, test } from 'vitest';
import { foldAddress } from '@/lib/people/address';
import type { Intent } from '@/lib/people/intent';
import { NOTHING_KEPT } from './half-made';
import { asking, showing } from './whose-question';

const ada = foldAddress('ada@lovelace.dev');
const bob = foldAddress('bob@example.com');
const account = { id: 'a', name: 'Acme Mail', system: 'octeth' as const };
const target = { account, place: null, profileId: '7', address: ada };
const intent: Intent = { kind: 'untag', target, tag: { id: '1', name: 'VIP' } };
const asked = { intent, concerns: [] };
const question = { kind: 'question', accountId: 'a', ...asked };

test('law 1: a question about Ada waits aside while the card is Bob’s, and stands on hers', () => {
  const onBob = { ...NOTHING_KEPT, draft: bob, address: bob };
  const waiting = asking(onBob, asked);
  expect(waiting).toEqual({ ...onBob, aside: [asked] });
  expect(showing(waiting, ada)).toEqual({ draft: ada, address: ada, half: question, aside: [] });
});

test('on her own card it stands at once, and a second waits behind it', () => {
  const onAda = { ...NOTHING_KEPT, draft: ada, address: ada };
  const first = asking(onAda, asked);
  expect(first.half).toEqual(question);
  expect(asking(first, asked).aside).toEqual([asked]);
});
