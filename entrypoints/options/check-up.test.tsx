// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/dom';
import { expect, test } from 'vitest';
import { octeth } from '@/components/accounts/testing/accounts';
import { fakePowers } from '@/components/accounts/testing/fake-powers';
import { CHECK_STEPS, type CheckResult, type CheckStep } from '@/lib/people/check-up';
import { showOptions, useOptionsPage } from './testing/show-options';

useOptionsPage('#accounts/mail/check-up');

const resultOf = (step: CheckStep, more: Partial<CheckResult> = {}): CheckResult => ({
  step,
  outcome: 'ok',
  what: `All is well with ${step}.`,
  remedy: null,
  fact: `${step} fine`,
  ...more,
});
const checkUp = (bad: Partial<Record<CheckStep, Partial<CheckResult>>> = {}) =>
  fakePowers({
    accounts: [octeth()],
    replies: { checkUp: ({ step }) => resultOf(step, bad[step]) },
  });
const row = (step: CheckStep) => document.querySelector(`[data-step=${step}]`)?.textContent;
const ended = () => screen.findByText(/All checks are done/);

test('every step is asked for by itself, in order', async () => {
  const powers = checkUp();
  showOptions(powers);
  await ended();
  expect(powers.calls('checkUp')).toEqual(CHECK_STEPS.map((step) => ({ accountId: 'mail', step })));
  expect(row('key')).toContain('All is well with key.');
});

test('what failed says what to do, and what needs it is not asked', async () => {
  const powers = checkUp({
    permission: { outcome: 'failed', what: 'Not allowed.', remedy: 'Allow it.' },
  });
  showOptions(powers);
  await ended();
  expect(row('permission')).toContain('Failed');
  expect(row('permission')).toContain('Allow it.');
  expect(row('key')).toContain('Not checked');
  expect(row('key')).toContain('Needs “Permission of the browser” first.');
  expect(powers.calls('checkUp')).toHaveLength(4);
});

test('a worker that dies at one step costs that step alone', async () => {
  const failure = { kind: 'broken' as const, where: 'background' };
  const powers = fakePowers({
    accounts: [octeth()],
    replies: {
      checkUp: ({ step }) => (step === 'clock' ? { ok: false, failure } : resultOf(step)),
    },
  });
  showOptions(powers);
  await ended();
  expect(row('clock')).toContain('Run the check-up again.');
  expect(row('budget')).toContain('OK');
});

test('law 5: what is copied is the facts, and what is shown beside them is not', async () => {
  const powers = checkUp({ key: { what: 'Octeth knows the key of grace@acme.com.' } });
  showOptions(powers);
  await ended();
  fireEvent.click(screen.getByRole('button', { name: 'Copy report' }));
  await screen.findByText(/Copied/);
  const [report = ''] = powers.copied;
  expect(report).toContain('Key: ok (key fine)');
  expect(report).toContain('Addressee 1.2.3 · Chromium 156');
  for (const secret of ['grace', 'Acme', 'mail.acme.com', '9f3c', 'Newsletter']) {
    expect(report).not.toContain(secret);
  }
});

test('it is run again from the start', async () => {
  const powers = checkUp();
  showOptions(powers);
  await ended();
  fireEvent.click(screen.getByRole('button', { name: 'Run again' }));
  await waitFor(() => expect(powers.calls('checkUp')).toHaveLength(2 * CHECK_STEPS.length));
});

test('the page names its account, begins at its heading and leads back', async () => {
  showOptions(checkUp());
  const heading = await screen.findByRole('heading', { name: 'Check up · Acme Mail' });
  expect(document.activeElement).toBe(heading);
  expect(heading.parentElement?.textContent).toContain('Octeth · mail.acme.com · key …9f3c');
  const back = heading.parentElement?.querySelector('a');
  expect(back?.getAttribute('href')).toBe('#accounts');
});

test('an address of an account that is gone says so', async () => {
  location.hash = '#accounts/nobody/desk';
  showOptions(checkUp());
  expect((await screen.findByRole('alert')).textContent).toContain('no longer connected');
});
