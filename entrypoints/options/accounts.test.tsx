// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/dom';
import { expect, test } from 'vitest';
import { octeth, systeme } from '@/components/accounts/testing/accounts';
import { fakePowers, fakeStorage } from '@/components/accounts/testing/fake-powers';
import type { ConnectReply } from '@/lib/messaging/protocol';
import { closeOptions, showOptions, useOptionsPage } from './testing/show-options';

useOptionsPage();

const press = async (name: string | RegExp) =>
  fireEvent.click(await screen.findByRole('button', { name }));
const type = async (label: string, value: string) =>
  fireEvent.input(await screen.findByLabelText(label), { target: { value } });

const saved = (said: string[] = ['All 3 lists are searched.']): ConnectReply => ({
  outcome: 'saved',
  account: octeth(),
  said,
});

test('a new install says what to do first', async () => {
  showOptions(fakePowers());
  expect(await screen.findByText(/Start by connecting/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Add Octeth account' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Add Systeme.io account' })).toBeTruthy();
});

test('the page asks for everything once', async () => {
  const powers = fakePowers();
  showOptions(powers);
  await screen.findByText(/Start by connecting/);
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  expect(powers.sent.map(({ call }) => call).toSorted()).toEqual(['accounts', 'flags', 'menuTags']);
});

test('law 5: once saved, the key is nowhere on the page or in its storage', async () => {
  const storage = fakeStorage();
  const accounts: ReturnType<typeof octeth>[] = [];
  const powers = fakePowers({
    accounts,
    storage,
    replies: {
      connect: () => {
        accounts.push(octeth());
        return saved();
      },
    },
  });
  showOptions(powers);
  await press('Add Octeth account');
  await type('Server address', 'https://mail.acme.com');
  await type('API key', 'secret-9f3c');
  expect(screen.getByLabelText('API key').getAttribute('type')).toBe('password');
  await press('Test and save');
  const card = await screen.findByRole('article', { name: 'Acme Mail' });
  await waitFor(() => expect(screen.queryByLabelText('API key')).toBeNull());
  expect(within(card).getAllByRole('status')[0]?.textContent).toContain('3 lists');
  const inputs = [...document.querySelectorAll('input')].map((input) => input.value);
  expect(document.documentElement.outerHTML + inputs.join()).not.toContain('secret');
  expect(storage.length).toBe(0);
  expect(powers.calls('connect')).toEqual([
    {
      system: 'octeth',
      accountId: null,
      name: '',
      server: 'https://mail.acme.com',
      key: 'secret-9f3c',
    },
  ]);
});

test('a half-filled form comes back without its key, and says so', async () => {
  const storage = fakeStorage();
  showOptions(fakePowers({ storage }));
  await press('Add Octeth account');
  await type('Server address', 'https://half');
  await type('API key', 'secret');
  closeOptions();
  showOptions(fakePowers({ storage }));
  const server = await screen.findByLabelText<HTMLInputElement>('Server address');
  expect(server.value).toBe('https://half');
  expect(screen.getByLabelText<HTMLInputElement>('API key').value).toBe('');
  expect(screen.getByText(/except the key/)).toBeTruthy();
  await press('Cancel');
  expect(storage.length).toBe(0);
});

test('a failure stands at its field, which has the focus', async () => {
  const failure = { kind: 'wrong-key' as const, service: 'octeth' as const };
  const reply: ConnectReply = { outcome: 'failed', failure, field: 'key', offer: null };
  showOptions(fakePowers({ replies: { connect: () => reply } }));
  await press('Add Octeth account');
  await type('Server address', 'https://mail.acme.com');
  await type('API key', 'wrong');
  await press('Test and save');
  expect((await screen.findByRole('alert')).textContent).toMatch(/Octeth does not know/);
  const key = screen.getByLabelText<HTMLInputElement>('API key');
  expect(key.getAttribute('aria-invalid')).toBe('true');
  await waitFor(() => expect(document.activeElement).toBe(key));
  expect(key.value).toBe('wrong');
});

test('what is missing is told at once, each at its field', async () => {
  const powers = fakePowers();
  showOptions(powers);
  await press('Add Octeth account');
  await press('Test and save');
  const server = screen.getByLabelText<HTMLInputElement>('Server address');
  const key = screen.getByLabelText<HTMLInputElement>('API key');
  const isWrong = (field: HTMLElement) => field.getAttribute('aria-invalid') === 'true';
  await waitFor(() => expect([server, key].map(isWrong)).toEqual([true, true]));
  await waitFor(() => expect(document.activeElement).toBe(server));
  await type('API key', 'abcd');
  await waitFor(() => expect([server, key].map(isWrong)).toEqual([true, false]));
  expect([...powers.asked, ...powers.calls('connect')]).toEqual([]);
});

test('law 2: of several connections none is chosen for her', async () => {
  const connections = [
    { id: 'c1', label: 'home', since: '2026-03-01' },
    { id: 'c2', label: 'school', since: null },
  ];
  const powers = fakePowers({
    replies: { connect: () => ({ outcome: 'choose-connection', connections }) },
  });
  showOptions(powers);
  await press('Add Systeme.io account');
  await type('Maton API key', 'abcd');
  await press('Test and save');
  const group = await screen.findByRole('radiogroup', { name: 'Connection' });
  const radios = within(group).getAllByRole<HTMLInputElement>('radio');
  expect(radios.map((radio) => radio.checked)).toEqual([false, false]);
  await press('Test and save');
  expect((await screen.findByRole('alert')).textContent).toMatch(/nothing was saved/);
  expect(powers.calls('connect')).toHaveLength(1);
  fireEvent.click(within(group).getByRole('radio', { name: /school/ }));
  await press('Test and save');
  await waitFor(() => expect(powers.calls('connect')).toHaveLength(2));
  expect(powers.calls('connect')[1]).toMatchObject({ connectionId: 'c2' });
});

test('the Maton host family that answers is one press away', async () => {
  const powers = fakePowers({
    replies: {
      connect: () => ({
        outcome: 'failed',
        failure: { kind: 'offline', host: 'gateway.maton.ai' },
        field: 'gateway',
        offer: { gateway: 'https://api.maton.ai', control: 'https://api.maton.ai' },
      }),
    },
  });
  showOptions(powers);
  await press('Add Systeme.io account');
  await type('Maton API key', 'abcd');
  await press('Test and save');
  await press('Use api.maton.ai');
  await waitFor(() => expect(powers.calls('connect')).toHaveLength(2));
  expect(powers.calls('connect')[1]).toMatchObject({ gateway: 'https://api.maton.ai' });
  expect(powers.asked.at(-1)).toContain('https://api.maton.ai/*');
});

test('a test under way cannot be sent twice', async () => {
  const powers = fakePowers({ replies: { connect: () => saved() } });
  powers.askHosts = () => new Promise(() => {});
  let asked = 0;
  const never = powers.askHosts;
  powers.askHosts = (patterns) => {
    asked += 1;
    return never(patterns);
  };
  showOptions(powers);
  await press('Add Octeth account');
  await type('Server address', 'https://mail.acme.com');
  await type('API key', 'abcd');
  await press('Test and save');
  await press('Test and save');
  expect(asked).toBe(1);
});

test('lists are saved with every tick, and one must stay', async () => {
  const powers = fakePowers({ accounts: [octeth()] });
  showOptions(powers);
  const lists = await screen.findByRole('group', { name: 'Lists' });
  fireEvent.click(within(lists).getByRole('checkbox', { name: 'Newsletter' }));
  await screen.findByText(/One list must stay/);
  expect(
    within(lists).getByRole<HTMLInputElement>('checkbox', { name: 'Newsletter' }).checked,
  ).toBe(true);
  fireEvent.click(within(lists).getByRole('checkbox', { name: 'Customers' }));
  await screen.findByText(/2 of 2 lists/);
  expect(powers.calls('chooseLists')).toEqual([{ accountId: 'mail', searched: ['1', '2'] }]);
});

test('where the server lacks its lists, ids are typed and bad ones refused', async () => {
  const powers = fakePowers({ accounts: [octeth({ lists: [], listsByHand: true })] });
  showOptions(powers);
  for (const wrong of ['', '0', '-3', '1.5', '7; DROP', '١٢']) {
    await type('List id', wrong);
    await press('Add list');
    await screen.findByText(/whole number above 0/);
  }
  expect(powers.calls('nameByHand')).toEqual([]);
  await type('List id', ' 12 ');
  await type('List name', 'News');
  await press('Add list');
  await waitFor(() => expect(powers.calls('nameByHand')).toHaveLength(1));
  expect(powers.calls('nameByHand')[0]).toMatchObject({ lists: [{ id: '12', name: 'News' }] });
});

test('law 8: removing names the account and waits for a yes', async () => {
  const powers = fakePowers({ accounts: [octeth(), systeme()] });
  showOptions(powers);
  await press('Remove Acme School');
  const dialog = await screen.findByRole('dialog', { name: 'Remove Acme School?' });
  expect(dialog.textContent).toContain('b0a1');
  fireEvent.click(within(dialog).getByRole('button', { name: 'Cancel' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(powers.calls('remove')).toEqual([]);
  await press('Remove Acme School');
  const again = await screen.findByRole('dialog');
  fireEvent.click(within(again).getByRole('button', { name: 'Remove Acme School' }));
  await waitFor(() => expect(powers.calls('remove')).toEqual([{ accountId: 'school' }]));
});

test('what was set aside is said at once', async () => {
  const powers = fakePowers({
    replies: { accounts: () => ({ accounts: [], lock: 'none', trouble: ['An account.'] }) },
  });
  showOptions(powers);
  expect((await screen.findByRole('alert')).textContent).toContain('An account.');
});

test('accounts that cannot be read are said to be so, with a way to try again', async () => {
  const failure = { kind: 'broken' as const, where: 'background' };
  const powers = fakePowers({ replies: { accounts: () => ({ ok: false, failure }) } });
  showOptions(powers);
  expect((await screen.findByRole('alert')).textContent).toMatch(/failed/);
  await press('Try again');
  await waitFor(() => expect(powers.calls('accounts')).toHaveLength(2));
});
