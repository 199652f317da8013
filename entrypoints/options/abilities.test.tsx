// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/dom';
import { expect, test } from 'vitest';
import { octeth, systeme } from '@/components/accounts/testing/accounts';
import { fakePowers } from '@/components/accounts/testing/fake-powers';
import { type Abilities, NOTHING_KNOWN } from '@/lib/people/ability';
import { rightsFrom } from '@/lib/people/rights';
import { showOptions, useOptionsPage } from './testing/show-options';

useOptionsPage();

const card = (name = 'Acme Mail') => screen.findByRole('article', { name });
/** It is off until the browser has said that the host may be asked. */
async function checkAgain() {
  const button = within(await card())
    .getByText('Check the key again')
    .closest('button');
  await waitFor(() => expect(button?.getAttribute('aria-disabled')).toBeNull());
  if (button) fireEvent.click(button);
}
const limited: Abilities = { at: 1, rights: rightsFrom('Subscribers.Get,Subscriber.Update') };

test('the card says in a line what the key may do, and what not by the right’s own name', async () => {
  const replies = { abilities: () => limited };
  showOptions(fakePowers({ accounts: [octeth()], replies }));
  const line = await within(await card()).findByText(/look up, tag and edit/);
  expect(line.textContent).toContain('not:');
  expect(line.textContent).toContain('trigger journeys (Campaign.Create)');
});

test('a key that was never tried is tried once; one that was is left alone', async () => {
  const abilities = () => NOTHING_KNOWN;
  const checkAbilities = () => limited;
  const powers = fakePowers({ accounts: [octeth()], replies: { abilities, checkAbilities } });
  showOptions(powers);
  await within(await card()).findByText(/look up, tag and edit/);
  expect(powers.calls('checkAbilities')).toEqual([{ accountId: 'mail' }]);
});

test('a paused or locked account is not asked', async () => {
  const replies = { abilities: () => NOTHING_KNOWN };
  const powers = fakePowers({ accounts: [octeth({ paused: true })], replies });
  showOptions(powers);
  await within(await card()).findByText(/not known yet/);
  expect(powers.calls('checkAbilities')).toEqual([]);
  const again = within(await card())
    .getByText('Check the key again')
    .closest('button');
  expect(again?.getAttribute('aria-disabled')).toBe('true');
});

test('checking again shows what has changed', async () => {
  let known = limited;
  const powers = fakePowers({
    accounts: [octeth()],
    replies: {
      abilities: () => known,
      checkAbilities: () => (known = { at: 2, rights: rightsFrom('*') }),
    },
  });
  showOptions(powers);
  await within(await card()).findByText(/Campaign.Create\)/);
  await checkAgain();
  await within(await card()).findByText(/look up, tag and edit, add/);
  expect((await card()).textContent).not.toContain('not:');
});

test('law 3: a check that fails says so and keeps what was known', async () => {
  const failure = { kind: 'offline' as const, host: 'mail.acme.com' };
  const checkAbilities = () => ({ ok: false as const, failure });
  const replies = { abilities: () => limited, checkAbilities };
  showOptions(fakePowers({ accounts: [octeth()], replies }));
  await checkAgain();
  await within(await card()).findByText(/could not be reached/);
  expect((await card()).textContent).toContain('look up, tag and edit');
});

test('each right has a row with its own name and its state', async () => {
  const rights = { 'GET /contacts': { may: true as const } };
  const powers = fakePowers({
    accounts: [systeme()],
    replies: { abilities: () => ({ at: 1, rights }) },
  });
  showOptions(powers);
  const table = await within(await card('Acme School')).findByRole('table', { hidden: true });
  const row = (name: string) => within(table).getByText(name).closest('tr')?.textContent;
  await waitFor(() => expect(row('GET /contacts')).toBe('look upGET /contacts Yes'));
  expect(row('POST /tags')).toContain('Not tried');
});
