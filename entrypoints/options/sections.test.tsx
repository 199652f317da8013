// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/dom';
import { expect, test } from 'vitest';
import { octeth } from '@/components/accounts/testing/accounts';
import { fakePowers } from '@/components/accounts/testing/fake-powers';
import type { FlagSettings, MenuTag } from '@/lib/messaging/protocol';
import { closeOptions, showOptions, useOptionsPage } from './testing/show-options';

useOptionsPage();

const press = async (name: string | RegExp) =>
  fireEvent.click(await screen.findByRole('button', { name }));
const type = async (label: string, value: string) =>
  fireEvent.input(await screen.findByLabelText(label), { target: { value } });
const radio = (name: string) => screen.findByRole<HTMLInputElement>('radio', { name });

function withFlags(flags: FlagSettings, isAllowed = true) {
  return fakePowers({ isAllowed, accounts: [octeth()], replies: { flags: () => flags } });
}

test('law 9: every site is asked for at the click; a no leaves what was', async () => {
  const powers = withFlags({ mode: 'off', sites: [] }, false);
  showOptions(powers);
  fireEvent.click(await radio('On every site'));
  expect(powers.asked).toEqual([['*://*/*']]);
  await screen.findByText(/nothing changed/);
  expect((await radio('Off')).checked).toBe(true);
  expect((await radio('On every site')).checked).toBe(false);
  expect(powers.calls('setFlags')).toEqual([]);
});

test('turning flags off asks for nothing and says so', async () => {
  const powers = withFlags({ mode: 'everywhere', sites: [] });
  showOptions(powers);
  fireEvent.click(await radio('Off'));
  await screen.findByText(/Flags are off/);
  expect(powers.calls('setFlags')).toEqual([{ mode: 'off', sites: [] }]);
  expect(powers.asked).toEqual([]);
  expect(powers.narrowed).toEqual([['https://mail.acme.com/*']]);
});

test('law 9: from every site to chosen ones, these are asked for by themselves', async () => {
  const powers = withFlags({ mode: 'everywhere', sites: ['https://desk.example.com:444'] });
  showOptions(powers);
  fireEvent.click(await radio('On sites I choose'));
  expect(powers.narrowed).toEqual([['https://desk.example.com/*', 'https://mail.acme.com/*']]);
  await screen.findByText(/on the sites you choose/);
});

test('law 9: a site is asked for by its own host alone', async () => {
  const powers = withFlags({ mode: 'chosen', sites: ['https://desk.example.com'] });
  showOptions(powers);
  await type('Site', 'mail.google.com/inbox');
  await press('Add site');
  expect(powers.asked).toEqual([['https://mail.google.com/*']]);
  await screen.findByText('https://mail.google.com is flagged.');
  await press('Remove https://desk.example.com');
  await screen.findByText(/no longer flagged/);
  expect(powers.calls('setFlags').at(-1)).toEqual({
    mode: 'chosen',
    sites: ['https://mail.google.com'],
  });
});

test('a site that the browser no longer allows says so and can be allowed again', async () => {
  const powers = withFlags({ mode: 'chosen', sites: ['https://desk.example.com'] });
  powers.hasHosts = ([pattern]) => Promise.resolve(pattern !== 'https://desk.example.com/*');
  showOptions(powers);
  await press('Allow https://desk.example.com');
  expect(powers.asked).toEqual([['https://desk.example.com/*']]);
  await waitFor(() => expect(screen.queryByText(/not flagged/)).toBeNull());
});

test('a choice is named by its label alone, and described by its hint', async () => {
  showOptions(withFlags({ mode: 'off', sites: [] }));
  for (const name of ['On every site', 'On sites I choose', 'Off']) await radio(name);
  const described = (await radio('Off')).getAttribute('aria-describedby') ?? '';
  expect(document.getElementById(described)?.textContent).toBe('No page is touched.');
});

test('a passphrase is refused when short, plain or not the same twice', async () => {
  const powers = fakePowers();
  showOptions(powers);
  for (const [first, again, words] of [
    ['', '', /At least/],
    ['short', 'short', /At least/],
    ['aaaaaaaaaaaa', 'aaaaaaaaaaaa', /Too easy/],
    ['correct horse battery', 'correct horse', /not the same/],
  ] as const) {
    await type('New passphrase', first);
    await type('The same again', again);
    await press('Set passphrase');
    await screen.findByText(words);
  }
  expect(powers.calls('setPassphrase')).toEqual([]);
});

test('a passphrase that was set leaves its fields empty', async () => {
  const powers = fakePowers();
  showOptions(powers);
  await type('New passphrase', 'correct horse battery');
  await type('The same again', 'correct horse battery');
  await press('Set passphrase');
  await screen.findByText(/Passphrase set/);
  expect(powers.calls('setPassphrase')).toEqual([{ passphrase: 'correct horse battery' }]);
  const field = screen.getByLabelText<HTMLInputElement>('New passphrase');
  await waitFor(() => expect(field.value).toBe(''));
});

test('locked keys can be unlocked, and a wrong passphrase is said to be wrong', async () => {
  const failure = { kind: 'bad-input' as const, field: 'passphrase', reason: 'Not this one.' };
  const powers = fakePowers({
    replies: {
      accounts: () => ({ accounts: [octeth()], lock: 'locked', trouble: [] }),
      unlock: () => ({ ok: false, failure }),
    },
  });
  showOptions(powers);
  await type('Passphrase', 'a guess');
  await press('Unlock');
  expect((await screen.findByRole('alert')).textContent).toBe('Not this one.');
});

test.each([
  ['open', 'true'],
  ['none', 'false'],
] as const)('law 5: the next popup knows of a passphrase beforehand: %s', async (lock, isKnown) => {
  localStorage.clear();
  const accounts = () => ({ accounts: [], lock, trouble: [] });
  showOptions(fakePowers({ replies: { accounts } }));
  await waitFor(() => expect(localStorage.getItem('addressee.passphrase')).toBe(isKnown));
});

test('taking the passphrase away asks first', async () => {
  const powers = fakePowers({
    replies: { accounts: () => ({ accounts: [], lock: 'open', trouble: [] }) },
  });
  showOptions(powers);
  await press('Take passphrase away');
  expect(powers.calls('setPassphrase')).toEqual([]);
  await press('Take it away');
  await waitFor(() => expect(powers.calls('setPassphrase')).toEqual([{ passphrase: null }]));
});

test('a tag of the menu is pinned by its switch', async () => {
  const { id, name, system } = octeth();
  const tag: MenuTag = {
    account: { id, name, system },
    place: null,
    id: '1',
    name: 'VIP',
    pinned: false,
  };
  const powers = fakePowers({ replies: { menuTags: () => [tag] } });
  showOptions(powers);
  fireEvent.click(await screen.findByRole('switch', { name: /Pin VIP/ }));
  await screen.findByText('VIP stays in the menu.');
  expect(powers.calls('pinMenuTag')).toEqual([{ tag, pinned: true }]);
});

test('the key that opens cards is explained as long as it is not set', async () => {
  const powers = fakePowers();
  let keys = '';
  powers.shortcuts = () =>
    Promise.resolve([{ name: 'next-flag', does: 'Open the next card', keys }]);
  showOptions(powers);
  expect(await screen.findByText('Set it to open cards without a mouse.')).toBeTruthy();
  closeOptions();
  keys = 'Alt+N';
  showOptions(powers);
  await screen.findByText('Alt+N');
  expect(screen.queryByText(/without a mouse/)).toBeNull();
});

test('where no page for shortcuts can be opened, the way there is said', async () => {
  const powers = fakePowers();
  powers.openShortcutPage = () => Promise.reject(new Error('no'));
  showOptions(powers);
  await press('Change shortcuts');
  await screen.findByText(/list of extensions/);
});

test('every server is listed under privacy', async () => {
  showOptions(fakePowers({ accounts: [octeth()] }));
  const privacy = await screen.findByRole('region', { name: 'Privacy' });
  await waitFor(() => expect(privacy.textContent).toContain('mail.acme.com'));
});
