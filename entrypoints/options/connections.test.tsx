// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/dom';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { systeme } from '@/components/accounts/testing/accounts';
import { fakePowers } from '@/components/accounts/testing/fake-powers';
import type { MatonConnection } from '@/lib/messaging/protocol';
import type { Account } from '@/lib/people/account';
import type { Agreed } from '@/lib/people/concern';
import { concernsOf } from '@/lib/people/consent';
import type { Intent } from '@/lib/people/intent';
import type { ActReply, Receipt } from '@/lib/people/receipt';
import { showOptions, useOptionsPage } from './testing/show-options';

useOptionsPage('#accounts/school/connections');
beforeEach(() => {
  HTMLDialogElement.prototype.showModal = function open() {
    this.open = true;
  };
});
afterEach(() => void vi.useRealTimers());

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
  showOptions(powers);
  return powers;
}
/** Answers as the journal does: asks where a yes is needed, else it was done. */
const acting =
  (more: Partial<Receipt> = {}) =>
  ({ intent, agreed }: { intent: Intent; agreed: Agreed }): ActReply => {
    const concerns = concernsOf(intent, null);
    if (agreed.length < concerns.length) return { outcome: 'needs-yes', concerns };
    const isNew = intent.kind === 'create-connection';
    const done = isNew ? { ...intent, connectionId: shop.id } : intent;
    return {
      outcome: 'receipt',
      receipt: {
        ...{ id: 'r1', intent: done, state: 'done', at: Date.now(), failure: null },
        ...{ retryAt: null, undoes: null, undone: false, ...more },
      },
    };
  };

const press = async (name: string | RegExp) =>
  fireEvent.click(await screen.findByRole('button', { name }));
/** Which there are is known before another is made. */
async function connectAnother() {
  await screen.findByRole('list', { name: 'Connections' });
  await press('Connect another Systeme.io');
}
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

test('law 5: the page of one that is not authorised is opened, and told to nobody', async () => {
  const powers = open({ connections: () => [mine, { ...shop, status: 'pending' }] });
  await press('Open its page to authorise shop@acme.com');
  await screen.findByRole('group', { name: 'Waiting for Maton' });
  expect(powers.calls('authorise')).toEqual([{ accountId: 'school', connectionId: shop.id }]);
  expect(JSON.stringify(powers.sent)).not.toContain('http');
});

test('a page that could not be opened is said to be so, and nothing waits', async () => {
  const failure = { kind: 'offline' as const, host: 'ctrl.maton.ai' };
  open({
    connections: () => [{ ...shop, status: 'pending' }],
    authorise: () => ({ ok: false, failure }),
  });
  await press(/^Open its page/);
  await screen.findByText(/Its page was not opened/);
  expect(screen.queryByRole('group', { name: 'Waiting for Maton' })).toBeNull();
});

test('law 8: removing says who loses it, and has the beginning of its id typed', async () => {
  const used = { ...shop, usedBy: ['Acme School', 'Second School'] };
  const powers = open({ connections: () => [used], act: acting() });
  await press('Remove shop@acme.com');
  const dialog = await screen.findByRole('dialog');
  expect(dialog.textContent).toContain('Acme School and Second School go through it');
  const yes = within(dialog).getByRole('button', { name: 'Remove connection' });
  fireEvent.click(yes);
  expect(powers.calls('act')).toHaveLength(1);
  fireEvent.input(within(dialog).getByLabelText('Type 7c4b1f0a to go on'), {
    target: { value: '7c4b1f0a' },
  });
  await waitFor(() => expect(yes.getAttribute('aria-disabled')).toBeNull());
  fireEvent.click(yes);
  await screen.findByText('Removed “shop@acme.com” from Maton');
  expect(powers.calls('act').at(-1)).toMatchObject({
    intent: { kind: 'remove-connection', connection: { id: used.id, name: 'shop@acme.com' } },
    agreed: [{ kind: 'type-name', name: '7c4b1f0a', typed: '7c4b1f0a' }],
  });
});

test('law 3: a removal without answer is not called undone', async () => {
  const failure = { kind: 'timeout' as const, host: 'ctrl.maton.ai' };
  const powers = open({ act: acting({ state: 'unknown', failure }) });
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
    act: acting(),
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
  await connectAnother();
  await screen.findByRole('group', { name: 'Waiting for Maton' });
  expect(powers.calls('act')).toMatchObject([
    { intent: { kind: 'create-connection', known: ['c2', shop.id], connectionId: null } },
  ]);
  expect(powers.calls('authorise')).toEqual([{ accountId: 'school', connectionId: shop.id }]);
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
  const powers = open({ act: acting(), connection: () => pending });
  await connectAnother();
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
    act: acting(),
    connection: () => ({ ...pending, status: 'failed' as const }),
  });
  await connectAnother();
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
