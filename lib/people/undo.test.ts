import { describe, expect, test } from 'vitest';
import { foldAddress } from './address';
import type { System } from './account';
import type { Intent, Target } from './intent';
import type { Receipt } from './receipt';
import { ANY_INTENT } from './testing/intents';
import { canUndo, undoOf } from './undo';

const targetIn = (system: System): Target => ({
  account: { id: 'a', name: 'Acme', system },
  place: null,
  profileId: '7',
  address: foldAddress('ada@example.com'),
});
const tag = { id: '1', name: 'vip' };

describe('law 10: undo is honest', () => {
  const target = targetIn('octeth');

  test('tag and untag are each other’s inverse', () => {
    expect(undoOf({ kind: 'tag', target, tag })).toEqual({
      intent: { kind: 'untag', target, tag },
      warning: null,
    });
    expect(undoOf({ kind: 'untag', target, tag })).toEqual({
      intent: { kind: 'tag', target, tag },
      warning: null,
    });
  });

  test('in Systeme.io it warns that a tag may start a rule', () => {
    for (const kind of ['tag', 'untag'] as const) {
      const undo = undoOf({ kind, target: targetIn('systeme'), tag });
      expect(undo).toHaveProperty('warning', expect.stringContaining('rule'));
    }
  });

  const irreversible: Intent[] = [
    ANY_INTENT['trigger-journey'],
    ANY_INTENT['leave-journey'],
    ANY_INTENT['exit-journey'],
    ANY_INTENT.add,
    ANY_INTENT.unsubscribe,
    ANY_INTENT.confirm,
    ANY_INTENT.cancel,
    ANY_INTENT.delete,
    ANY_INTENT['create-tag'],
    ANY_INTENT['delete-tag'],
    ANY_INTENT['create-field'],
    ANY_INTENT['delete-field'],
    { ...ANY_INTENT.unenrol, access: null },
    { ...ANY_INTENT.unenrol, enrolments: 2 },
    { ...ANY_INTENT.unenrol, access: 'partial_access' },
    { ...ANY_INTENT.enrol, access: { type: 'partial_dripping_access', modules: ['1'] } },
    { kind: 'tag', target, tag: { id: null, name: 'vip' } },
  ];
  test.each(irreversible)('$kind without a true inverse says why in one sentence', (intent) => {
    expect(undoOf(intent)).toEqual({ reason: expect.stringMatching(/^[A-Z][^.]+\.$/) });
  });

  test.each<Intent>([
    ANY_INTENT.update,
    { ...ANY_INTENT.update, newAddress: null },
    ANY_INTENT.enrol,
    ANY_INTENT.unenrol,
    ANY_INTENT.join,
    ANY_INTENT.leave,
    ANY_INTENT['rename-tag'],
    ANY_INTENT['rename-field'],
  ] as [Intent, ...Intent[]])('the inverse of the inverse of $kind is itself', (intent) => {
    const undo = undoOf(intent);
    if ('reason' in undo) throw new Error(undo.reason);
    expect(undo.intent).not.toEqual(intent);
    expect(undoOf(undo.intent)).toMatchObject({ intent });
  });

  test('of enrolling it takes the enrolment that was made and no other, where that is known', () => {
    expect(undoOf({ ...ANY_INTENT.enrol, made: '91' })).toMatchObject({ intent: { only: '91' } });
    expect(undoOf(ANY_INTENT.enrol)).not.toHaveProperty('intent.only');
  });

  test('what stood there before is written back, to who has the address now', () => {
    expect(undoOf(ANY_INTENT.update)).toMatchObject({
      intent: {
        target: { address: 'ada@byron.dev' },
        fields: [{ id: 'size', before: 'L', after: 'S' }],
        newAddress: { before: 'ada@byron.dev', after: 'ada@lovelace.dev' },
      },
    });
  });

  test.each([
    [ANY_INTENT.enrol, /progress/i],
    [ANY_INTENT.unenrol, /progress/i],
    [ANY_INTENT.join, /welcome mail/],
    [ANY_INTENT.leave, /welcome mail/],
  ])('it warns of what does not come back, %#', (intent, warning) => {
    expect(undoOf(intent)).toHaveProperty('warning', expect.stringMatching(warning));
  });
});

describe('law 10: Undo is offered', () => {
  const done: Receipt = {
    id: 'r',
    intent: { kind: 'tag', target: targetIn('octeth'), tag },
    state: 'done',
    at: 0,
    failure: null,
    retryAt: null,
    undoes: null,
    undone: false,
  };
  const journey = { id: '7', name: 'Welcome' };

  test('for what we did', () => expect(canUndo(done)).toBe(true));
  const never: [string, Partial<Receipt>][] = [
    ['not before it is certain', { state: 'unknown' }],
    ['not twice', { undone: true }],
    ['not for what was so already', { already: true }],
    ['not for the taking back itself', { undoes: 'other' }],
    [
      'not for a journey, whose mail is gone',
      { intent: { ...done.intent, kind: 'trigger-journey', journey } as Intent },
    ], // the tag left over is not read
  ];
  test.each(never)('%s', (_, change) => expect(canUndo({ ...done, ...change })).toBe(false));
});
