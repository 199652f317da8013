// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/dom';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { octeth } from '@/components/accounts/testing/accounts';
import { type FakePowers, fakePowers } from '@/components/accounts/testing/fake-powers';
import { failed } from '@/lib/failure';
import { type DirectoryState, type PlaceState, USUAL_PLAN } from '@/lib/people/directory';
import { showOptions, useOptionsPage } from './testing/show-options';

const NOW = Date.UTC(2026, 10, 18, 10, 42);

useOptionsPage('#accounts/mail/directory');
beforeEach(() => void vi.useFakeTimers({ now: NOW, toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

const newsletter: PlaceState = {
  place: { id: '1', name: 'Newsletter' },
  known: { people: 31_204, at: NOW, caughtUpAt: NOW, isDoubted: false },
  filling: null,
  trouble: null,
};

function show(state: Partial<DirectoryState>): FakePowers {
  const whole = { plan: USUAL_PLAN, waits: null, places: [newsletter], ...state };
  const powers = fakePowers({
    accounts: [octeth()],
    replies: { directories: () => [{ accountId: 'mail', ...whole }] },
  });
  showOptions(powers);
  return powers;
}

test('who is known, and as of when', async () => {
  show({});
  expect(await screen.findByText(/^31,204 people, as of \d\d:\d\d\.$/)).toBeTruthy();
  expect(screen.queryByRole('progressbar')).toBeNull();
  expect(screen.queryByRole('button', { name: 'Pause' })).toBeNull();
});

test('how far a reading is, and that it can be paused', async () => {
  const filling = { done: 500, total: 2000, minutesLeft: 3, isAllRead: false };
  const powers = show({ places: [{ ...newsletter, known: null, filling }] });
  const bar = await screen.findByRole('progressbar', { name: 'Newsletter' });
  expect([bar.getAttribute('value'), bar.getAttribute('max')]).toEqual(['500', '2000']);
  expect(screen.getByText('500 of 2,000 people read, about 3 minutes left.')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Pause' }));
  await screen.findByText('Paused.');
  expect(powers.calls('setDirectory')).toEqual([{ accountId: 'mail', plan: { paused: true } }]);
});

test('what failed says where, why and what to do, and is tried again by a click', async () => {
  const failure = { kind: 'server-error', host: 'mail.acme.com', status: 503 } as const;
  const trouble = { failure, retryAt: NOW };
  const powers = show({ places: [{ ...newsletter, trouble }] });
  expect(
    await screen.findByText(/mail\.acme\.com has a fault of its own.*Tried again/),
  ).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Try again now' }));
  await waitFor(() => expect(powers.calls('refreshDirectory')).toEqual([{ accountId: 'mail' }]));
});

test.each([
  ['flags-off', 'No site is flagged'],
  ['account-paused', 'This account is paused'],
  ['locked', 'Your keys are locked'],
] as const)('%s: it says why nobody is asked, and promises nothing', async (waits, words) => {
  const filling = { done: 500, total: 2000, minutesLeft: 3, isAllRead: false };
  show({ waits, places: [{ ...newsletter, filling }] });
  expect(await screen.findByText(new RegExp(words))).toBeTruthy();
  expect(screen.queryByText(/minutes left/)).toBeNull();
});

test('switched off it shows nothing of the account, and says what is gone', async () => {
  const powers = show({ plan: { ...USUAL_PLAN, on: false } });
  const box = await screen.findByRole('switch', { name: 'Keep a directory of Acme Mail' });
  expect(screen.queryByText(/31,204/)).toBeNull();
  fireEvent.click(box);
  await waitFor(() =>
    expect(powers.calls('setDirectory')).toEqual([{ accountId: 'mail', plan: { on: true } }]),
  );
});

test('how often all is read anew is hers to choose', async () => {
  const powers = show({});
  const box = await screen.findByRole('combobox', { name: 'Read everybody anew' });
  fireEvent.change(box, { target: { value: 'by-hand' } });
  await screen.findByText('Saved: only when you ask.');
  expect(powers.calls('setDirectory')).toEqual([{ accountId: 'mail', plan: { every: 'by-hand' } }]);
});

test('without a searched list there is nothing to read, and it says so', async () => {
  show({ places: [] });
  expect(await screen.findByText(/No list of this account is searched/)).toBeTruthy();
});

test('when the background does not answer, it can be asked again', async () => {
  const powers = fakePowers({
    accounts: [octeth()],
    replies: { directories: () => failed({ kind: 'broken', where: 'background' }) },
  });
  showOptions(powers);
  fireEvent.click(await screen.findByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(powers.calls('directories')).toHaveLength(2));
});
