import { expect, test } from 'vitest';
import type { Failure } from './failure';
import { sayFailure } from './failure-words';

const AT = new Date(2026, 4, 3, 14, 3, 20).getTime();

/** One of each kind: a kind left out does not type-check. */
const SAMPLES: { [Kind in Failure['kind']]: Extract<Failure, { kind: Kind }>[] } = {
  offline: [{ kind: 'offline', host: 'mail.acme.com' }],
  timeout: [{ kind: 'timeout', host: 'mail.acme.com' }],
  'wrong-key': [
    { kind: 'wrong-key', service: 'octeth' },
    { kind: 'wrong-key', service: 'maton' },
    { kind: 'wrong-key', service: 'systeme' },
  ],
  'not-allowed': [
    { kind: 'not-allowed', permission: 'Subscriber.Update' },
    { kind: 'not-allowed', permission: null },
  ],
  'no-permission': [{ kind: 'no-permission', host: 'mail.acme.com' }],
  busy: [{ kind: 'busy', retryAt: AT }],
  'not-found': [
    { kind: 'not-found', what: 'person' },
    { kind: 'not-found', what: 'list' },
    { kind: 'not-found', what: 'tag' },
    { kind: 'not-found', what: 'field' },
    { kind: 'not-found', what: 'journey' },
    { kind: 'not-found', what: 'course' },
    { kind: 'not-found', what: 'community' },
    { kind: 'not-found', what: 'subscription' },
    { kind: 'not-found', what: 'connection' },
    { kind: 'not-found', what: 'account' },
    { kind: 'not-found', what: 'command' },
  ],
  'changed-shape': [{ kind: 'changed-shape', where: 'Lists[0].ListID', expected: 'a number' }],
  'web-page': [{ kind: 'web-page', host: 'mail.acme.com' }],
  'cut-short': [{ kind: 'cut-short', searched: 3000 }],
  'no-connection': [{ kind: 'no-connection' }],
  refused: [
    { kind: 'refused', reason: 'This journey is disabled.', code: 9 },
    { kind: 'refused', reason: 'The tag exists already', code: null },
  ],
  'server-error': [{ kind: 'server-error', host: 'mail.acme.com', status: 503 }],
  locked: [{ kind: 'locked' }],
  'bad-input': [
    { kind: 'bad-input', field: 'Server address', reason: 'An address begins with https://' },
    { kind: 'bad-input', field: 'Server address', reason: '  ' },
  ],
  broken: [{ kind: 'broken', where: 'journal' }],
};

const failures: Failure[] = Object.values(SAMPLES).flat();
const cases = failures.flatMap((failure) =>
  [undefined, '', 'Acme Mail'].map((name) => ({ failure, name })),
);

test.each(cases)('$failure.kind is said in whole sentences', ({ failure, name }) => {
  const { what, next } = sayFailure(failure, name);
  for (const words of next === null ? [what] : [what, next]) {
    expect(words).toMatch(/^\S.*[^\s.!?:]\.$/);
    expect(words).not.toMatch(/undefined|null|NaN|\[object|!/);
  }
});

test.each(failures.filter(({ kind }) => kind !== 'bad-input'))(
  '$kind names its account (law 2)',
  (failure) => {
    expect(sayFailure(failure, 'Acme Mail').what).toContain('Acme Mail');
  },
);

test('a wait is told as the minute in which it is over', () => {
  expect(sayFailure(SAMPLES.busy[0] as Failure, 'Acme School').what).toBe(
    'Acme School is busy until 14:04.',
  );
});

test('a server’s own words keep one full stop', () => {
  expect(sayFailure({ kind: 'refused', reason: 'Journey is off...', code: 9 }).what).toBe(
    'The server said no: Journey is off (9).',
  );
});

test('what is said differs for each service that refuses a key', () => {
  const said = SAMPLES['wrong-key'].map((failure) => sayFailure(failure).what);
  expect(new Set(said).size).toBe(3);
});
