import { describe, expect, test } from 'vitest';
import { failureOf } from '../failure';
import type { Intent } from '../people/intent';
import { ADA_IN_MAIL, ADA_IN_SCHOOL, ALL_INTENTS, ANY_INTENT } from '../people/testing/intents';
import { checkIntent } from './check-intent';

const { update, add, confirm, unsubscribe, enrol } = ANY_INTENT;
const CONTROL = String.fromCodePoint(7);

function fieldRefused(intent: Intent): string | null {
  try {
    checkIntent(intent);
    return null;
  } catch (error) {
    const failure = failureOf(error, 'check');
    return failure.kind === 'bad-input' ? failure.field : failure.kind;
  }
}

test.each(ALL_INTENTS.map((intent) => [intent.kind, intent] as const))(
  '%s as it should be may go',
  (_, intent) => expect(fieldRefused(intent)).toBeNull(),
);

describe('what a system lacks is refused before any request', () => {
  const elsewhere = ALL_INTENTS.flatMap((intent): [string, Intent][] => {
    if ('desk' in intent || intent.kind === 'add') return [];
    const isMail = intent.target.account.system === 'octeth';
    return [[intent.kind, { ...intent, target: isMail ? ADA_IN_SCHOOL : ADA_IN_MAIL }]];
  });
  const both = ['tag', 'untag', 'delete'];

  test.each(elsewhere)('%s', (kind, intent) => {
    if (kind === 'update') expect(fieldRefused(intent)).toBe('newAddress');
    else if (both.includes(kind)) expect(fieldRefused(intent)).toBeNull();
    else expect(fieldRefused(intent)).toMatch(/^(?:account|journey)$/);
  });

  test('fields are made in Systeme.io, and lists subscribed to in Octeth', () => {
    const { desk } = ANY_INTENT['create-tag'];
    expect(fieldRefused({ ...ANY_INTENT['create-field'], desk })).toBe('account');
    const { account, place } = ADA_IN_SCHOOL;
    expect(fieldRefused({ ...add, person: { ...add.person, account, place } })).toBe('way');
  });
});

const size = { id: 'size', name: 'Size', before: 'S', after: 'L' };
const moved = (after: string, before = 'ada@lovelace.dev') => ({
  ...update,
  newAddress: { before, after },
});
const named = (kind: 'create-tag' | 'rename-tag' | 'create-field' | 'rename-field', name: string) =>
  ({ ...ANY_INTENT[kind], name }) as Intent; // one of these four, each of which has a name

describe('law 8: bad input is refused before any request', () => {
  test.each<[string, string, Intent]>([
    ['nobody', 'person', { ...update, target: { ...ADA_IN_MAIL, profileId: ' ' } }],
    ['no list', 'place', { ...update, target: { ...ADA_IN_MAIL, place: null } }],
    [
      'a list where there are none',
      'place',
      { ...enrol, target: { ...ADA_IN_SCHOOL, place: { id: '1', name: 'x' } } },
    ],
    ['no journey', 'journey', { ...ANY_INTENT['exit-journey'], journey: { id: '', name: '' } }],
    ['no change', 'fields', { ...update, fields: [{ ...size, after: 'S' }], newAddress: null }],
    ['no field at all', 'fields', { ...update, fields: [], newAddress: null }],
    ['a field without an id', 'fields', { ...update, fields: [{ ...size, id: ' ' }] }],
    ['a field twice', 'fields', { ...update, fields: [size, size] }],
    ['too much text', 'fields', { ...update, fields: [{ ...size, after: 'x'.repeat(10_001) }] }],
    ['a control character', 'fields', { ...update, fields: [{ ...size, after: CONTROL }] }],
    ['a new address that is none', 'newAddress', moved('nobody')],
    ['the address she has', 'newAddress', moved(' Ada@Lovelace.dev ')],
    ['another’s address', 'newAddress', moved('ada@byron.dev', 'bob@byron.dev')],
    ['no code', 'code', { ...confirm, code: ' ' }],
    ['a code of two lines', 'code', { ...confirm, code: 'a\nb' }],
    ['a code without end', 'code', { ...confirm, code: 'x'.repeat(201) }],
    ['no IP address', 'ipAddress', { ...unsubscribe, ipAddress: '' }],
    ['half an IP address', 'ipAddress', { ...unsubscribe, ipAddress: '203.0.113' }],
    ['no course', 'course', { ...enrol, course: { id: '', name: '' } }],
    ['no module', 'modules', { ...enrol, access: { type: 'partial_access', modules: [''] } }],
    ['no community', 'community', { ...ANY_INTENT.join, community: { id: '', name: '' } }],
    [
      'no subscription',
      'subscription',
      { ...ANY_INTENT.cancel, subscription: { id: ' ', name: '' } },
    ],
    ['a nameless tag', 'tag', named('create-tag', ' ')],
    ['a tag of 65 characters', 'tag', named('rename-tag', 'x'.repeat(65))],
    [
      'a description of a tag without end',
      'description',
      { ...ANY_INTENT['create-tag'], description: 'x'.repeat(251) },
    ],
    [
      'a description that nobody would keep',
      'description',
      { ...ANY_INTENT['create-tag'], desk: ANY_INTENT['rename-field'].desk, description: 'x' },
    ],
    ['a tag of two lines', 'tag', named('create-tag', 'a\nb')],
    ['the name a tag has', 'name', named('rename-tag', ' VIP ')],
    ['no tag', 'tag', { ...ANY_INTENT['delete-tag'], tag: { id: '', name: '' } }],
    ['a nameless field', 'name', named('create-field', '')],
    ['the name a field has', 'name', named('rename-field', 'Size')],
    ['a field’s name without end', 'name', named('rename-field', 'x'.repeat(201))],
    ['a key with a space', 'slug', { ...ANY_INTENT['create-field'], slug: 'shoe size' }],
    ['a key that leads elsewhere', 'slug', { ...ANY_INTENT['create-field'], slug: '../tags/1' }],
    [
      'no connection',
      'connection',
      { ...ANY_INTENT['remove-connection'], connection: { id: ' ', name: '' } },
    ],
    ['no field', 'field', { ...ANY_INTENT['delete-field'], field: { id: '', name: '' } }],
    [
      'a long first name',
      'name',
      { ...add, person: { ...add.person, firstName: 'x'.repeat(201) } },
    ],
    [
      'somebody who has left, by the sign-up of the list',
      'standing',
      { ...add, person: { ...add.person, standing: 'unsubscribed' } },
    ],
    [
      'a day for the sign-up of the list',
      'since',
      { ...add, person: { ...add.person, since: '2025-01-01' } },
    ],
    [
      'a day to come',
      'since',
      { ...add, person: { ...add.person, way: 'create', since: '2999-01-01' } },
    ],
    [
      'a field twice for a new person',
      'fields',
      { ...add, person: { ...add.person, fields: [size, size] } },
    ],
  ])('%s', (_, field, intent) => expect(fieldRefused(intent)).toBe(field));
});

test('several lines may stand in a field', () => {
  const fields = [{ ...size, after: 'one\r\n\ttwo' }];
  expect(fieldRefused({ ...update, fields })).toBeNull();
});
