import { describe, expect, test } from 'vitest';
import { NOTHING_KEPT } from './half-made';
import { readKept, readSlots } from './read-kept';

const account = { id: 'a', name: 'Acme Mail', system: 'octeth' };
const target = { account, place: null, profileId: '7', address: 'ada@lovelace.dev' };
const intent = { kind: 'tag', target, tag: { id: null, name: 'VIP' } };
const concerns = [{ kind: 'standing', standing: 'unsubscribed', place: { id: '1', name: 'News' } }];
const question = { kind: 'question', accountId: 'a', typed: '', from: null, intent, concerns };
const kept = { draft: 'ada', address: 'ada@lovelace.dev', half: question, aside: [] };

describe('law 4: what was kept', () => {
  test('comes back whole', () => {
    expect(readKept(kept)).toEqual(kept);
    expect(readSlots([{ account, places: [] }])).toHaveLength(1);
  });

  test.each([
    { kind: 'actions' },
    {
      kind: 'edit',
      where: '*',
      typed: [{ key: 'city', text: 'Paris' }],
      address: null,
      sent: null,
    },
    { kind: 'unsubscribe', where: null, ipAddress: '203.0.', suppress: true, sent: null },
    { kind: 'confirm', where: '12', code: 'abc', sent: { at: 5, keys: ['confirm a'] } },
    { kind: 'delete', where: null, sent: null },
    {
      kind: 'enrol',
      typed: 'e',
      course: null,
      access: 'partial_access',
      modules: ['m1'],
      sent: null,
    },
    { kind: 'join', typed: '', sent: { at: 5, keys: ['join a'] } },
    { kind: 'cancel', subscription: { id: '1', name: 'Pro' }, when: 'now', sent: null },
    {
      ...{ kind: 'leave-journey', profile: 'a 1 7', journey: { id: '1', name: 'Welcome' } },
      sent: null,
    },
    {
      ...question,
      typed: 'ada',
      intent: { kind: 'delete', target },
      concerns: [
        { kind: 'type-name', name: 'ada@lovelace.dev', people: null },
        { kind: 'consequence', of: 'suppresses', name: 'ada@lovelace.dev' },
      ],
    },
  ])('a deed half made comes back: %j', (deed) => {
    const half = { ...deed, accountId: 'a' };
    expect(readKept({ ...kept, half })).toEqual({ ...kept, half });
  });

  test('what an earlier version kept is completed, not dropped', () => {
    const form = {
      ...{ placeId: '1', standing: 'pending', ipAddress: '203.0.' },
      ...{ firstName: '', lastName: '' },
    };
    expect(readKept({ ...kept, half: { kind: 'add', accountId: 'a', form } }).half).toEqual({
      kind: 'add',
      accountId: 'a',
      form: { way: 'create', since: null, left: [], typed: [], ...form },
      sent: null,
    });
    expect(
      readKept({ ...kept, half: { kind: 'join', accountId: 'a', typed: 'alu' } }).half,
    ).toEqual({ kind: 'join', accountId: 'a', typed: 'alu', sent: null });
    const person = {
      ...{ account, place: null, address: 'ada@lovelace.dev', firstName: '', lastName: '' },
      ...{ standing: 'pending', ipAddress: null },
    };
    const add = { intent: { kind: 'add', person }, concerns };
    const { typed: _typed, from: _from, ...old } = question;
    const read = readKept({ ...kept, half: old, aside: [add] });
    expect(read.half).toEqual(question);
    expect(read.aside[0]?.intent).toEqual({
      kind: 'add',
      person: { way: 'create', fields: [], since: null, ...person },
    });
  });

  test.each([
    { kind: 'enrol', accountId: 'a', typed: '', course: null, access: 'all', modules: [] },
    { kind: 'unsubscribe', accountId: 'a', where: null, ipAddress: '', suppress: 'yes' },
    { kind: 'edit', accountId: 'a', where: null, typed: [{ key: 'city' }], address: null },
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
