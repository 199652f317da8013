import { describe, expect, test } from 'vitest';
import type { Agreed } from './concern';
import { agreedTo, concernsOf, isAgreed } from './consent';
import type { Intent, NewPerson, Target } from './intent';
import type { Profile } from './profile';
import { foldAddress } from './address';
import { STANDINGS } from './standing';
import { ANY_INTENT } from './testing/intents';

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
  way: 'create' as const,
  since: null,
  fields: [],
};
const journey = { id: '5', name: 'Welcome' };
const TAG: Intent = { kind: 'tag', target, tag: { id: '1', name: 'vip' } };
const ENROL = ANY_INTENT.enrol;
const JOIN = ANY_INTENT.join;
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
  for (const intent of [TAG, TRIGGER, { kind: 'add', person } satisfies Intent, ENROL, JOIN]) {
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

describe('law 6: by its nature', () => {
  const about = (intent: Intent, change: Partial<Profile> = {}) =>
    concernsOf(intent, profileOf(change)).map((concern) =>
      concern.kind === 'standing' ? concern.standing : 'of' in concern ? concern.of : concern.kind,
    );
  const { update, unsubscribe, confirm } = ANY_INTENT;

  test('what takes away or speaks for her needs a yes, however she stands', () => {
    expect(about(unsubscribe)).toEqual(['unsubscribes']);
    expect(about({ ...unsubscribe, suppress: true })).toEqual(['suppresses']);
    expect(about(ANY_INTENT.unenrol)).toEqual(['takes-access']);
    expect(about(ANY_INTENT.leave)).toEqual(['takes-membership']);
    expect(about(confirm, { standings: ['pending'] })).toEqual(['pending', 'confirms']);
  });

  test('a new address needs one, and more where mail is stopped; a field needs none', () => {
    expect(about(update)).toEqual(['changes-address']);
    expect(about(update, { standings: ['suppressed'] })).toEqual(['suppressed', 'changes-address']);
    expect(about({ ...update, newAddress: null }, { standings: ['suppressed'] })).toEqual([]);
  });

  test.each(['exit-journey', 'create-tag', 'rename-tag', 'create-field', 'rename-field'] as const)(
    '%s needs none',
    (kind) => expect(about(ANY_INTENT[kind])).toEqual([]),
  );
});

describe('law 8: destruction names its victims', () => {
  test.each([
    [ANY_INTENT.cancel, 'Pro', null],
    [ANY_INTENT.delete, 'ada@lovelace.dev', null],
    [ANY_INTENT['delete-tag'], 'VIP', 3],
    [ANY_INTENT['delete-field'], 'Size', null],
  ])('and has the name typed, %#', (intent, name, people) => {
    const concerns = concernsOf(intent, null);
    expect(concerns).toEqual([{ kind: 'type-name', name, people }]);
    const typing = (typed: string): Agreed => [{ kind: 'type-name', name, people, typed }];
    expect(isAgreed(concerns, concerns)).toBe(false);
    expect(isAgreed(concerns, typing(''))).toBe(false);
    expect(isAgreed(concerns, typing(name.slice(1)))).toBe(false);
    expect(isAgreed(concerns, typing(` ${name} `))).toBe(true);
  });

  test('what has no name is typed by its id, never by nothing', () => {
    const intent = { ...ANY_INTENT['delete-tag'], tag: { id: '4', name: ' ' } };
    expect(concernsOf(intent, null)).toMatchObject([{ name: '4' }]);
  });

  test('a name typed for another, or for fewer people, counts for nothing', () => {
    const concerns = concernsOf(ANY_INTENT['delete-tag'], null);
    const typed = { kind: 'type-name' as const, name: 'VIP', people: 3, typed: 'VIP' };
    expect(isAgreed(concerns, [typed])).toBe(true);
    expect(isAgreed(concerns, [{ ...typed, people: 2 }])).toBe(false);
    expect(isAgreed(concerns, [{ ...typed, name: 'Gold', typed: 'Gold' }])).toBe(false);
  });
});

describe('a yes', () => {
  const concerns = concernsOf(TRIGGER, profileOf({ standings: ['pending'] }));

  test('counts only for what was shown', () => {
    expect(isAgreed(concerns, [{ kind: 'new-tag', name: 'vip' }])).toBe(false);
    expect(isAgreed(concerns, [])).toBe(false);
    expect(isAgreed([], [])).toBe(true);
  });

  test('is kept as far as it is needed, with what was typed', () => {
    const typed = { kind: 'type-name' as const, name: 'VIP', people: 3, typed: 'VIP' };
    const deleting = concernsOf(ANY_INTENT['delete-tag'], null);
    expect(agreedTo(deleting, [typed, ...concerns])).toEqual([typed]);
  });

  test('to pending is no yes to suppressed', () => {
    const worse = concernsOf(TRIGGER, profileOf({ standings: ['suppressed'] }));
    expect(isAgreed(concerns, concerns)).toBe(true);
    expect(isAgreed(worse, concerns)).toBe(false);
    expect(isAgreed([], concerns)).toBe(true);
  });
});
