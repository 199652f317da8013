import { expect, test } from 'vitest';
import { type Result, done, failed } from '@/lib/failure';
import type { Preview } from '@/lib/people/preview';
import { onList, places } from '../people/testing/two-accounts';
import { sayPreviews } from './preview-words';

const [, customers, newsletter] = places;
const profiles = [onList(customers!), onList(newsletter!)];
const say = (previews: Result<Preview>[], suppress = false) => {
  const said = previews.map((preview, index) => ({ profile: profiles[index]!, preview }));
  return sayPreviews(said, suppress);
};
const would = done({ outcome: 'would' as const });

test('the account is named, and the list only where lists differ', () => {
  expect(say([would, would])).toEqual([
    'Acme Mail was asked beforehand and would do it. Nothing has been done yet.',
  ]);
  expect(say([would, done({ outcome: 'out' })])).toEqual([
    expect.stringMatching(/^Customers: .*would do it/),
    expect.stringMatching(/^Newsletter: .*is unsubscribed now/),
  ]);
});

test('law 3: of suppression, which no preview carries, nothing is claimed', () => {
  expect(say([would], true)).toEqual([
    'Acme Mail was asked beforehand and would unsubscribe; whether it would suppress is not told. Nothing has been done yet.',
  ]);
});

test('that it could not be asked is told as that', () => {
  const [line] = say([failed({ kind: 'timeout', host: 'h' })]);
  expect(line).toMatch(/^Acme Mail could not be asked beforehand\. .*too long/);
});

test('law 3: that nobody saw what it did is told as that', () => {
  const failure = { kind: 'timeout', host: 'h' } as const;
  const [line] = say([done({ outcome: 'unsure', failure })]);
  expect(line).toMatch(/not certain what it did: look this person up again\. .*too long/);
});

test('without an answer nothing is said', () => {
  expect(say([])).toEqual([]);
});
