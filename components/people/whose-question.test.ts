import { describe, expect, test } from 'vitest';
import { foldAddress } from '@/lib/people/address';
import type { Intent } from '@/lib/people/intent';
import type { Receipt } from '@/lib/people/receipt';
import { ANY_INTENT } from '@/lib/people/testing/intents';
import { type HalfMade, NOTHING_KEPT } from './half-made';
import { intentKey } from './intent-key';
import { asking, halving, settling, showing } from './whose-question';

const ada = foldAddress('ada@lovelace.dev');
const bob = foldAddress('bob@example.com');
const account = { id: 'a', name: 'Acme Mail', system: 'octeth' as const };
const target = { account, place: null, profileId: '7', address: ada };
const intent: Intent = { kind: 'untag', target, tag: { id: '1', name: 'VIP' } };
const asked = { intent, concerns: [] };
const question: HalfMade = { kind: 'question', accountId: 'a', typed: '', from: null, ...asked };

const receiptOf = (of: Intent, at: number): Receipt => ({
  ...{ id: 'r', intent: of, state: 'done', at, failure: null },
  ...{ retryAt: null, undoes: null, undone: false },
});

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
  const form: HalfMade = { kind: 'confirm', accountId: 'a', where: null, code: 'abc', sent: null };
  const busy = { ...NOTHING_KEPT, draft: ada, address: ada, half: form };
  const waiting = asking(busy, asked);
  expect(waiting).toMatchObject({ half: form, aside: [asked] });
  expect(halving(waiting, null).half).toEqual(question);
  const menu = { ...busy, half: { kind: 'actions' as const, accountId: 'a' } };
  expect(asking(menu, asked).half).toEqual(question);
});

test('law 4: nor is one of which only a choice is left to make, be it sent or not', () => {
  const { join } = ANY_INTENT;
  const mine = { ...join, target };
  const begun: HalfMade = { kind: 'join', accountId: 'a', typed: 'alu', sent: null };
  const open = { ...NOTHING_KEPT, draft: ada, address: ada, half: begun };
  expect(asking(open, asked)).toMatchObject({ half: begun, aside: [asked] });
  const sent = { ...begun, sent: { at: 1_000, keys: [intentKey(mine)] } };
  const question = asking({ ...open, half: sent }, { intent: mine, concerns: [] });
  expect(question.half).toMatchObject({ kind: 'question', from: sent });
});

describe('a form that was sent', () => {
  const sent = { at: 1_000, keys: [intentKey(intent)] };
  const form: HalfMade = { kind: 'confirm', accountId: 'a', where: null, code: 'abc', sent };
  const open = { ...NOTHING_KEPT, draft: ada, address: ada, half: form };
  const done = receiptOf(intent, 1_000);

  test('is closed once all of it is done, and by nothing else', () => {
    expect(settling(open, [done]).half).toBeNull();
    const bobs: Intent = { ...intent, target: { ...target, address: bob } };
    const others = [
      receiptOf(intent, 999),
      { ...done, state: 'refused' as const },
      receiptOf(bobs, 1_000),
    ];
    expect(settling(open, others)).toBe(open);
    const changed = { ...open, half: { ...form, sent: null } };
    expect(settling(changed, [done])).toBe(changed);
  });

  test('stays when what was done of it was for another list', () => {
    const { add } = ANY_INTENT;
    const person = { ...add.person, address: ada };
    const onOther: Intent = {
      ...add,
      person: { ...person, place: { id: '2', name: 'Customers' } },
    };
    const keys = [intentKey({ ...add, person })];
    const adding = { ...open, half: { ...form, sent: { ...sent, keys } } };
    expect(settling(adding, [receiptOf(onOther, 1_000)])).toBe(adding);
    expect(settling(adding, [receiptOf({ ...add, person }, 1_000)]).half).toBeNull();
  });

  test('stays for what is left of it', () => {
    const two = { ...form, sent: { ...sent, keys: [...sent.keys, 'other'] } };
    expect(settling({ ...open, half: two }, [done]).half).toEqual({
      ...form,
      sent: { ...sent, keys: ['other'] },
    });
  });

  test('makes room for its own question, and is behind it', () => {
    const question = asking(open, asked);
    expect(question.half).toMatchObject({ kind: 'question', from: form });
    expect(halving(question, null)).toEqual(open);
    const second = asking(question, asked);
    expect(second.aside).toEqual([asked]);
    expect(halving(second, null)).toEqual(question);
  });
});
