// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/dom';
import { render } from 'preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  choose,
  fill,
  openCard,
  press,
  regionOf,
  email,
  sales,
} from '../people/testing/two-accounts';

const SCHOOL = 'Acme School';

beforeEach(() => {
  localStorage.clear();
  document.body.innerHTML = '<div id="root"></div>';
});
afterEach(() => render(null, document.getElementById('root') ?? document.body));

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
