// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/dom';
import { expect, test } from 'vitest';
import { octeth, systeme } from '@/components/accounts/testing/accounts';
import { fakePowers } from '@/components/accounts/testing/fake-powers';
import type { ConnectReply } from '@/lib/messaging/protocol';
import { showOptions, useOptionsPage } from './testing/show-options';

useOptionsPage();

/** Two accounts, each of which answers its test with the reply given. */
function show(replies: { mail: ConnectReply; school: ConnectReply }) {
  const powers = fakePowers({
    accounts: [octeth(), systeme()],
    replies: { connect: ({ system }) => (system === 'octeth' ? replies.mail : replies.school) },
  });
  showOptions(powers);
}

const saved: ConnectReply = { outcome: 'saved', account: octeth(), said: ['Connected to it.'] };
const refused: ConnectReply = {
  outcome: 'failed',
  failure: { kind: 'wrong-key', service: 'maton' },
  field: 'key',
  offer: null,
};
const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));
const statusOf = (name: string) =>
  within(screen.getByRole('article', { name })).getAllByRole('status')[0]?.textContent;

test('law 3: what the test of one account said stays while another is tested', async () => {
  show({ mail: saved, school: refused });
  await press('Test again Acme Mail');
  await waitFor(() => expect(statusOf('Acme Mail')).toContain('Connected'));
  await press('Test again Acme School');
  await waitFor(() => expect(statusOf('Acme School')).toContain('Maton does not know'));
  expect(statusOf('Acme Mail')).toContain('Connected');
});

test('law 3: a look into the form changes nothing of what the test said', async () => {
  show({ mail: saved, school: refused });
  await press('Test again Acme School');
  await waitFor(() => expect(statusOf('Acme School')).toContain('Maton does not know'));
  await press('Change Acme School');
  await press('Cancel');
  await screen.findByRole('article', { name: 'Acme School' });
  expect(statusOf('Acme School')).toContain('Maton does not know');
});

test('law 4: a form sends a name only where one was typed, since another window may have given one', async () => {
  const powers = fakePowers({ accounts: [octeth()], replies: { connect: () => refused } });
  showOptions(powers);
  await press('Change Acme Mail');
  await press('Test and save');
  await waitFor(() => expect(powers.calls('connect')).toMatchObject([{ name: '' }]));
  fireEvent.input(await screen.findByLabelText('Name'), { target: { value: 'Ours' } });
  await press('Test and save');
  await waitFor(() => expect(powers.calls('connect')).toMatchObject([{}, { name: 'Ours' }]));
});
