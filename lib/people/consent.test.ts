import { describe, expect, test } from 'vitest';
import { concernsOf, isAgreed } from './consent';
import type { Intent, NewPerson, Target } from './intent';
import type { Profile } from './profile';
import { foldAddress } from './address';
import { STANDINGS } from './standing';

const account = { id: 'a', name: 'Acme', system: 'octeth' as const };
const place = { id: '3', name: 'News' };
const address = foldAddress('ada@example.com');
const target: Target = { account, place, profileId: '7', address };
const person: NewPerson = {
  account,
  place,
  address,
  firstName: '',
  lastName: '',
  standing: 'pending',
  ipAddress: null,
};
const journey = { id: '5', name: 'Welcome' };
const TAG: Intent = { kind: 'tag', target, tag: { id: '1', name: 'vip' } };
const TRIGGER: Intent = { kind: 'trigger-journey', target, journey };

const profileOf = (change: Partial<Profile>): Profile => ({
  account,
  place,
  id: '7',
  address,
  name: null,
  standings: ['subscribed'],
  since: null,
  tags: [],
  journeys: [],
  ...change,
});

describe('law 6: consent first', () => {
  for (const intent of [TAG, TRIGGER, { kind: 'add', person } satisfies Intent]) {
    test.each(STANDINGS.filter((standing) => standing !== 'subscribed'))(
      `${intent.kind} of someone %s needs a yes`,
      (standing) => {
        const profile = profileOf({ standings: [standing] });
        expect(concernsOf(intent, profile)).toEqual([{ kind: 'standing', standing, place }]);
      },
    );
    test(`${intent.kind} of someone subscribed, or of nobody yet, needs none`, () => {
      expect(concernsOf(intent, profileOf({}))).toEqual([]);
      expect(concernsOf(intent, null)).toEqual([]);
    });
  }

  test('taking a tag or a journey away needs no yes', () => {
    const profile = profileOf({ standings: ['suppressed'] });
    const tag = { id: '1', name: 'vip' };
    expect(concernsOf({ kind: 'untag', target, tag }, profile)).toEqual([]);
    expect(concernsOf({ kind: 'leave-journey', target, journey }, profile)).toEqual([]);
  });

  test('a new tag is named before it is created', () => {
    const intent: Intent = { kind: 'tag', target, tag: { id: null, name: 'vip' } };
    expect(concernsOf(intent, profileOf({}))).toEqual([{ kind: 'new-tag', name: 'vip' }]);
  });

  test('a journey she is active in is a concern, one she has completed is not', () => {
    const state = { ...journey, step: null, steps: null, since: null };
    const active = profileOf({ journeys: [{ ...state, state: 'active' }] });
    const completed = profileOf({ journeys: [{ ...state, state: 'completed' }] });
    expect(concernsOf(TRIGGER, active)).toEqual([{ kind: 'already-in-journey', name: 'Welcome' }]);
    expect(concernsOf(TRIGGER, completed)).toEqual([]);
  });
});

describe('a yes', () => {
  const concerns = concernsOf(TRIGGER, profileOf({ standings: ['pending'] }));

  test('counts only for what was shown', () => {
    expect(isAgreed(concerns, [{ kind: 'new-tag', name: 'vip' }])).toBe(false);
    expect(isAgreed(concerns, [])).toBe(false);
    expect(isAgreed([], [])).toBe(true);
  });

  test('to pending is no yes to suppressed', () => {
    const worse = concernsOf(TRIGGER, profileOf({ standings: ['suppressed'] }));
    expect(isAgreed(concerns, concerns)).toBe(true);
    expect(isAgreed(worse, concerns)).toBe(false);
    expect(isAgreed([], concerns)).toBe(true);
  });
});
