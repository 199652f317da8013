// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/dom';
import { expect, test } from 'vitest';
import { rightsFrom } from '@/lib/people/rights';
import type { Concern } from '@/lib/people/concern';
import type { Intent } from '@/lib/people/intent';
import type { Receipt } from '@/lib/people/receipt';
import {
  buyers,
  intents,
  mailCatalogue,
  news,
  openDesk,
  press,
  receiptOf,
  type,
  useDesk,
} from './testing/open-desk';

useDesk();

const on = async (listId: string) =>
  fireEvent.change(await screen.findByLabelText('On the list'), { target: { value: listId } });

const part = (name: RegExp) => screen.findByRole('region', { name });

test('tags are listed by list, with how many people carry each where that is told', async () => {
  openDesk();
  const list = await screen.findByRole('list', { name: 'Tags of Newsletter' });
  expect(list.textContent).toContain('VIPPays well12 people');
  const other = screen.getByRole('list', { name: 'Tags of Customers' });
  expect(other.textContent).not.toMatch(/people/);
  expect((await part(/^Fields( \d+)?$/)).textContent).toContain(
    'made and changed in Octeth itself',
  );
});

test('the filter narrows, and says when nothing is left', async () => {
  openDesk();
  await type('Filter tags', 'vi');
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Rename Trial' })).toBeNull());
  expect(screen.getByRole('button', { name: 'Rename VIP' })).toBeTruthy();
  await type('Filter tags', 'zzz');
  await screen.findByText('No tags of that name.');
});

test('law 2: a tag is created on the list that was chosen, and the list is read anew', async () => {
  const powers = openDesk();
  await type('New tag', ' Webinar ');
  await type('What it is for (optional)', ' Came in May ');
  await on('2');
  await press('Create tag');
  await screen.findByText('Created tag Webinar');
  expect(intents(powers)).toMatchObject([
    {
      ...{ kind: 'create-tag', name: 'Webinar', description: 'Came in May' },
      desk: { account: { id: 'mail' }, place: buyers },
    },
  ]);
  await waitFor(() =>
    expect(powers.calls('catalogue').at(-1)).toEqual({ accountId: 'mail', fresh: true }),
  );
  expect(screen.getByLabelText<HTMLInputElement>('New tag').value).toBe('');
});

test('a name that is taken or missing is refused before anything is asked', async () => {
  const powers = openDesk();
  await press('Create tag');
  await screen.findByText('Type a name.');
  await screen.findByText('Choose a list.');
  await type('New tag', 'vip');
  const list = await screen.findByLabelText<HTMLSelectElement>('On the list');
  expect(list.selectedOptions[0]?.text).toBe('Choose a list');
  await on('1');
  await press('Create tag');
  await screen.findByText('There is a tag “VIP” already.');
  expect(powers.calls('act')).toEqual([]);
});

test('a tag is renamed where it stands, and that can be undone', async () => {
  const powers = openDesk({
    more: {
      undo: () =>
        (
          receiptOf(
            {
              kind: 'rename-tag',
              desk: { account: { id: 'mail', name: 'Acme Mail', system: 'octeth' }, place: news },
              tag: { id: '7', name: 'Gold' },
              name: 'VIP',
            },
            { id: 'r2', undoes: 'r1' },
          ) as { receipt: Receipt }
        ).receipt,
    },
  });
  await press('Rename VIP');
  await type('New name for VIP', 'Gold');
  await press('Save name');
  await screen.findByText('Renamed tag VIP to Gold');
  expect(intents(powers)[0]).toMatchObject({ kind: 'rename-tag', tag: { id: '7' }, name: 'Gold' });
  await press('Undo');
  await screen.findByText('Renamed tag Gold to VIP');
  expect(powers.calls('undo')).toEqual([{ receiptId: 'r1' }]);
});

test('Escape leaves a renaming, and the keyboard is back at its button', async () => {
  const powers = openDesk();
  await press('Rename VIP');
  const field = await screen.findByLabelText('New name for VIP');
  fireEvent.keyDown(field, { key: 'Escape' });
  await screen.findByRole('button', { name: 'Rename VIP' });
  expect(powers.calls('act')).toEqual([]);
});

test('law 8: deletion names its victims and has the name typed', async () => {
  const concern: Concern = { kind: 'type-name', name: 'VIP', people: 12 };
  const powers = openDesk({
    act: ({ intent, agreed }) =>
      agreed.length > 0 ? receiptOf(intent) : { outcome: 'needs-yes', concerns: [concern] },
  });
  await press('Delete VIP');
  const dialog = await screen.findByRole('dialog', { name: 'Delete tag “VIP”?' });
  expect(dialog.textContent).toContain('12 people');
  expect(dialog.textContent).toContain('Acme Mail · Newsletter');
  const yes = within(dialog).getByRole('button', { name: 'Delete tag' });
  fireEvent.click(yes);
  await type('Type VIP to go on', 'VI');
  fireEvent.click(yes);
  expect(powers.calls('act')).toHaveLength(1);
  await type('Type VIP to go on', 'VIP');
  fireEvent.click(yes);
  await screen.findByText('Deleted tag VIP');
  expect(powers.calls('act').at(-1)).toMatchObject({ agreed: [{ ...concern, typed: 'VIP' }] });
});

test('law 3: what is in doubt says so and is looked at again on request', async () => {
  const failure = { kind: 'timeout' as const, host: 'mail.acme.com' };
  const unknown = (intent: Intent) => receiptOf(intent, { state: 'unknown', failure });
  const powers = openDesk({
    act: ({ intent }) => unknown(intent),
    more: { settle: () => (receiptOf(intents(powers)[0]!) as { receipt: Receipt }).receipt },
  });
  await type('New tag', 'Webinar');
  await on('1');
  await press('Create tag');
  await screen.findByText('Not certain: creating tag Webinar');
  expect(screen.getByLabelText<HTMLInputElement>('New tag').value).toBe('Webinar');
  await press('Check again');
  await screen.findByText('Created tag Webinar');
});

test('law 3: a background that dies meanwhile is asked for the receipt', async () => {
  const broken = { ok: false as const, failure: { kind: 'broken' as const, where: 'background' } };
  const powers = openDesk({
    act: () => broken as never,
    more: { receipts: () => [(receiptOf(intents(powers)[0]!) as { receipt: Receipt }).receipt] },
  });
  await type('New tag', 'Webinar');
  await on('1');
  await press('Create tag');
  await screen.findByText('Created tag Webinar');
});

test('a part that cannot be read hides no other', async () => {
  const failure = { kind: 'not-allowed' as const, permission: 'List.Update' };
  const tags = { ok: false as const, failure };
  openDesk({ more: { catalogue: () => ({ ...mailCatalogue, tags }) } });
  expect((await part(/^Tags( \d+)?$/)).textContent).toContain('List.Update');
  expect((await part(/^Fields( \d+)?$/)).textContent).toContain('Company');
});

test('what the key may not do is off, with the right’s own name beside it', async () => {
  const abilities = () => ({ at: 1, rights: rightsFrom('Lists.Get') });
  const powers = openDesk({ more: { abilities } });
  const create = await screen.findByRole('button', { name: 'Create tag' });
  await waitFor(() => expect(create.getAttribute('aria-disabled')).toBe('true'));
  const reason = document.getElementById(create.getAttribute('aria-describedby') ?? '');
  expect(reason?.textContent).toBe('This key may not do that (List.Update)');
  await type('New tag', 'Webinar');
  fireEvent.click(create);
  await press('Rename VIP');
  expect(screen.queryByLabelText('New name for VIP')).toBeNull();
  expect(powers.calls('act')).toEqual([]);
});
