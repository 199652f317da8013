import { expect, test } from 'vitest';
import { foldAddress } from '@/lib/people/address';
import type { Intent } from '@/lib/people/intent';
import { type HalfMade, NOTHING_KEPT } from './half-made';
import { asking, halving, showing } from './whose-question';

const ada = foldAddress('ada@lovelace.dev');
const bob = foldAddress('bob@example.com');
const account = { id: 'a', name: 'Acme Mail', system: 'octeth' as const };
const target = { account, place: null, profileId: '7', address: ada };
const intent: Intent = { kind: 'untag', target, tag: { id: '1', name: 'VIP' } };
const asked = { intent, concerns: [] };
const question: HalfMade = { kind: 'question', accountId: 'a', typed: '', ...asked };

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

test('once the first is answered or left, the second has its turn, and hers alone', () => {
  const bobs = { ...asked, intent: { ...intent, target: { ...target, address: bob } } };
  const waiting = { ...NOTHING_KEPT, draft: ada, address: ada, half: question };
  const left = halving({ ...waiting, aside: [bobs, asked] }, null);
  expect(left.half).toEqual(question);
  expect(left.aside).toEqual([bobs]);
  expect(halving(left, null).half).toBeNull();
});

test('law 4: a form that is being filled in is not taken away by a question', () => {
  const form: HalfMade = { kind: 'confirm', accountId: 'a', where: null, code: 'abc' };
  const busy = { ...NOTHING_KEPT, draft: ada, address: ada, half: form };
  const waiting = asking(busy, asked);
  expect(waiting).toMatchObject({ half: form, aside: [asked] });
  expect(halving(waiting, null).half).toEqual(question);
  const menu = { ...busy, half: { kind: 'actions' as const, accountId: 'a' } };
  expect(asking(menu, asked).half).toEqual(question);
});
