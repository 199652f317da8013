// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/dom';
import { expect, test } from 'vitest';
import { found, searchbox, usePopupPage } from '../people/testing/open-popup';
import {
  ADA,
  begin,
  fill,
  inMail,
  onList,
  openCard,
  places,
  press,
} from '../people/testing/two-accounts';
import { backgroundOf } from './testing/background';

const MAIL = 'Acme Mail';
const [list] = places;
if (!list) throw new Error('a list is wanted');

/** On one list: its deletion has no field. */
const lookUp = ({ accountId }: { accountId: string }) =>
  accountId === 's' ? found(ADA, []) : inMail([onList(list)]);

usePopupPage();

test('law 4: a form without a field leaves the focus where she has put it', async () => {
  openCard({ lookUp });
  const form = await begin(MAIL, 'Delete');
  expect(document.activeElement).toBe(form);
  searchbox().focus();
  await fill(document.body, 'Email address', 'bo');
  expect(searchbox().value).toBe('bo');
  expect(document.activeElement).toBe(searchbox());
});

test('law 4: nor does it take the focus when what was sent is refused', async () => {
  const background = backgroundOf((_, agreed) =>
    agreed.length > 0
      ? { state: 'refused', failure: { kind: 'refused', reason: 'Not today', code: 7 } }
      : [{ kind: 'type-name', name: ADA, people: null }],
  );
  let finish = () => {};
  openCard({
    ...background,
    lookUp,
    act: (request: Parameters<typeof background.act>[0]) =>
      request.agreed.length === 0
        ? background.act(request)
        : new Promise((resolve) => (finish = () => resolve(background.act(request)))),
  });
  await press(await begin(MAIL, 'Delete'), 'Delete');
  const question = await screen.findByRole('alertdialog');
  await fill(question, `Type ${ADA} to confirm`, ADA);
  await press(question, 'Delete for good');
  const form = await screen.findByRole('form', { name: `Delete from ${MAIL}` });
  await waitFor(() => expect(document.activeElement).toBe(form));
  searchbox().focus();
  finish();
  await within(form).findByText(/Not today/);
  expect(document.activeElement).toBe(searchbox());
});

test('what is wrong in a form has the focus each time it is sent, and is called by what was typed', async () => {
  openCard({
    lookUp: ({ accountId }: { accountId: string }) =>
      accountId === 's' ? found(ADA, []) : inMail([]),
  });
  fireEvent.click(await screen.findByRole('button', { name: `Add to ${MAIL}` }));
  const form = await screen.findByRole('form', { name: `Add to ${MAIL}` });
  fireEvent.change(within(form).getByLabelText('List'), { target: { value: list.id } });
  const address = within(form).getByLabelText('IP address');
  await waitFor(() => expect(form.textContent).toContain(ADA));
  await fill(form, 'IP address', '999.1.1.1');
  for (const _ of ['at first', 'and again']) {
    const send = await within(form).findByRole('button', { name: `Add to ${MAIL}` });
    send.focus();
    fireEvent.click(send);
    await waitFor(() => expect(document.activeElement).toBe(address));
    await within(form).findByText(/“999\.1\.1\.1” is no IP address/);
  }
});
