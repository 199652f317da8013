// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/dom';
import { expect, test } from 'vitest';
import { failed } from '@/lib/failure';
import type { Concern } from '@/lib/people/concern';
import type { Intent } from '@/lib/people/intent';
import type { LinesLoad } from '@/lib/people/list-work';
import type { ActReply, Receipt } from '@/lib/people/receipt';
import { rightsFrom } from '@/lib/people/rights';
import {
  BEN,
  CAT,
  choose,
  open,
  page,
  press,
  receipt,
  type,
  useWorkbench,
} from './testing/open-workbench';

useWorkbench();

test('a segment, a tag and a part of an address are asked for as what they are', async () => {
  const { powers } = open();
  await screen.findByRole('option', { name: 'Segment: Buyers (3 people)' });
  await choose('Show', 'segment 71');
  await choose('Show', 'tag 4');
  await type('Part of an address', ' ann ');
  await press('Search');
  await waitFor(() => expect(powers.calls('people')).toHaveLength(4));
  const asked = powers.calls('people').map((one) => (one as { whom: unknown }).whom);
  expect(asked).toEqual([
    { group: 'active' },
    { group: { segment: { id: '71', name: 'Buyers' } } },
    { search: { by: 'tag', tag: { id: '4', name: 'VIP' } } },
    { search: { by: 'address', part: 'ann' } },
  ]);
});

test('law 8: what was ticked on one page is not deleted from the next', async () => {
  const { powers } = open({
    people: ({ from }) =>
      from === 0 ? page([BEN], { next: 1, total: 2 }) : page([CAT], { total: 2 }),
  });
  fireEvent.click(await screen.findByRole('checkbox', { name: 'Tick ben@example.com' }));
  await screen.findByRole('button', { name: 'Delete 1 person' });
  await press('Next page');
  await screen.findByText('2 to 2 of 2 people');
  const off = screen.getByRole('button', { name: 'Delete ticked people' });
  expect(off.getAttribute('aria-disabled')).toBe('true');
  fireEvent.click(screen.getByRole('checkbox', { name: 'Tick cat@example.com' }));
  await press('Delete 1 person');
  await waitFor(() => expect(powers.calls('act')).toHaveLength(1));
  expect(powers.calls('act')[0]).toMatchObject({
    intent: { kind: 'delete-people', people: [{ id: '22', name: 'cat@example.com' }] },
    agreed: [],
  });
});

test('what is too long for an address is said at its field, and not asked for', async () => {
  const { powers } = open();
  await screen.findByText('2 people');
  await type('Part of an address', 'a'.repeat(300));
  await press('Search');
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toMatch(/254 characters/);
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  expect(powers.calls('people')).toHaveLength(1);
  await type('Part of an address', 'ben');
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
});

test('the keyboard stays where a page was turned', async () => {
  open({
    people: ({ from }) =>
      from === 0 ? page([BEN], { next: 1, total: 2 }) : page([CAT], { total: 2 }),
  });
  const turn = async (name: string, words: string) => {
    const button = await screen.findByRole('button', { name });
    button.focus();
    fireEvent.click(button);
    await screen.findByText(words);
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name })));
  };
  await turn('Next page', '2 to 2 of 2 people');
  await turn('Previous page', '1 to 1 of 2 people');
});

test('a page that cannot be read says so, and is tried again', async () => {
  let isDown = true;
  open({
    people: () => (isDown ? failed({ kind: 'offline', host: 'mail.acme.com' }) : page([])),
  });
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('Acme Mail');
  isDown = false;
  await press('Try again');
  await screen.findByText('Nobody here.');
});

test('what the key may not do is off, with the reason beside it', async () => {
  const { powers } = open(
    { abilities: () => ({ at: 1, rights: rightsFrom('Subscribers.Get') }) },
    '#mail/1/danger',
  );
  await screen.findByText('This key may not do that (Subscribers.Delete)');
  await press('Delete everyone on this list');
  expect(powers.calls('act')).toEqual([]);
  location.hash = '#mail/1/export';
  await screen.findByText('This key may not do that (Subscribers.Import)');
});

test('law 6: a yes to an import sends the very lines that were shown, bad ones left out', async () => {
  const concerns: Concern[] = [{ kind: 'consequence', of: 'imports', name: '1 person' }];
  const { powers } = open(
    {
      act: ({ intent, agreed }): ActReply =>
        agreed.length === 0
          ? { outcome: 'needs-yes', concerns }
          : { outcome: 'receipt', receipt: receipt({ ...intent, jobId: null } as Intent) }, // an import
    },
    '#mail/1/import',
  );
  await type('Or paste lines', 'Email;Company\neve@x.example;Acme\nnobody;Inc');
  await press('Read these lines');
  await screen.findByText('1 line has no valid address and will be left out');
  // The fields may come after the file.
  await waitFor(() =>
    expect(screen.getByLabelText<HTMLSelectElement>('Company').value).toBe('field 41'),
  );
  await press('Import 1 person');
  fireEvent.click(
    within(await screen.findByRole('dialog')).getByRole('button', { name: 'Import' }),
  );
  // An old server tells nothing afterwards, and no number is made up.
  await screen.findByText(/does not tell how many/);
  const [first, second] = powers.calls('act') as { agreed: Concern[]; load: LinesLoad }[];
  expect(first?.agreed).toEqual([]);
  expect(second?.agreed).toEqual(concerns);
  expect(second?.load).toEqual({
    lines: [['eve@x.example', 'Acme']],
    columns: ['address', { id: '41', name: 'Company' }],
  });
});

test('an export that is ready is saved under the names of account and list', async () => {
  const { saved } = open(
    {
      exportPeople: () => ({ id: '5', state: 'waiting', bytes: null }),
      exportState: () => ({ id: '5', state: 'done', bytes: 4 }),
      exportFile: () => ({ type: 'csv', text: 'a@b\n' }),
    },
    '#mail/1/export',
  );
  await press('Export');
  await screen.findByText(/^Saved as/);
  expect(saved).toEqual([
    {
      name: expect.stringMatching(/^Acme Mail Newsletter \d{4}-\d\d-\d\d\.csv$/),
      type: 'text/csv',
      text: 'a@b\n',
    },
  ]);
});

test('law 5: the other service’s key is out of the form before the answer is there', async () => {
  const { powers } = open({ prepareImport: () => [] }, '#mail/1/import');
  await type(/^Server of Mailchimp/, 'us1');
  await type('Key of Mailchimp', 'secret');
  await press('Show its lists');
  await screen.findByText('It has no lists.');
  expect(powers.calls('prepareImport')).toEqual([
    { accountId: 'mail', source: { service: 'mailchimp', key: 'secret', server: 'us1' } },
  ]);
  expect(screen.getByLabelText<HTMLInputElement>('Key of Mailchimp').value).toBe('');
});

test('what was done offers to look again at what is in doubt, and no more than that', async () => {
  const target = {
    account: { id: 'mail', name: 'Acme Mail', system: 'octeth' as const },
    place: { id: '1', name: 'Newsletter' },
    profileId: '21',
    address: 'ben@example.com',
  };
  const tag = { kind: 'tag', target, tag: { id: '4', name: 'VIP' } } as Intent; // a folded address
  let state: Receipt['state'] = 'unknown';
  const { powers } = open(
    {
      journal: () => [{ ...receipt(tag), state }],
      settle: () => {
        state = 'done';
        return receipt(tag);
      },
    },
    '#mail/1/done',
  );
  await screen.findByText('Not certain: tagging VIP', { selector: 'b' });
  expect(screen.queryByRole('button', { name: /^Undo/ })).toBeNull();
  await press('Check again Not certain: tagging VIP');
  await screen.findByRole('button', { name: 'Undo Tagged VIP' });
  expect(powers.calls('settle')).toEqual([{ receiptId: 'r1' }]);
});

test('law 3: an undo there that was interrupted is told by what is read again', async () => {
  const desk = {
    account: { id: 'mail', name: 'Acme Mail', system: 'octeth' as const },
    place: { id: '1', name: 'Newsletter' },
  };
  const rename = (from: string, name: string): Intent => ({
    ...{ kind: 'rename-tag', desk, tag: { id: '4', name: from }, name },
  });
  const kept = [receipt(rename('VIP', 'Patron'))];
  open(
    {
      journal: () => [...kept],
      undo: () => {
        kept.unshift({ ...receipt(rename('Patron', 'VIP')), id: 'r2', undoes: 'r1' });
        return failed({ kind: 'broken', where: 'background' });
      },
    },
    '#mail/1/done',
  );
  await press('Undo Renamed tag VIP to Patron');
  await screen.findByText('Renamed tag Patron to VIP', { selector: 'b' });
  expect(screen.queryByRole('alert')).toBeNull();
});
