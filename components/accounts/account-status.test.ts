import { expect, test } from 'vitest';
import { statusOf } from './account-status';
import { octeth } from './testing/accounts';

const quiet = { news: null, isAllowed: true, isLocked: false };

test('law 3: an account that was not tested is not called connected', () => {
  expect(statusOf(octeth(), quiet).headline).toMatch(/Not tested/);
});

test('a failed test outlasts everything else that could be said', () => {
  const failure = { kind: 'wrong-key' as const, service: 'octeth' as const };
  const status = statusOf(octeth({ paused: true }), {
    news: { is: 'failed', failure, offer: null },
    isAllowed: false,
    isLocked: true,
  });
  expect(status).toMatchObject({ tone: 'stop', headline: expect.stringMatching(/API key/) });
});

test.each([
  ['Paused', octeth({ paused: true }), quiet],
  ['browser does not let', octeth(), { ...quiet, isAllowed: false }],
  ['Locked', octeth(), { ...quiet, isLocked: true }],
  ['Connected', octeth(), { ...quiet, news: { is: 'answered' as const, said: ['3 lists.'] } }],
])('%s is said', (words, account, circumstances) => {
  expect(statusOf(account, circumstances).headline).toContain(words);
});
