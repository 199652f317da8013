import { describe, expect, test } from 'vitest';
import { NOTHING_KEPT } from './half-made';
import { readKept, readSlots } from './read-kept';

const account = { id: 'a', name: 'Acme Mail', system: 'octeth' };
const target = { account, place: null, profileId: '7', address: 'ada@lovelace.dev' };
const intent = { kind: 'tag', target, tag: { id: null, name: 'VIP' } };
const concerns = [{ kind: 'standing', standing: 'unsubscribed', place: { id: '1', name: 'News' } }];
const question = { kind: 'question', accountId: 'a', intent, concerns };
const kept = { draft: 'ada', address: 'ada@lovelace.dev', half: question, aside: [] };

describe('law 4: what was kept', () => {
  test('comes back whole', () => {
    expect(readKept(kept)).toEqual(kept);
    expect(readSlots([{ account, places: [] }])).toHaveLength(1);
  });

  test.each([
    { kind: 'question', intent: { kind: 'tag' } },
    { ...question, intent: { kind: 'tag' } },
    { ...question, concerns: [{ kind: 'standing', standing: 'grumpy', place: null }] },
    { ...question, intent: { ...intent, target: { ...target, account: 'Acme' } } },
    { kind: 'add', accountId: 'a', form: { ipAddress: '' } },
    { kind: 'journey', accountId: 'a', typed: '', chosen: {} },
    'add',
  ])('a half that cannot be drawn is dropped alone: %j', (half) => {
    expect(readKept({ ...kept, half })).toEqual({ ...kept, half: null });
  });

  test.each([null, 'x', [], { draft: 7, address: 'nobody', half: 3, aside: [{}, 1] }])(
    '%j leaves nothing',
    (value) => {
      expect(readKept(value)).toEqual(NOTHING_KEPT);
      expect(readSlots(value)).toEqual([]);
    },
  );
});
