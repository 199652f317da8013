// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/dom';
import { describe, expect, test } from 'vitest';
import type { Concern } from '@/lib/people/concern';
import { found, usePopupPage } from '../people/testing/open-popup';
import {
  ADA,
  begin,
  choose,
  fill,
  onBoth,
  openCard,
  press,
  receiptOf,
} from '../people/testing/two-accounts';
import { backgroundOf, sentIntents } from './testing/background';

const MAIL = 'Acme Mail';
const MOVED = 'ada@byron.example';

usePopupPage();

const form = () => screen.findByRole('form', { name: `Edit in ${MAIL}` });
const isClosed = () => waitFor(() => expect(screen.queryByRole('form')).toBeNull());

describe('a question that arose from a form', () => {
  const asks: Concern[] = [{ kind: 'consequence', of: 'changes-address', name: MOVED }];
  const asking = () => backgroundOf((_, agreed) => (agreed.length > 0 ? {} : asks));

  async function move(where: string) {
    const open = await begin(MAIL, 'Edit');
    await choose(open, where);
    await fill(open, 'Address', MOVED);
    await press(open, 'Save changes');
  }

  test('gives it back when it is not answered with a yes', async () => {
    const background = asking();
    openCard(background);
    await move('Newsletter');
    const question = await screen.findByRole('alertdialog');
    expect(screen.queryByRole('form')).toBeNull();
    await press(question, 'Cancel');
    expect(within(await form()).getByLabelText<HTMLInputElement>('Address').value).toBe(MOVED);
    await press(await form(), 'Save changes');
    await press(await screen.findByRole('alertdialog'), 'Change address');
    await isClosed();
    expect(background.acts).toHaveLength(3);
  });

  test('has its turn list by list, and after the last yes the card goes to the new address', async () => {
    const background = asking();
    openCard({
      ...background,
      lookUp: ({ accountId, address }: { accountId: string; address: string }) =>
        address === ADA && accountId === 'm' ? onBoth() : found(address, []),
    });
    await move('Both lists');
    for (const list of ['Customers', 'Newsletter']) {
      await waitFor(() =>
        expect(screen.getByRole('alertdialog').textContent).toContain(`${MAIL} · ${list}`),
      );
      expect(screen.queryByRole('article', { name: MOVED })).toBeNull();
      await press(screen.getByRole('alertdialog'), 'Change address');
    }
    await screen.findByRole('article', { name: MOVED });
    expect(screen.getByRole('status').textContent).toContain(
      'The card has followed to the new address.',
    );
  });

  test('law 6: the second half of a double click is no yes to the next question', async () => {
    const background = asking();
    openCard(background);
    await move('Both lists');
    const yes = await screen.findByRole('button', { name: 'Change address' });
    fireEvent.click(yes, { detail: 1 });
    await waitFor(() =>
      expect(screen.getByRole('alertdialog').textContent).toContain(`${MAIL} · Newsletter`),
    );
    const next = screen.getByRole('button', { name: 'Change address' });
    // Another button, drawn anew: it has neither the focus nor the click of the one before.
    expect(next).not.toBe(yes);
    expect(document.activeElement?.textContent).toBe('Cancel');
    fireEvent.click(next, { detail: 2 });
    expect(background.acts).toHaveLength(3);
    fireEvent.click(next, { detail: 1 });
    await waitFor(() => expect(background.acts).toHaveLength(4));
  });
});

test('a change of address that was done earlier shows the way to the new one', async () => {
  const { acts, ...background } = backgroundOf(() => ({}));
  const first = openCard({ ...background, act: () => new Promise(() => {}) });
  const open = await begin(MAIL, 'Edit');
  await choose(open, 'Newsletter');
  await fill(open, 'Address', MOVED);
  await press(open, 'Save changes');
  first.close();
  const [intent] = sentIntents(first.asked);
  if (!intent) throw new Error('nothing was sent');
  openCard({ ...background, receipts: () => [receiptOf(intent)] });
  fireEvent.click(await screen.findByRole('button', { name: `Go to ${MOVED}` }));
  await screen.findByRole('article', { name: MOVED });
  expect(acts).toEqual([]);
});
