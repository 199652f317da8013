import { expect, test } from 'vitest';
import { lackedBy, NOTHING_KNOWN, type Rights } from './ability';
import { RIGHTS, rightsFrom, toldBy } from './rights';
import { rowsOf, sayAbilities } from './ability-words';

const known = (rights: Rights) => ({ at: 1, rights });

test('law 3: what was never tried is neither allowed nor refused', () => {
  expect(lackedBy('octeth', 'trigger-journey', NOTHING_KNOWN)).toBeNull();
  expect(sayAbilities('octeth', NOTHING_KNOWN)).toEqual({
    may: '',
    mayNot: '',
    untried: '9 other things',
  });
});

test('a refusal is learnt under the command’s right, by the name the server gave it', () => {
  const failure = { kind: 'not-allowed', permission: 'Journeys.Manage' } as const;
  const rights = toldBy('octeth', 'subscriber.journey.trigger', failure);
  expect(lackedBy('octeth', 'trigger-journey', known(rights))).toBe('Journeys.Manage');
  expect(lackedBy('octeth', 'leave-journey', known(rights))).toBe('Journeys.Manage');
  expect(lackedBy('octeth', 'tag', known(rights))).toBeNull();
});

test('a refusal that names no right is told by the right’s name in the reference', () => {
  const failure = { kind: 'not-allowed', permission: null } as const;
  const rights = toldBy('octeth', 'subscriber.create', failure);
  expect(lackedBy('octeth', 'add', known(rights))).toBe('Subscribers.Import');
});

test('an operation of Systeme.io stands for itself, whichever field it was about', () => {
  const failure = { kind: 'not-allowed', permission: null } as const;
  const rights = toldBy('systeme', 'PATCH /contact_fields/birthday', failure);
  expect(lackedBy('systeme', 'rename-field', known(rights))).toBe('PATCH /contact_fields/{slug}');
  expect(lackedBy('systeme', 'delete-field', known(rights))).toBeNull();
});

test('whoever is refused for what was asked was let in', () => {
  const missing = { kind: 'not-found', what: 'list' } as const;
  expect(toldBy('octeth', 'subscriber.tags.get', missing)).toEqual({
    'List.Update': { may: true },
  });
  const invalid = { kind: 'refused', reason: '', code: 422 } as const;
  expect(toldBy('systeme', 'GET /payment/subscriptions', invalid)).toEqual({
    'GET /payment/subscriptions': { may: true },
  });
});

test('what says nothing of the key teaches nothing', () => {
  for (const failure of [
    { kind: 'offline', host: 'x' },
    { kind: 'not-found', what: 'command' },
    { kind: 'web-page', host: 'x' },
    { kind: 'busy', retryAt: 1 },
  ] as const) {
    expect(toldBy('octeth', 'subscriber.get', failure)).toEqual({});
    expect(toldBy('systeme', 'GET /contacts', failure)).toEqual({});
  }
  expect(toldBy('octeth', 'user.current', null)).toEqual({});
  expect(toldBy('systeme', 'GET /contacts/{id}', null)).toEqual({});
});

test('a star allows everything, a list what it names and nothing else', () => {
  expect(Object.values(rightsFrom('*')).every(({ may }) => may)).toBe(true);
  const rights = rightsFrom('User.Update, Subscribers.Get,Lists.Get');
  expect(sayAbilities('octeth', known(rights))).toEqual({
    may: 'look up, see the lists',
    mayNot:
      'tag and edit (Subscriber.Update), add, import and export (Subscribers.Import), trigger journeys (Campaign.Create), see and change tags (List.Update), see the fields (CustomFields.Get), see the segments (Segments.Get), delete people (Subscribers.Delete)',
    untried: '',
  });
});

test('every right has its row, and a name stands there once', () => {
  for (const system of ['octeth', 'systeme'] as const) {
    const names = rowsOf(system, NOTHING_KNOWN).map(({ right }) => right);
    expect(new Set(names).size).toBe(RIGHTS[system].length);
  }
});
