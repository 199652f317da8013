// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/dom';
import { render } from 'preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { octeth, systeme } from '@/components/accounts/testing/accounts';
import { type FakePowers, fakePowers } from '@/components/accounts/testing/fake-powers';
import { done } from '@/lib/failure';
import { rightsFrom } from '@/lib/people/rights';
import type { Catalogue, CataloguedTag } from '@/lib/people/catalogue';
import type { Concern } from '@/lib/people/concern';
import type { Intent } from '@/lib/people/intent';
import type { ActReply, Receipt } from '@/lib/people/receipt';
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
});
afterEach(() => {
  if (root) render(null, root);
  document.body.replaceChildren();
  location.hash = '';
});

const news = { id: '1', name: 'Newsletter' };
const buyers = { id: '2', name: 'Customers' };
const vip: CataloguedTag = { id: '7', name: 'VIP', place: news, people: 12 };
const trial: CataloguedTag = { id: '9', name: 'Trial', place: buyers, people: null };
const mailCatalogue: Catalogue = {
  at: 1,
  tags: done([vip, trial]),
  fields: done([{ id: '41', name: 'Company', place: news, required: true }]),
  courses: null,
  communities: null,
};
const schoolCatalogue: Catalogue = {
  at: 1,
  tags: done([{ id: '5', name: 'Buyer', place: null, people: null }]),
  fields: done([{ id: 'birthday', name: 'Birthday', place: null, required: false }]),
  courses: done([]),
  communities: done([]),
};

const receiptOf = (intent: Intent, more: Partial<Receipt> = {}): ActReply => ({
  outcome: 'receipt',
  receipt: {
    id: 'r1',
    intent,
    state: 'done',
    at: Date.now(),
    failure: null,
    retryAt: null,
    undoes: null,
    undone: false,
    ...more,
  },
});

interface Setting {
  system?: 'octeth' | 'systeme';
  act?: (asked: { intent: Intent; agreed: Concern[] }) => ActReply;
  more?: NonNullable<Parameters<typeof fakePowers>[0]>['replies'];
}

function open({ system = 'octeth', act = ({ intent }) => receiptOf(intent), more }: Setting = {}) {
  location.hash = system === 'octeth' ? '#accounts/mail/desk' : '#accounts/school/desk';
  const powers = fakePowers({
    accounts: [
      octeth({ lists: [news, buyers].map((list) => ({ ...list, searched: true })) }),
      systeme(),
    ],
    replies: {
      catalogue: () => (system === 'octeth' ? mailCatalogue : schoolCatalogue),
      act,
      ...more,
    },
  });
  show(powers);
  return powers;
}

const part = (name: RegExp) => screen.findByRole('region', { name });
const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));
const type = async (label: string | RegExp, value: string) =>
  fireEvent.input(await screen.findByLabelText(label), { target: { value } });
const intents = (powers: FakePowers) =>
  powers.calls('act').map((asked) => (asked as { intent: Intent }).intent);

test('tags are listed by list, with how many people carry each where that is told', async () => {
  open();
  const list = await screen.findByRole('list', { name: 'Tags of Newsletter' });
  expect(list.textContent).toContain('VIP12 people');
  const other = screen.getByRole('list', { name: 'Tags of Customers' });
  expect(other.textContent).not.toMatch(/people/);
  expect((await part(/^Fields( \d+)?$/)).textContent).toContain(
    'made and changed in Octeth itself',
  );
});

test('the filter narrows, and says when nothing is left', async () => {
  open();
  await type('Filter tags', 'vi');
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Rename Trial' })).toBeNull());
  expect(screen.getByRole('button', { name: 'Rename VIP' })).toBeTruthy();
  await type('Filter tags', 'zzz');
  await screen.findByText('No tags of that name.');
});

test('law 2: a tag is created on the list that was chosen, and the list is read anew', async () => {
  const powers = open();
  await type('New tag', ' Webinar ');
  fireEvent.change(await screen.findByLabelText('On the list'), { target: { value: '2' } });
  await press('Create tag');
  await screen.findByText('Created tag Webinar');
  expect(intents(powers)).toMatchObject([
    { kind: 'create-tag', name: 'Webinar', desk: { account: { id: 'mail' }, place: buyers } },
  ]);
  await waitFor(() =>
    expect(powers.calls('catalogue').at(-1)).toEqual({ accountId: 'mail', fresh: true }),
  );
  expect(screen.getByLabelText<HTMLInputElement>('New tag').value).toBe('');
});

test('a name that is taken or missing is refused before anything is asked', async () => {
  const powers = open();
  await press('Create tag');
  await screen.findByText('Type a name.');
  await type('New tag', 'vip');
  await press('Create tag');
  await screen.findByText('There is a tag “VIP” already.');
  expect(powers.calls('act')).toEqual([]);
});

test('a tag is renamed where it stands, and that can be undone', async () => {
  const powers = open({
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
  const powers = open();
  await press('Rename VIP');
  const field = await screen.findByLabelText('New name for VIP');
  fireEvent.keyDown(field, { key: 'Escape' });
  await screen.findByRole('button', { name: 'Rename VIP' });
  expect(powers.calls('act')).toEqual([]);
});

test('law 8: deletion names its victims and has the name typed', async () => {
  const concern: Concern = { kind: 'type-name', name: 'VIP', people: 12 };
  const powers = open({
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
  const powers = open({
    act: ({ intent }) => unknown(intent),
    more: { settle: () => (receiptOf(intents(powers)[0]!) as { receipt: Receipt }).receipt },
  });
  await type('New tag', 'Webinar');
  await press('Create tag');
  await screen.findByText('Not certain: Created tag Webinar');
  expect(screen.getByLabelText<HTMLInputElement>('New tag').value).toBe('Webinar');
  await press('Check again');
  await screen.findByText('Created tag Webinar');
});

test('law 3: a background that dies meanwhile is asked for the receipt', async () => {
  const broken = { ok: false as const, failure: { kind: 'broken' as const, where: 'background' } };
  const powers = open({
    act: () => broken as never,
    more: { receipts: () => [(receiptOf(intents(powers)[0]!) as { receipt: Receipt }).receipt] },
  });
  await type('New tag', 'Webinar');
  await press('Create tag');
  await screen.findByText('Created tag Webinar');
});

test('a part that cannot be read hides no other', async () => {
  const failure = { kind: 'not-allowed' as const, permission: 'List.Update' };
  const tags = { ok: false as const, failure };
  open({ more: { catalogue: () => ({ ...mailCatalogue, tags }) } });
  expect((await part(/^Tags( \d+)?$/)).textContent).toContain('List.Update');
  expect((await part(/^Fields( \d+)?$/)).textContent).toContain('Company');
});

test('what the key may not do is off, with the right’s own name beside it', async () => {
  const abilities = () => ({ at: 1, rights: rightsFrom('Lists.Get') });
  const powers = open({ more: { abilities } });
  const create = await screen.findByRole('button', { name: 'Create tag' });
  await waitFor(() => expect(create.getAttribute('aria-disabled')).toBe('true'));
  const reason = document.getElementById(create.getAttribute('aria-describedby') ?? '');
  expect(reason?.textContent).toBe('This key may not (List.Update)');
  await type('New tag', 'Webinar');
  fireEvent.click(create);
  await press('Rename VIP');
  expect(screen.queryByLabelText('New name for VIP')).toBeNull();
  expect(powers.calls('act')).toEqual([]);
});

test('a field of Systeme.io is created with the slug that was proposed, or another', async () => {
  const powers = open({ system: 'systeme' });
  await type('New field', 'Größe der Firma');
  expect((await screen.findByLabelText<HTMLInputElement>('Slug')).value).toBe('grosse_der_firma');
  await type('Slug', 'birthday');
  await press('Create field');
  await screen.findByText('There is a field with the slug birthday already.');
  await type('Slug', 'size');
  await press('Create field');
  await screen.findByText('Created field Größe der Firma');
  expect(intents(powers)).toMatchObject([
    { kind: 'create-field', name: 'Größe der Firma', slug: 'size', desk: { place: null } },
  ]);
});

test('a field of Systeme.io is renamed and deleted by its slug', async () => {
  const powers = open({ system: 'systeme' });
  await press('Rename Birthday');
  await type('New name for Birthday', 'Day of birth');
  await press('Save name');
  await press('Delete Birthday');
  await waitFor(() => expect(powers.calls('act')).toHaveLength(2));
  expect(intents(powers)).toMatchObject([
    { kind: 'rename-field', field: { id: 'birthday' }, name: 'Day of birth' },
    { kind: 'delete-field', field: { id: 'birthday' } },
  ]);
});
