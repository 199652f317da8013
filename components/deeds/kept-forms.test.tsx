// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/dom';
import { describe, expect, test } from 'vitest';
import type { Receipt } from '@/lib/people/receipt';
import {
  ADA,
  begin,
  catalogue,
  choose,
  fill,
  inMail,
  onList,
  openCard,
  places,
  press,
  receiptOf,
} from '../people/testing/two-accounts';
import { found, usePopupPage } from '../people/testing/open-popup';
import { backgroundOf, sentIntents } from './testing/background';

const MAIL = 'Acme Mail';

usePopupPage();

const NO: Partial<Receipt> = {
  state: 'refused',
  failure: { kind: 'refused', reason: 'City is too long', code: 7 },
};

async function editCity(text: string, where = 'Newsletter'): Promise<HTMLElement> {
  const form = await begin(MAIL, 'Edit');
  await choose(form, where);
  await within(form).findByLabelText('City');
  await fill(form, 'City', text);
  await press(form, 'Save changes');
  return form;
}
const city = (form: HTMLElement) => within(form).getByLabelText<HTMLInputElement>('City').value;
const form = () => screen.findByRole('form', { name: `Edit in ${MAIL}` });
const isClosed = () => waitFor(() => expect(screen.queryByRole('form')).toBeNull());

describe('law 4: what was typed is not lost when it is refused', () => {
  test('the form is open with it and with the words, in the next popup too', async () => {
    let answer = NO;
    const background = backgroundOf(() => answer);
    const first = openCard(background);
    await editCity('Paris');
    await within(await form()).findByText(/City is too long/);
    expect(city(await form())).toBe('Paris');
    first.close();
    openCard(background);
    await within(await form()).findByText(/City is too long/);
    await waitFor(async () => expect(city(await form())).toBe('Paris'));
    answer = {};
    await press(await form(), 'Save changes');
    await isClosed();
    expect(background.acts).toHaveLength(2);
  });

  test('an unsubscribing that is refused keeps its list and its IP address', async () => {
    openCard(backgroundOf((intent) => (intent.kind === 'unsubscribe' ? NO : {})));
    const open = await begin(MAIL, 'Unsubscribe');
    await choose(open, 'Newsletter');
    await fill(open, 'IP address', '203.0.113.7');
    await within(open).findByRole('button', { name: 'Unsubscribe' });
    await press(open, 'Unsubscribe');
    const kept = await screen.findByRole('form', { name: `Unsubscribe in ${MAIL}` });
    await within(kept).findByText(/City is too long/);
    expect(within(kept).getByLabelText<HTMLInputElement>('IP address').value).toBe('203.0.113.7');
    expect(within(kept).getByRole('radio', { name: 'Newsletter', checked: true })).toBeTruthy();
  });

  test('the words go with the next keystroke', async () => {
    openCard(backgroundOf(() => NO));
    await editCity('Paris');
    await within(await form()).findByText(/City is too long/);
    await fill(await form(), 'City', 'Rome');
    expect(within(await form()).queryByText(/City is too long/)).toBeNull();
  });

  test('of two lists the form stays for the one that refused', async () => {
    const background = backgroundOf((intent) =>
      'target' in intent && intent.target.place?.id === '2' ? NO : {},
    );
    openCard(background);
    await editCity('Paris', 'Both lists');
    await within(await form()).findByText(/City is too long/);
    expect(background.acts).toHaveLength(2);
    expect(city(await form())).toBe('Paris');
  });

  test('while it is sent it stays, and cannot be sent twice', async () => {
    let finish: (reply: unknown) => void = () => {};
    const background = backgroundOf(() => ({}));
    const { act } = background;
    openCard({
      ...background,
      act: (request: Parameters<typeof act>[0]) =>
        new Promise((resolve) => (finish = () => resolve(act(request)))),
    });
    const open = await editCity('Paris');
    const submit = within(open).getByRole('button', { name: 'Save changes' });
    await waitFor(() => expect(submit.getAttribute('aria-busy')).toBe('true'));
    fireEvent.submit(open);
    expect(city(open)).toBe('Paris');
    finish(null);
    await isClosed();
    expect(background.acts).toHaveLength(1);
  });

  test('what was done while the popup was closed closes the form in the next', async () => {
    const background = backgroundOf(() => ({}));
    const first = openCard({ ...background, act: () => new Promise(() => {}) });
    await editCity('Paris');
    first.close();
    const [intent] = [...sentIntents(first.asked)];
    if (!intent) throw new Error('nothing was sent');
    openCard({ ...background, receipts: () => [receiptOf(intent)] });
    await screen.findByText(/Changed City/);
    await isClosed();
  });

  test('nor is what was typed to add somebody', async () => {
    let answer: Partial<Receipt> = NO;
    openCard(backgroundOf(() => answer));
    const adding = await begin(MAIL, 'Add to a list');
    await fill(adding, 'First name', 'Ada');
    await fill(adding, 'IP address', '203.0.113.7');
    await press(adding, 'Add to Acme Mail');
    await within(adding).findByText(/City is too long/);
    expect(within(adding).getByLabelText<HTMLInputElement>('First name').value).toBe('Ada');
    answer = {};
    await press(adding, 'Add to Acme Mail');
    await isClosed();
  });
});

describe('law 4: nor is what was chosen', () => {
  const NOT_TODAY: Partial<Receipt> = {
    state: 'refused',
    failure: { kind: 'refused', reason: 'Not today', code: 7 },
  };
  /** Answers when it is told to. */
  const slowly = () => {
    let answer: Partial<Receipt> = {};
    const background = backgroundOf(() => answer);
    let finish = () => {};
    return {
      ...background,
      act: (request: Parameters<typeof background.act>[0]) =>
        new Promise((resolve) => (finish = () => resolve(background.act(request)))),
      answer: (receipt: Partial<Receipt>) => {
        answer = receipt;
        finish();
      },
    };
  };

  test('when a deletion is refused', async () => {
    let answer = NOT_TODAY;
    const background = backgroundOf((_, agreed) =>
      agreed.length > 0 ? answer : [{ kind: 'type-name', name: ADA, people: null }],
    );
    openCard(background);
    const deletion = () => screen.findByRole('form', { name: `Delete from ${MAIL}` });
    const agree = async () => {
      await press(await deletion(), 'Delete');
      const question = await screen.findByRole('alertdialog');
      await fill(question, `Type ${ADA} to confirm`, ADA);
      await press(question, 'Delete for good');
    };
    await choose(await begin(MAIL, 'Delete'), 'Newsletter');
    await agree();
    await within(await deletion()).findByText(/Not today/);
    expect(
      within(await deletion()).getByRole('radio', { name: 'Newsletter', checked: true }),
    ).toBeTruthy();
    answer = {};
    await agree();
    await isClosed();
    expect(background.acts).toHaveLength(4);
  });

  test('when somebody cannot be added to a community', async () => {
    const { answer, acts, ...background } = slowly();
    openCard({ ...background, catalogue: () => catalogue });
    fireEvent.click(await screen.findByRole('button', { name: 'Add to a community' }));
    const community = await screen.findByRole<HTMLInputElement>('combobox', { name: 'Community' });
    await screen.findByRole('option', { name: 'Alumni' });
    fireEvent.input(community, { target: { value: 'alu' } });
    await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(1));
    fireEvent.keyDown(community, { key: 'Enter' });
    await waitFor(() => expect(community.getAttribute('aria-busy')).toBe('true'));
    fireEvent.keyDown(community, { key: 'Enter' });
    answer(NOT_TODAY);
    await screen.findByText(/Not today/, { selector: '.deed-refused *' });
    await waitFor(() => expect(community.getAttribute('aria-busy')).toBeNull());
    expect(community.value).toBe('alu');
    expect(acts).toHaveLength(1);
    fireEvent.keyDown(community, { key: 'Enter' });
    await waitFor(() => expect(community.getAttribute('aria-busy')).toBe('true'));
    answer({});
    await waitFor(() => expect(screen.queryByRole('combobox')).toBeNull());
  });

  test('when somebody cannot leave a journey', async () => {
    const { answer, acts, ...background } = slowly();
    const journeys = [
      { id: '9', name: 'Welcome', state: 'active' as const, step: 2, steps: 5, since: null },
    ];
    openCard({
      ...background,
      lookUp: ({ accountId }: { accountId: string }) =>
        accountId === 's' ? found(ADA, []) : inMail([onList(places[2]!, { journeys })]),
    });
    const leaving = () => screen.findByRole('form', { name: 'Leave “Welcome”' });
    const way = (name: string) => within(screen.getByRole('form')).getByRole('button', { name });
    fireEvent.click(await screen.findByRole('button', { name: 'Leave Welcome' }));
    await press(await leaving(), 'Take out');
    await waitFor(() => expect(way('Take out').getAttribute('aria-busy')).toBe('true'));
    expect(way('Let it end here').getAttribute('aria-disabled')).toBe('true');
    answer(NOT_TODAY);
    await within(await leaving()).findByText(/Not today/);
    await waitFor(() => expect(way('Take out').getAttribute('aria-busy')).toBeNull());
    await press(await leaving(), 'Let it end here');
    await waitFor(() => expect(way('Let it end here').getAttribute('aria-busy')).toBe('true'));
    expect(within(await leaving()).queryByText(/Not today/)).toBeNull();
    answer({});
    await waitFor(() => expect(screen.queryByRole('form')).toBeNull());
    expect(acts.map(({ kind }) => kind)).toEqual(['leave-journey', 'exit-journey']);
  });
});
