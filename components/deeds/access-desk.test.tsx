// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/dom';
import { expect, test } from 'vitest';
import { done } from '@/lib/failure';
import type { Agreed } from '@/lib/people/concern';
import type { Intent } from '@/lib/people/intent';
import type { Receipt } from '@/lib/people/receipt';
import {
  choose,
  detailsOf,
  fill,
  inSchool,
  openCard,
  press,
  receiptOf,
  regionOf,
  email,
  sales,
} from '../people/testing/two-accounts';
import { usePopupPage } from '../people/testing/open-popup';

const SCHOOL = 'Acme School';

usePopupPage();

const button = async (name: string) =>
  within(await regionOf(SCHOOL)).findByRole('button', { name });

test('enrolling asks for the course, how much of it, and at least one module', async () => {
  const { acts } = openCard();
  fireEvent.click(await button('Enrol in a course'));
  const course = await screen.findByRole('combobox', { name: 'Course' });
  await screen.findByRole('option', { name: /Sales pages/ });
  fireEvent.input(course, { target: { value: 'sal' } });
  await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(1));
  fireEvent.keyDown(course, { key: 'Enter' });
  const form = await screen.findByRole('form', { name: 'Enrol in “Sales pages”' });
  await choose(form, 'Some modules');
  await waitFor(() => within(form).getByRole('button', { name: 'Choose a module first' }));
  await press(form, 'Choose a module first');
  expect(acts).toEqual([]);
  await choose(form, 'Proof');
  await press(form, 'Enrol');
  await waitFor(() => expect(acts).toHaveLength(1));
  expect(acts[0]?.intent).toMatchObject({
    kind: 'enrol',
    course: sales,
    access: { type: 'partial_access', modules: ['m2'] },
    target: { account: { name: SCHOOL }, profileId: '1' },
  });
});

test('a course she is in is refused in words', async () => {
  const { acts } = openCard();
  fireEvent.click(await button('Enrol in a course'));
  fireEvent.click(await screen.findByRole('option', { name: /Email mastery/ }));
  await screen.findByText(/Already in “Email mastery”/);
  expect(acts).toEqual([]);
});

test('what she has can be taken away where it stands', async () => {
  const { acts } = openCard();
  fireEvent.click(await button('Remove from Email mastery'));
  fireEvent.click(await button('Remove from Founders'));
  await waitFor(() => expect(acts).toHaveLength(2));
  expect(acts.map(({ intent }) => intent)).toMatchObject([
    { kind: 'unenrol', course: email, access: 'full_access' },
    { kind: 'leave', community: { id: 'k1', name: 'Founders' } },
  ]);
});

const withOld = (active: boolean) => ({
  details: () =>
    detailsOf({
      courses: done([
        { id: 'e0', course: email, access: 'dripping_content', active },
        { id: 'e1', course: email, access: 'full_access', active: true },
      ]),
    }),
});

test('what has ended already has no button to take it away', async () => {
  openCard(withOld(false));
  await button('Remove from Email mastery');
  const region = await regionOf(SCHOOL);
  expect(region.textContent).toContain('drip-fed, not active');
  expect(within(region).getAllByRole('button', { name: 'Remove from Email mastery' })).toHaveLength(
    1,
  );
});

test('law 3: that she is in a course more than once is asked in words', async () => {
  const each = { kind: 'consequence', of: 'takes-each', name: email.name } as const;
  openCard(withOld(true), [each]);
  const region = await regionOf(SCHOOL);
  const [first] = await within(region).findAllByRole('button', {
    name: 'Remove from Email mastery',
  });
  fireEvent.click(first!);
  const question = await screen.findByRole('alertdialog');
  expect(question.textContent).toMatch(/more than once\. Each of these enrolments is taken away/);
});

test('a community is chosen by its name', async () => {
  const { acts } = openCard();
  fireEvent.click(await button('Add to a community'));
  fireEvent.click(await screen.findByRole('option', { name: 'Alumni' }));
  await waitFor(() =>
    expect(acts[0]?.intent).toMatchObject({ kind: 'join', community: { id: 'k2' } }),
  );
});

test('law 8: a subscription is cancelled when it says, once its name has been typed', async () => {
  const { acts } = openCard({}, [{ kind: 'type-name', name: 'Pro monthly', people: null }]);
  fireEvent.click(await button('Cancel Pro monthly'));
  const form = await screen.findByRole('form', { name: 'Cancel “Pro monthly”' });
  expect(within(form).getByLabelText<HTMLInputElement>('At the end of its period').checked).toBe(
    true,
  );
  await choose(form, 'Now');
  await press(form, 'Cancel subscription');
  const question = await screen.findByRole('alertdialog');
  const name = within(question).getByLabelText('Type Pro monthly to confirm');
  await waitFor(() => expect(document.activeElement).toBe(name));
  const yes = within(question).getByRole('button', { name: 'Cancel subscription' });
  expect(yes.getAttribute('aria-disabled')).toBe('true');
  await fill(question, 'Type Pro monthly to confirm', 'Pro');
  fireEvent.click(yes);
  fireEvent.keyDown(name, { key: 'Enter' });
  expect(acts).toHaveLength(1);
  await fill(question, 'Type Pro monthly to confirm', 'Pro monthly');
  await waitFor(() => expect(yes.getAttribute('aria-disabled')).toBeNull());
  fireEvent.click(yes);
  await waitFor(() => expect(acts).toHaveLength(2));
  expect(acts[1]).toMatchObject({
    intent: { kind: 'cancel', subscription: { id: 'x', name: 'Pro monthly' }, when: 'now' },
    agreed: [{ kind: 'type-name', typed: 'Pro monthly' }],
  });
});

test('law 4: a subscription that is not ended keeps its form, and when it was to end', async () => {
  const named = { kind: 'type-name', name: 'Pro monthly', people: null } as const;
  let finish: (receipt: Partial<Receipt>) => void = () => {};
  openCard({
    act: ({ intent, agreed }: { intent: Intent; agreed: Agreed }) =>
      agreed.length === 0
        ? { outcome: 'needs-yes', concerns: [named] }
        : new Promise((resolve) => {
            finish = (more) => resolve({ outcome: 'receipt', receipt: receiptOf(intent, more) });
          }),
  });
  const form = () => screen.findByRole('form', { name: 'Cancel “Pro monthly”' });
  const agree = async () => {
    await press(await form(), 'Cancel subscription');
    const question = await screen.findByRole('alertdialog');
    await fill(question, 'Type Pro monthly to confirm', 'Pro monthly');
    await press(question, 'Cancel subscription');
  };
  fireEvent.click(await button('Cancel Pro monthly'));
  await choose(await form(), 'Now');
  await agree();
  const submit = within(await form()).getByRole('button', { name: 'Cancel subscription' });
  await waitFor(() => expect(submit.getAttribute('aria-busy')).toBe('true'));
  finish({ state: 'refused', failure: { kind: 'refused', reason: 'Not today', code: 7 } });
  await within(await form()).findByText(/Not today/);
  expect(within(await form()).getByLabelText<HTMLInputElement>('Now').checked).toBe(true);
  await agree();
  finish({});
  await waitFor(() => expect(screen.queryByRole('form')).toBeNull());
});

const withPlan = (periodEnd?: 'honoured' | 'ignored') =>
  openCard({ details: () => ({ ...inSchool, ...(periodEnd && { periodEnd }) }) });

test('law 3: a server that knows one end only is offered no other', async () => {
  const { acts } = withPlan('ignored');
  fireEvent.click(await button('Cancel Pro monthly'));
  const form = await screen.findByRole('form', { name: 'Cancel “Pro monthly”' });
  expect(form.textContent).toContain('This server was seen to know no other way than at once.');
  expect(within(form).queryByLabelText('At the end of its period')).toBeNull();
  expect(within(form).getByLabelText<HTMLInputElement>('Now').checked).toBe(true);
  await press(form, 'Cancel subscription');
  await waitFor(() => expect(acts[0]?.intent).toMatchObject({ kind: 'cancel', when: 'now' }));
});

test.each([undefined, 'honoured'] as const)(
  'that an older server may end it at once is said beforehand, unless it was seen not to: %s',
  async (periodEnd) => {
    withPlan(periodEnd);
    fireEvent.click(await button('Cancel Pro monthly'));
    const form = await screen.findByRole('form', { name: 'Cancel “Pro monthly”' });
    const isWarned = form.textContent?.includes('Older servers may end it at once.');
    expect(isWarned).toBe(periodEnd === undefined);
  },
);

test('law 4: a choice half made is there again when the popup is opened again', async () => {
  const first = openCard();
  fireEvent.click(await button('Enrol in a course'));
  fireEvent.click(await screen.findByRole('option', { name: /Sales pages/ }));
  const form = await screen.findByRole('form', { name: 'Enrol in “Sales pages”' });
  await choose(form, 'Drip-fed');
  await waitFor(() =>
    expect(within(form).getByLabelText<HTMLInputElement>('Drip-fed').checked).toBe(true),
  );
  first.close();
  openCard();
  const again = await screen.findByRole('form', { name: 'Enrol in “Sales pages”' });
  expect(within(again).getByLabelText<HTMLInputElement>('Drip-fed').checked).toBe(true);
});

test('whoever leaves a form by Escape is back at the button it began from', async () => {
  openCard();
  const enrol = await button('Enrol in a course');
  enrol.focus();
  fireEvent.click(enrol);
  const course = await screen.findByRole('combobox', { name: 'Course' });
  await waitFor(() => expect(document.activeElement).toBe(course));
  fireEvent.keyDown(course, { key: 'Escape' });
  await waitFor(() => expect(screen.queryByRole('combobox')).toBeNull());
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Enrol in a course');
});
