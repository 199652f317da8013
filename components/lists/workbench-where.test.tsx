// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/dom';
import { expect, test } from 'vitest';
import type { Account } from '@/lib/people/account';
import { octeth, systeme } from '../accounts/testing/accounts';
import { choose, open, press, useWorkbench } from './testing/open-workbench';

useWorkbench();

test('law 2: account and list are in sight, and Systeme.io has no lists to work on', async () => {
  open();
  await screen.findByRole('heading', { name: 'People Acme Mail · Newsletter' });
  const accounts = screen.getByLabelText<HTMLSelectElement>('Account');
  expect([...accounts.options].map(({ text }) => text)).toEqual(['Acme Mail']);
});

test('without an Octeth account it says what to do', async () => {
  open({}, '', [systeme()]);
  await screen.findByText(/connect Octeth in the options/);
});

test('law 2: an account that is taken away is gone from here, and no other takes its place', async () => {
  const shop = octeth({ id: 'shop', name: 'Shop Mail' });
  let accounts: Account[] = [octeth(), shop];
  const { openOptions, changeAccounts } = open({
    accounts: () => ({ accounts, lock: 'none', trouble: [] }),
  });
  fireEvent.click(await screen.findByRole('checkbox', { name: 'Tick ben@example.com' }));
  await screen.findByRole('button', { name: 'Delete 1 person' });
  accounts = [shop];
  changeAccounts();
  await screen.findByText(/“Acme Mail” is no longer connected/);
  expect(screen.queryByRole('table')).toBeNull();
  expect(screen.queryByRole('button', { name: /^Delete/ })).toBeNull();
  await press('Open options');
  expect(openOptions).toHaveBeenCalledOnce();
  await choose('Account', 'shop');
  await screen.findByRole('heading', { name: 'People Shop Mail · Newsletter' });
  accounts = [];
  changeAccounts();
  await screen.findByText(/“Shop Mail” is no longer connected/);
});

test('law 2: a list that is gone is not taken for another', async () => {
  open({}, '#mail/9/people');
  await screen.findByText(/This list of “Acme Mail” is gone/);
  await choose('List', '2');
  await screen.findByRole('heading', { name: 'People Acme Mail · Customers' });
});
