import { expect, test } from 'vitest';
import { blackOut, type CheckResult, sayReport } from './check-up';

const result = (more: Partial<CheckResult>): CheckResult => ({
  step: 'key',
  outcome: 'ok',
  what: 'for the screen alone',
  remedy: null,
  fact: 'accepted',
  ...more,
});
const facts = {
  system: 'systeme' as const,
  servers: ['https://gateway.maton.ai', 'https://ctrl.maton.ai'],
  about: 'Addressee 1.2.3 · Chromium 156',
  at: Date.UTC(2026, 10, 25, 12, 5),
};

test('the report says each step once, in order, with what stood in its way', () => {
  const results = [result({ step: 'permission', outcome: 'failed', fact: 'host not allowed' })];
  expect(sayReport({ ...facts, results })).toBe(
    [
      'Addressee check-up',
      'Addressee 1.2.3 · Chromium 156',
      '2026-11-25 12:05 UTC',
      'Systeme.io at gateway.maton.ai, ctrl.maton.ai',
      '',
      'Address: not checked',
      'Permission of the browser: failed (host not allowed)',
      'Reachable: not checked (needs “Permission of the browser” first)',
      'Answers with data: not checked (needs “Permission of the browser” first)',
      'Key: not checked (needs “Permission of the browser” first)',
      'What the key may do: not checked (needs “Permission of the browser” first)',
      'Habits of the server: not checked',
      'Clocks: not checked (needs “Permission of the browser” first)',
      'Calls left: not checked',
    ].join('\n'),
  );
});

test('law 5: words of the screen never get into it', () => {
  const words = result({ what: 'Ada Lovelace said no', remedy: 'Write to Ada' });
  expect(sayReport({ ...facts, results: [words] })).not.toContain('Ada');
});

test('law 5: what slips into a fact is blacked out', () => {
  for (const secret of [
    'grace@acme.com',
    'jürgen.müller@müller.example',
    '7d1e-40b8-93fc-a2c5-5e06-d9f1-8b37-c64a',
    '21fd90f9-5935-43cd-b6c8-bde9d915ca80',
    'mtn_v1_Qm7xT2hZc9LrV4sKp0eWnJ8uYbD3fGaH6iXo1tRvEw5zCkNqSlMyPjBdUgFhAOI2r7K9xZtVbQe4',
    'session_token=abc',
    '…c64a',
  ]) {
    const report = sayReport({ ...facts, results: [result({ fact: `it said ${secret} twice` })] });
    expect(report).not.toContain(secret);
    expect(report).toContain('it said');
  }
});

test('names of rights and operations are no secrets', () => {
  const fact =
    'yes: Subscribers.Get; no: POST /contacts/{id}/tags, DELETE /school/enrollments/{id}';
  expect(blackOut(fact)).toBe(fact);
});
