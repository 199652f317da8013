// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/dom';
import { expect, test } from 'vitest';
import { failed } from '@/lib/failure';
import { foldAddress } from '@/lib/people/address';
import type { Concern } from '@/lib/people/concern';
import type { HandedOn } from '@/lib/people/handed-on';
import type { Intent } from '@/lib/people/intent';
import type { MarkKind } from '@/lib/people/mark';
import type { ActReply } from '@/lib/people/receipt';
import { octeth, systeme } from '../accounts/testing/accounts';
import { choose, open, press, receipt, useWorkbench } from './testing/open-workbench';

useWorkbench();

/** As the popup opens it, and with a list chosen. */
const BROUGHT = '#//import/3f9c';
const TICKET = '#mail/1/import/3f9c';
const row = (name: string, kind: MarkKind) => ({ address: foldAddress(`${name}@a.example`), kind });
const handedOn = (more: Partial<HandedOn> = {}): HandedOn => ({
  rows: [row('ada', 'one'), row('bo', 'stop'), row('cy', 'unknown'), row('di', 'attention')],
  site: 'help.a.example',
  isCut: false,
  asOf: null,
  ...more,
});
const taken = (more: Partial<HandedOn> = {}) => ({ handedOn: () => handedOn(more) });
const isLeft = () => {
  const event = new Event('beforeunload', { cancelable: true });
  dispatchEvent(event);
  return !event.defaultPrevented;
};
const source = { name: '4 addresses from help.a.example' };
const lines = (list: HTMLElement) =>
  within(list)
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);

test('what the popup handed on is there: whence it comes, and that nothing was written yet', async () => {
  const { powers } = open(taken(), TICKET);
  const radio = await screen.findByRole<HTMLInputElement>('radio', source);
  expect(radio.checked).toBe(true);
  await screen.findByText(/^4 addresses from help\.a\.example, handed on/);
  await screen.findByText(/Nothing has been written yet/);
  await screen.findByRole('heading', { name: 'Import Acme Mail · Newsletter' });
  expect(powers.calls('handedOn')).toEqual([{ ticket: '3f9c' }]);
  expect(powers.calls('dropHandedOn')).toEqual([]);
});

test('law 2: to which list it goes is chosen first, and nothing can be imported before', async () => {
  const { powers } = open(taken(), BROUGHT);
  await screen.findByText('Choose a list first.');
  expect(lines(await screen.findByRole('list', { name: '4 addresses' }))).toHaveLength(4);
  const list = screen.getByLabelText<HTMLSelectElement>('List');
  expect([...list.options].map(({ text }) => text)).toEqual([
    ...['Choose a list', 'Newsletter', 'Customers'],
  ]);
  expect(screen.queryByRole('heading', { level: 2 })).toBeNull();
  expect(screen.queryByRole('button', { name: /^Import / })).toBeNull();
  // A look at the people of one of them has not chosen it.
  const people = screen.getByRole('link', { name: 'People' });
  expect(people.getAttribute('href')).toBe('#//people/3f9c');
  await choose('List', '2');
  await screen.findByRole('radio', source);
  expect(location.hash).toBe('#mail/2/import/3f9c');
  expect(powers.calls('act')).toEqual([]);
});

test('law 2: of several accounts, the account is chosen too; an only list needs no choice', async () => {
  const shop = octeth({ id: 'shop', name: 'Shop Mail' });
  shop.lists = shop.lists.slice(0, 1);
  open(taken(), BROUGHT, [octeth(), shop]);
  await screen.findByText('Choose an account and a list first.');
  await choose('Account', 'shop');
  await screen.findByRole('heading', { name: 'Import Shop Mail · Newsletter' });
});

test('law 4: wherever one goes, a tab that is loaded again brings it again until it is used', async () => {
  const { powers } = open(taken(), TICKET);
  await screen.findByRole('radio', source);
  await choose('List', '2');
  await screen.findByRole('heading', { name: 'Import Acme Mail · Customers' });
  expect(location.hash).toBe('#mail/2/import/3f9c');
  const people = screen.getByRole('link', { name: 'People' });
  expect(people.getAttribute('href')).toBe('#mail/2/people/3f9c');
  await press('Discard them');
  await waitFor(() => expect(location.hash).toBe('#mail/2/import'));
  expect(people.getAttribute('href')).toBe('#mail/2/people');
  expect(powers.calls('dropHandedOn')).toEqual([{ ticket: '3f9c' }]);
});

test('law 4: the browser asks before the page goes with it, wherever one is', async () => {
  open({ ...taken(), journal: () => [] }, '#//people/3f9c');
  await screen.findByRole('heading', { name: 'People Acme Mail · Newsletter' });
  await waitFor(() => expect(isLeft()).toBe(false));
  location.hash = TICKET;
  await press('Discard them');
  await waitFor(() => expect(isLeft()).toBe(true));
});

test('law 6: who is to get no mail is left out until ticked, and an import asks as it always does', async () => {
  const concerns: Concern[] = [{ kind: 'consequence', of: 'imports', name: '3 people' }];
  const { powers } = open(
    {
      ...taken(),
      act: ({ intent, agreed }): ActReply =>
        agreed.length === 0
          ? { outcome: 'needs-yes', concerns }
          : { outcome: 'receipt', receipt: receipt({ ...intent, jobId: null } as Intent) }, // an import
    },
    TICKET,
  );
  expect(lines(await screen.findByRole('list', { name: '1 address' }))).toEqual(['ada@a.example']);
  fireEvent.click(screen.getByRole('checkbox', { name: 'Not looked up yet (1)' }));
  await screen.findByRole('list', { name: '2 addresses' });
  fireEvent.click(screen.getByRole('checkbox', { name: 'Unsubscribed or soft bounced (1)' }));
  await press('Import 3 people');
  const dialog = await screen.findByRole('dialog');
  expect(powers.calls('act')).toHaveLength(1);
  fireEvent.click(within(dialog).getByRole('button', { name: 'Import' }));
  await screen.findByText(/does not tell how many/);
  expect(powers.calls('act')[1]).toMatchObject({
    intent: { people: 3, tags: [], updateKnown: false, startActions: false },
    agreed: concerns,
    load: { lines: [['ada@a.example'], ['cy@a.example'], ['di@a.example']], columns: ['address'] },
  });
  // It has done its service.
  expect(screen.queryByRole('radio', source)).toBeNull();
  expect(powers.calls('dropHandedOn')).toEqual([{ ticket: '3f9c' }]);
});

test('law 6: how many are not known, and how old what is known is, stand beside the choice', async () => {
  const rows = [row('ada', 'one'), row('cy', 'unknown'), row('di', 'unknown')];
  open(taken({ rows, asOf: Date.now() - 3 * 60 * 60_000 }), TICKET);
  await screen.findByText(/2 of 3 are not known yet.*if they agreed.*asks for your/);
  await screen.findByText(/^The directory was read 3 h ago\./);
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: /^Not looked/ }).checked).toBe(
    false,
  );
});

test('one that is not known is spoken of as one', async () => {
  open(taken(), TICKET);
  await screen.findByText(/^[^]*1 of 4 is not known yet, nor if they may get mail/);
});

test('where everybody is known, and of no directory, nothing of that is said', async () => {
  open(taken({ rows: [row('ada', 'one')] }), TICKET);
  await screen.findByRole('list', { name: '1 address' });
  expect(screen.queryByText(/not known yet|was read/)).toBeNull();
});

test('law 2: it goes along to whichever account and list are chosen', async () => {
  const shop = octeth();
  shop.id = 'shop';
  shop.name = 'Shop Mail';
  open(taken(), TICKET, [octeth(), shop]);
  await screen.findByRole('radio', source);
  await choose('Account', 'shop');
  // Its first list is as good as any other.
  await screen.findByText('Choose a list first.');
  await choose('List', '1');
  const there = await screen.findByRole('region', { name: 'Import Shop Mail · Newsletter' });
  await within(there).findByRole('list', { name: '1 address' });
  fireEvent.click(within(there).getByRole('button', { name: 'Discard them' }));
  await waitFor(() => expect(screen.queryByRole('radio', source)).toBeNull());
  expect(screen.queryByText('Import 1 person')).toBeNull();
});

test('discarded, it is said, and the focus is at what is chosen then', async () => {
  open(taken(), TICKET);
  const letGo = await screen.findByRole('button', { name: 'Discard them' });
  letGo.focus();
  fireEvent.click(letGo);
  await screen.findByText('4 addresses discarded. Nothing was written.', {
    selector: '[role=status]',
  });
  const file = screen.getByRole('radio', { name: 'A file here, or lines to paste' });
  expect(document.activeElement).toBe(file);
});

test('discarded before a list was chosen, the focus is at the list that is shown then', async () => {
  open(taken(), BROUGHT);
  const letGo = await screen.findByRole('button', { name: 'Discard them' });
  letGo.focus();
  fireEvent.click(letGo);
  await screen.findByText('4 addresses discarded. Nothing was written.');
  const heading = screen.getByRole('heading', { name: 'Import Acme Mail · Newsletter' });
  expect(document.activeElement).toBe(heading);
});

test('they can be copied', async () => {
  const { powers } = open(taken(), TICKET);
  await press('Copy all 4');
  await screen.findByText('4 addresses copied, one a line.', { selector: '[role=status]' });
  expect(powers.copied).toEqual(['ada@a.example\nbo@a.example\ncy@a.example\ndi@a.example']);
});

test('that a page held more than was read is said', async () => {
  open(taken({ isCut: true, site: null }), TICKET);
  await screen.findByText(/4 addresses from a page.*/, { selector: 'b' });
  await screen.findByText(/holds more than could be read/);
});

test('where nobody of them is ticked, nothing can be imported', async () => {
  const { powers } = open(taken({ rows: [row('bo', 'stop')] }), TICKET);
  const off = await screen.findByRole('button', { name: 'Import 0 people' });
  expect(off.getAttribute('aria-disabled')).toBe('true');
  fireEvent.click(off);
  expect(powers.calls('act')).toEqual([]);
});

test.each([
  ['gone', /no longer here.*their tab is closed.*has written nothing.*once more/],
  ['crowded-out', /no longer here: five.*after them.*has written nothing.*once more/],
] as const)('law 3: what is no longer there is said, and why: %s', async (why, words) => {
  open({ handedOn: () => why }, TICKET);
  await screen.findByText(words);
  expect(screen.queryByRole('radio', source)).toBeNull();
});

test.each([
  ['crowded-out', /Five have been handed on since: .*loading it again loses them/],
  [
    'gone',
    /has written nothing.*kept.* no longer.*another tab.*used.*loading this one again loses them/,
  ],
] as const)(
  'law 3: on coming back to the tab it is said when its list is kept in it alone: %s',
  async (why, words) => {
    let answer: HandedOn | typeof why = handedOn();
    const { powers } = open({ handedOn: () => answer }, TICKET);
    await screen.findByRole('radio', source);
    await waitFor(() => expect(isLeft()).toBe(false));
    document.dispatchEvent(new Event('visibilitychange'));
    await waitFor(() => expect(powers.calls('handedOn')).toHaveLength(2));
    expect(screen.queryByText(words)).toBeNull();
    answer = why;
    // Beside another window it was never out of sight.
    dispatchEvent(new Event('focus'));
    await screen.findByText(words);
    expect(lines(screen.getByRole('list', { name: '1 address' }))).toEqual(['ada@a.example']);
    expect(location.hash).toContain(TICKET.slice(-4));
  },
);

test('what could not be read is asked for again when the page is loaded again', async () => {
  open({ handedOn: () => failed({ kind: 'timeout', host: 'h' }) }, TICKET);
  await screen.findByText(/could not be read.*has written nothing/);
  expect(location.hash).toBe(TICKET);
});

test('law 4: without a list it says what to do, and they can be copied or discarded', async () => {
  const { powers } = open(taken(), BROUGHT, [systeme()]);
  await screen.findByText(/connect Octeth in the options/);
  await screen.findByText(/^4 addresses from help\.a\.example, handed on/);
  expect(lines(screen.getByRole('list', { name: '4 addresses' }))).toHaveLength(4);
  await waitFor(() => expect(isLeft()).toBe(false));
  await press('Copy all 4');
  expect(powers.copied).toHaveLength(1);
  const letGo = screen.getByRole('button', { name: 'Discard them' });
  letGo.focus();
  fireEvent.click(letGo);
  await screen.findByText('4 addresses discarded. Nothing was written.');
  expect(document.activeElement?.textContent).toMatch(/connect Octeth/);
  await waitFor(() => expect(isLeft()).toBe(true));
});

test('law 4: they are there, too, where the accounts could not be read', async () => {
  open({ ...taken(), accounts: () => failed({ kind: 'timeout', host: 'h' }) }, TICKET);
  const again = await screen.findByRole('button', { name: 'Try again' });
  await screen.findByRole('list', { name: '4 addresses' });
  const letGo = screen.getByRole('button', { name: 'Discard them' });
  letGo.focus();
  fireEvent.click(letGo);
  await screen.findByText('4 addresses discarded. Nothing was written.');
  expect(document.activeElement).toBe(again);
});
