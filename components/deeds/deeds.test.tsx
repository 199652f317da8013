// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/dom';
import { describe, expect, test } from 'vitest';
import { done, failed } from '@/lib/failure';
import type { Target } from '@/lib/people/intent';
import { found, usePopupPage } from '../people/testing/open-popup';
import {
  ADA,
  begin,
  choose,
  detailsOf,
  fill,
  inMail,
  inSchool,
  onBoth,
  onList,
  openCard,
  places,
  press,
  regionOf,
} from '../people/testing/two-accounts';

const MAIL = 'Acme Mail';
const SCHOOL = 'Acme School';

usePopupPage();

const lookUp = (findings: ReturnType<typeof onBoth>) => ({
  lookUp: ({ accountId }: { accountId: string }) => (accountId === 's' ? found(ADA, []) : findings),
});
const off = (form: HTMLElement, name: string) =>
  within(form).getByRole('button', { name }).getAttribute('aria-disabled');

describe('editing', () => {
  const city = (value: string) => done([{ id: '5', name: 'City', value }]);
  const details = {
    details: ({ target }: { target: Target }) => {
      if (target.account.system === 'systeme') return inSchool;
      return detailsOf({ fields: city(target.place?.id === '3' ? 'London' : '') });
    },
  };

  test('asks which list first, says when nothing changed, and sends what did', async () => {
    const { acts } = openCard(details);
    const form = await begin(MAIL, 'Edit');
    expect(off(form, 'Choose a list first')).toBe('true');
    await choose(form, 'Newsletter');
    await within(form).findByLabelText('City');
    expect(off(form, 'Nothing changed')).toBe('true');
    await fill(form, 'City', 'Paris');
    await within(form).findByText('Before: London');
    await press(form, 'Save changes');
    await waitFor(() => expect(acts).toHaveLength(1));
    expect(acts[0]?.intent).toMatchObject({
      kind: 'update',
      target: { place: { name: 'Newsletter' } },
      fields: [{ id: '5', name: 'City', before: 'London', after: 'Paris' }],
      newAddress: null,
    });
  });

  test('on both lists sends each its own change', async () => {
    const { acts } = openCard(details);
    const form = await begin(MAIL, 'Edit');
    await choose(form, 'Both lists');
    await within(form).findByText('Customers: empty · Newsletter: London');
    await fill(form, 'City', 'Paris');
    await fill(form, 'Address', 'ada@byron.example');
    await press(form, 'Save changes');
    await waitFor(() => expect(acts).toHaveLength(2));
    expect(acts.map(({ intent }) => intent)).toMatchObject([
      { target: { place: { name: 'Customers' } }, fields: [{ before: '' }] },
      { target: { place: { name: 'Newsletter' } }, newAddress: { after: 'ada@byron.example' } },
    ]);
  });

  test('refuses in words what is no address', async () => {
    openCard(details);
    const form = await begin(MAIL, 'Edit');
    await choose(form, 'Newsletter');
    await fill(form, 'Address', 'ada@byron');
    await within(form).findByRole('alert');
    expect(off(form, 'Save changes')).toBe('true');
  });

  test('says that Systeme.io cannot change an address, and takes the first field', async () => {
    openCard(details);
    const form = await begin(SCHOOL, 'Edit');
    const company = await within(form).findByLabelText('Company');
    expect(form.textContent).toContain('Systeme.io cannot change an address');
    expect(within(form).queryByLabelText('Address')).toBeNull();
    await waitFor(() => expect(document.activeElement).toBe(company));
  });

  test('says which list’s fields could not be read', async () => {
    const timeout = failed({ kind: 'timeout', host: 'h' });
    openCard({ details: () => detailsOf({ fields: timeout }) });
    const form = await begin(MAIL, 'Edit');
    await choose(form, 'Both lists');
    await within(form).findByText(/^Newsletter:.*took too long/);
    expect(within(form).getAllByRole('button', { name: 'Try again' })).toHaveLength(2);
  });
});

test('an opt-in is confirmed where somebody is pending, with the code from her mail', async () => {
  const { acts } = openCard(lookUp(onBoth('pending')));
  const form = await begin(MAIL, 'Confirm opt-in');
  expect(form.textContent).toContain('link in the mail');
  expect(off(form, 'Enter the code first')).toBe('true');
  await fill(form, 'Confirmation code', ' abc123 ');
  await press(form, 'Confirm opt-in');
  await waitFor(() =>
    expect(acts[0]?.intent).toMatchObject({
      ...{ kind: 'confirm', code: 'abc123', target: { place: { name: 'Customers' } } },
    }),
  );
});

test('nobody pending, nothing to confirm', async () => {
  openCard();
  const region = await regionOf(MAIL);
  fireEvent.click(await within(region).findByRole('button', { name: 'Actions' }));
  const group = await within(region).findByRole('group', { name: 'Actions in Acme Mail' });
  expect(
    within(group)
      .getAllByRole('button')
      .map(({ textContent }) => textContent),
  ).toEqual(['Edit', 'Add to a list', 'Unsubscribe', 'Delete']);
});

test('what the key may not do stays in sight, switched off, with the right’s own name', async () => {
  openCard({
    abilities: ({ accountId }: { accountId: string }) => ({
      at: null,
      rights:
        accountId === 'm'
          ? { 'Subscribers.Delete': { may: false, named: null } }
          : { 'DELETE /school/enrollments/{id}': { may: false, named: null } },
    }),
  });
  const region = await regionOf(MAIL);
  fireEvent.click(await within(region).findByRole('button', { name: 'Actions' }));
  const remove = await within(region).findByRole('button', { name: 'Delete' });
  await within(region).findByText('This key may not do that (Subscribers.Delete)');
  expect(remove.getAttribute('aria-disabled')).toBe('true');
  fireEvent.click(remove);
  expect(within(region).queryByRole('form')).toBeNull();
  const unenrol = await screen.findByRole('button', { name: 'Remove from Email mastery' });
  expect(unenrol.getAttribute('aria-disabled')).toBe('true');
  expect(unenrol.title).toContain('DELETE /school/enrollments');
});

test('law 8: deleting on several lists asks which, and then for the name, list by list', async () => {
  const { acts } = openCard({}, [{ kind: 'type-name', name: ADA, people: null }]);
  const form = await begin(MAIL, 'Delete');
  expect(off(form, 'Choose a list first')).toBe('true');
  await choose(form, 'Both lists');
  await press(form, 'Delete');
  for (const place of ['Customers', 'Newsletter']) {
    await waitFor(() =>
      expect(screen.getByRole('alertdialog').textContent).toContain(`Acme Mail · ${place}`),
    );
    await fill(screen.getByRole('alertdialog'), `Type ${ADA} to confirm`, ADA);
    await press(screen.getByRole('alertdialog'), 'Delete for good');
    expect(acts.at(-1)).toMatchObject({
      ...{ agreed: [{ typed: ADA }], intent: { target: { place: { name: place } } } },
    });
  }
  expect(screen.queryByRole('alertdialog')).toBeNull();
});

test('leaving a journey is a choice of two ways', async () => {
  const journeys = [
    { id: '9', name: 'Welcome', state: 'active' as const, step: 2, steps: 5, since: null },
  ];
  const { acts } = openCard(lookUp(inMail([onList(places[1]!), onList(places[2]!, { journeys })])));
  for (const [way, kind] of [
    ['Take out', 'leave-journey'],
    ['Let it end here', 'exit-journey'],
  ] as const) {
    fireEvent.click(await screen.findByRole('button', { name: 'Leave Welcome on Newsletter' }));
    const group = await screen.findByRole('form', { name: 'Leave “Welcome”' });
    await press(group, way);
    await waitFor(() =>
      expect(acts.at(-1)?.intent).toMatchObject({
        ...{ kind, journey: { id: '9', name: 'Welcome' } },
        target: { place: { name: 'Newsletter' } },
      }),
    );
  }
});
