// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/dom';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { done, failed } from '@/lib/failure';
import type { CataloguedField } from '@/lib/people/catalogue';
import type { Findings } from '@/lib/people/findings';
import { found, opening, usePopupPage } from '../people/testing/open-popup';
import {
  ADA,
  begin,
  choose,
  detailsOf,
  fill,
  inMail,
  onBoth,
  onList,
  openCard,
  places,
  press,
} from '../people/testing/two-accounts';

const MAIL = 'Acme Mail';
const SCHOOL = 'Acme School';

usePopupPage();
afterEach(() => void vi.useRealTimers());

const lookUp = (findings: Findings) => ({
  lookUp: ({ accountId }: { accountId: string }) => (accountId === 's' ? found(ADA, []) : findings),
});
const off = (form: HTMLElement, name: string) =>
  within(form).getByRole('button', { name }).getAttribute('aria-disabled');
const lists = (form: HTMLElement) => within(form).getByLabelText<HTMLSelectElement>('List');

async function pick(form: HTMLElement, name: string) {
  const option = [...lists(form).options].find(({ text }) => text === name);
  fireEvent.change(lists(form), { target: { value: option?.value } });
  await waitFor(() => expect(lists(form).selectedOptions[0]?.text).toBe(name));
}

describe('adding', () => {
  test('to the other system carries her name and fields over, and leaves out what she takes off', async () => {
    const { acts } = openCard({
      lookUp: ({ accountId }: { accountId: string }) =>
        accountId === 's' ? { ...found(ADA, []), profiles: [] } : onBoth(),
      details: () =>
        detailsOf({ fields: done([{ id: '7', name: 'company name', value: 'Engines' }]) }),
      catalogue: () => ({
        ...{ at: 0, tags: done([]), courses: null, communities: null },
        fields: done([{ id: 'company', name: 'Company name', place: null, required: false }]),
      }),
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Add to Acme School' }));
    const form = await screen.findByRole('form', { name: 'Add to Acme School' });
    const first = within(form).getByLabelText<HTMLInputElement>('First name');
    await waitFor(() => expect(first.value).toBe('Ada'));
    const company = 'Company name: Engines (Acme Mail)';
    expect((await within(form).findByLabelText<HTMLInputElement>(company)).checked).toBe(true);
    await fill(form, 'Last name', 'King');
    await choose(form, company);
    await choose(form, company);
    await press(form, 'Add to Acme School');
    await waitFor(() => expect(acts).toHaveLength(1));
    expect(acts[0]?.intent).toMatchObject({
      kind: 'add',
      person: {
        ...{ account: { name: SCHOOL }, firstName: 'Ada', lastName: 'King', way: 'create' },
        fields: [{ id: 'company', name: 'Company name', before: '', after: 'Engines' }],
      },
    });
  });

  test('begun elsewhere for a list she is on, asks for the list', async () => {
    const addTo = { id: 'm', name: MAIL, system: 'octeth' as const };
    const { acts } = openCard({
      opening: () => ({ ...opening, address: ADA, from: 'handed-over', addTo }),
      ...lookUp(inMail([onList(places[0]!)])),
    });
    const form = await screen.findByRole('form', { name: 'Add to Acme Mail' });
    await fill(form, 'IP address', '203.0.113.7');
    // On which she is was not known when it was begun, so none is taken for granted.
    expect(off(form, 'Choose a list first')).toBe('true');
    await pick(form, 'Customers');
    await press(form, 'Add to Acme Mail');
    await waitFor(() =>
      expect(acts[0]?.intent).toMatchObject({ person: { place: { name: 'Customers' } } }),
    );
  });

  test('to a further list offers those she is not on, and says which mail is sent', async () => {
    const { acts } = openCard();
    const form = await begin(MAIL, 'Add to a list');
    const list = within(form).getByLabelText<HTMLSelectElement>('List');
    expect([...list.options].map(({ text }) => text)).toEqual(['Archive']);
    expect(form.textContent).toContain('confirmation mail');
    await choose(form, 'By the list’s own sign-up');
    await fill(form, 'IP address', '203.0.113.7');
    await press(form, 'Add to Acme Mail');
    await waitFor(() => expect(acts).toHaveLength(1));
    expect(acts[0]?.intent).toMatchObject({
      person: { place: { name: 'Archive' }, way: 'subscribe', ipAddress: '203.0.113.7' },
    });
  });

  test('law 2: a list that cannot be asked any more is not taken for another', async () => {
    let asked = 0;
    const nowhere = inMail([]);
    const failure = { kind: 'timeout', host: 'h' } as const;
    const failing: Findings = {
      ...nowhere,
      places: nowhere.places.map((search, index) =>
        index === 0 ? { place: search.place, outcome: 'failed', failure } : search,
      ),
    };
    const { acts } = openCard({
      lookUp: ({ accountId }: { accountId: string }) => {
        if (accountId === 's') return found(ADA, []);
        asked += 1;
        return asked === 1 ? nowhere : failing;
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Add to Acme Mail' }));
    const form = await screen.findByRole('form', { name: 'Add to Acme Mail' });
    // The first of the alphabet is as good as any other.
    expect(lists(form).selectedOptions[0]?.text).toBe('Choose a list');
    expect(off(form, 'Choose a list first')).toBe('true');
    await pick(form, 'Archive');
    await fill(form, 'IP address', '203.0.113.7');
    fireEvent.keyDown(screen.getByRole('searchbox'), { key: 'Enter' });
    const alert = await within(form).findByText(/“Archive” could not be asked/);
    expect(alert.textContent).toContain('Choose another list.');
    expect(lists(form).value).toBe('');
    await press(form, 'Choose a list first');
    expect(acts).toEqual([]);
    await pick(form, 'Newsletter');
    await press(form, 'Add to Acme Mail');
    await waitFor(() =>
      expect(acts[0]?.intent).toMatchObject({ person: { place: { name: 'Newsletter' } } }),
    );
  });

  test('as somebody who has left asks when and from where, and for a yes', async () => {
    vi.useFakeTimers({ now: new Date(2026, 10, 25, 23, 59), toFake: ['Date'] });
    const concern = { kind: 'consequence', of: 'adds-as-left', name: ADA } as const;
    const { acts } = openCard({}, [concern]);
    const form = await begin(MAIL, 'Add to a list');
    const day = within(form).getByLabelText<HTMLInputElement>('Signed up on');
    expect(day.value).toBe('2026-11-25');
    await choose(form, 'Unsubscribed');
    expect(form.textContent).toContain('from where they asked to go');
    await fill(form, 'Left on', '2999-01-01');
    await press(form, 'Add to Acme Mail');
    expect(form.textContent).toContain('Choose a day that has been.');
    expect(form.textContent).toContain('Type the IP address they asked to go from');
    expect(acts).toEqual([]);
    await fill(form, 'Left on', '2025-03-09');
    await fill(form, 'IP address', '203.0.113.7');
    await press(form, 'Add to Acme Mail');
    const question = await screen.findByRole('alertdialog');
    expect(question.textContent).toContain('as somebody who left it');
    await press(question, 'Add anyway');
    await waitFor(() => expect(acts).toHaveLength(2));
    expect(acts[1]).toMatchObject({
      agreed: [concern],
      intent: {
        person: { standing: 'unsubscribed', since: '2025-03-09', ipAddress: '203.0.113.7' },
      },
    });
  });

  const field = (more: Partial<CataloguedField>): CataloguedField => ({
    ...{ id: '53', name: 'Customer number', place: places[0]!, required: true },
    ...more,
  });
  const catalogueOf = (fields: CataloguedField[]) => ({
    catalogue: () => ({
      ...{ at: 0, tags: done([]), courses: null, communities: null },
      fields: done(fields),
    }),
  });

  test('asks for what the list takes nobody without', async () => {
    const others = [field({ id: '54', place: places[1]! }), field({ id: '55', required: false })];
    const name = field({ id: '51', name: 'First name' });
    const { acts } = openCard({
      ...catalogueOf([field({}), name, ...others]),
      lookUp: ({ accountId }: { accountId: string }) =>
        accountId === 's' ? { ...found(ADA, []), profiles: [] } : onBoth(),
    });
    const form = await begin(MAIL, 'Add to a list');
    await fill(form, 'IP address', '203.0.113.7');
    await within(form).findByLabelText('Customer number');
    await press(form, 'Add to Acme Mail');
    await waitFor(() =>
      expect(within(form).getAllByText('This list takes nobody without it.')).toHaveLength(2),
    );
    expect(acts).toEqual([]);
    await fill(form, 'Customer number', ' 40 ');
    await fill(form, 'First name', 'Ada');
    await press(form, 'Add to Acme Mail');
    await waitFor(() => expect(acts).toHaveLength(1));
    expect(acts[0]?.intent).toMatchObject({
      person: {
        firstName: 'Ada',
        fields: [{ id: '53', name: 'Customer number', before: '', after: '40' }],
      },
    });
  });

  test('says for which part of a name the list has no field, and asks for none', async () => {
    const given = field({ id: '61', name: 'Vorname', required: false, part: 'first' });
    const { acts } = openCard({
      catalogue: () => ({ ...catalogueOf([given]).catalogue(), places }),
      lookUp: ({ accountId }: { accountId: string }) =>
        accountId === 's' ? { ...found(ADA, []), profiles: [] } : onBoth(),
    });
    const form = await begin(MAIL, 'Add to a list');
    await within(form).findByText('This list has no field for a last name.');
    expect(within(form).queryByLabelText('Last name')).toBeNull();
    await fill(form, 'First name', 'Ada');
    await fill(form, 'IP address', '203.0.113.7');
    await press(form, 'Add to Acme Mail');
    await waitFor(() => expect(acts).toHaveLength(1));
    expect(acts[0]?.intent).toMatchObject({ person: { firstName: 'Ada', lastName: '' } });
  });

  test('says that it does not know what the list asks for, and lets it be tried', async () => {
    const failure = { kind: 'not-allowed', permission: 'CustomFields.Get' } as const;
    openCard({ catalogue: () => ({ ...catalogueOf([]).catalogue(), fields: failed(failure) }) });
    const form = await begin(MAIL, 'Add to a list');
    await within(form).findByText(/Which fields this list asks for is not known/);
    expect(off(form, 'Add to Acme Mail')).toBeNull();
  });
});
