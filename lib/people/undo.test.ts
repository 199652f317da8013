import { describe, expect, test } from 'vitest';
import { foldAddress } from './address';
import type { System } from './account';
import type { Intent, Receipt, Target } from './intent';
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

  const journey = { id: '5', name: 'Welcome' };
  const person = {
    account: target.account,
    place: null,
    address: target.address,
    firstName: '',
    lastName: '',
    standing: 'subscribed' as const,
    ipAddress: null,
  };
  test.each<Intent>([
    { kind: 'trigger-journey', target, journey },
    { kind: 'leave-journey', target, journey },
    { kind: 'add', person },
    { kind: 'tag', target, tag: { id: null, name: 'vip' } },
  ])('$kind without a true inverse says why in one sentence', (intent) => {
    expect(undoOf(intent)).toEqual({ reason: expect.stringMatching(/^[A-Z][^.]+\.$/) });
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
