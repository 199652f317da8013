// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/dom';
import { render } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { systeme } from '@/components/accounts/testing/accounts';
import { type FakePowers, fakePowers } from '@/components/accounts/testing/fake-powers';
import type { MatonConnection } from '@/lib/messaging/protocol';
import type { Account } from '@/lib/people/account';
import { OptionsPage } from './OptionsPage';

let root: HTMLElement | null = null;

function show(powers: FakePowers) {
  root = document.body.appendChild(document.createElement('div'));
  render(<OptionsPage powers={powers} />, root);
}

beforeEach(() => {
  HTMLDialogElement.prototype.showModal = function open() {
    this.open = true;
  };
  location.hash = '#accounts/school/connections';
});
afterEach(() => {
  vi.useRealTimers();
  if (root) render(null, root);
  document.body.replaceChildren();
  location.hash = '';
});

const connection = (changed: Partial<MatonConnection>): MatonConnection => ({
  id: '7c4b1f0a-1111-2222-3333-444444444444',
  label: 'school@acme.com',
  since: '2026-02-19T15:02:11Z',
  status: 'active',
  usedBy: [],
  ...changed,
});
const mine = connection({ id: 'c2', usedBy: ['Acme School'] });
const shop = connection({ label: 'shop@acme.com' });

function open(replies: NonNullable<Parameters<typeof fakePowers>[0]>['replies'] = {}) {
  const accounts: Account[] = [systeme()];
  const powers = fakePowers({
    accounts,
    replies: { connections: () => [mine, shop], ...replies },
  });
  show(powers);
  return powers;
}
const press = async (name: string | RegExp) =>
  fireEvent.click(await screen.findByRole('button', { name }));
const rowOf = async (label: string) =>
  within(await screen.findByRole('list', { name: 'Connections' }))
    .getByText(label, { selector: 'p' })
    .closest('li')!;

test('each connection tells its state, its day and who goes through it', async () => {
  open({ connections: () => [mine, { ...shop, status: 'pending' }] });
  expect((await rowOf('school@acme.com')).textContent).toContain(
    'Activemade 19 Feb 2026used by Acme School',
  );
  const other = await rowOf('shop@acme.com');
  expect(other.textContent).toContain('Not authorised yet');
  expect(within(other).queryByRole('button', { name: /Use it/ })).toBeNull();
});

test('law 8: removing says who loses it, and has the beginning of its id typed', async () => {
  const used = { ...shop, usedBy: ['Acme School', 'Second School'] };
  const powers = open({ connections: () => [used] });
  await press('Remove shop@acme.com');
  const dialog = await screen.findByRole('dialog');
  expect(dialog.textContent).toContain('Acme School and Second School go through it');
  const yes = within(dialog).getByRole('button', { name: 'Remove connection' });
  fireEvent.click(yes);
  expect(powers.calls('removeConnection')).toEqual([]);
  fireEvent.input(within(dialog).getByLabelText('Type 7c4b1f0a to go on'), {
    target: { value: '7c4b1f0a' },
  });
  await waitFor(() => expect(yes.getAttribute('aria-disabled')).toBeNull());
  fireEvent.click(yes);
  await screen.findByText('shop@acme.com is removed from Maton.');
  expect(powers.calls('removeConnection')).toEqual([
    { accountId: 'school', connectionId: used.id },
  ]);
});

test('law 3: a removal without answer is not called undone', async () => {
  const failure = { kind: 'timeout' as const, host: 'ctrl.maton.ai' };
  const powers = open({ removeConnection: () => ({ ok: false, failure }) });
  await press('Remove shop@acme.com');
  fireEvent.input(await screen.findByLabelText(/^Type/), { target: { value: '7c4b1f0a' } });
  await press('Remove connection');
  await screen.findByText(/Not certain/);
  expect(powers.calls('connections').length).toBeGreaterThan(1);
});

test('a new one is waited for until it is active, and then offered, never taken', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
  const pending = { ...shop, status: 'pending' as const };
  let looks = 0;
  const powers = open({
    createConnection: () => pending,
    connection: () => {
      looks += 1;
      return looks < 3 ? pending : shop;
    },
    connect: (request) => ({
      outcome: 'saved',
      account: systeme({ id: 'new', ...{ name: request.name } }),
      said: [],
    }),
  });
  await press('Connect another Systeme.io');
  await screen.findByRole('group', { name: 'Waiting for Maton' });
  expect(JSON.stringify(powers.sent)).not.toContain('http');
  await vi.advanceTimersByTimeAsync(7_000);
  await screen.findByText('shop@acme.com is authorised.');
  expect(powers.calls('connect')).toEqual([]);
  await press('Use it for Acme School');
  await waitFor(() => expect(location.hash).toBe('#accounts/new/connections'));
  expect(powers.calls('connect')).toMatchObject([
    { accountId: 'school', connectionId: shop.id, key: null },
  ]);
});

test('the waiting can be left, and then nothing is asked any more', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
  const pending = { ...shop, status: 'pending' as const };
  const powers = open({ createConnection: () => pending, connection: () => pending });
  await press('Connect another Systeme.io');
  await vi.advanceTimersByTimeAsync(5_000);
  await press('Stop waiting');
  await screen.findByRole('button', { name: 'Connect another Systeme.io' });
  const asked = powers.calls('connection').length;
  expect(asked).toBeGreaterThan(0);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(powers.calls('connection')).toHaveLength(asked);
});

test('a connection that fails while it is waited for is told as failed', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
  const pending = { ...shop, status: 'pending' as const };
  open({
    createConnection: () => pending,
    connection: () => ({ ...pending, status: 'failed' as const }),
  });
  await press('Connect another Systeme.io');
  await vi.advanceTimersByTimeAsync(3_000);
  await screen.findByText(/authorisation failed/);
});

test('connections that cannot be read are said to be so, with a way to try again', async () => {
  const failure = { kind: 'wrong-key' as const, service: 'maton' as const };
  const powers = open({ connections: () => ({ ok: false, failure }) });
  await screen.findByText(/Maton does not know/);
  await press('Try again');
  await waitFor(() => expect(powers.calls('connections')).toHaveLength(2));
});
