// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/dom';
import { describe, expect, test } from 'vitest';
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

const [list] = places;
if (!list) throw new Error('a list is wanted');
const journeys = [
  { id: '9', name: 'Welcome', state: 'active' as const, step: 2, steps: 5, since: null },
];
const inJourney = ({ accountId }: { accountId: string }) =>
  accountId === 's' ? found(ADA, []) : inMail([onList(list, { journeys })]);

usePopupPage();

/** Answers all of it when it is told to. */
const slowly = () => {
  const background = backgroundOf(() => ({}));
  const begun: (() => void)[] = [];
  return {
    ...background,
    begun,
    act: (request: Parameters<typeof background.act>[0]) =>
      new Promise((resolve) => begun.push(() => resolve(background.act(request)))),
  };
};

describe('law 2: no write is sent twice', () => {
  test('though a letter was typed while it was under way', async () => {
    const { begun, acts, ...background } = slowly();
    openCard({ ...background, catalogue: () => catalogue });
    fireEvent.click(await screen.findByRole('button', { name: 'Add to a community' }));
    const community = await screen.findByRole<HTMLInputElement>('combobox', { name: 'Community' });
    await screen.findByRole('option', { name: 'Alumni' });
    const search = async (text: string) => {
      fireEvent.input(community, { target: { value: text } });
      await waitFor(() => expect(community.value).toBe(text));
      await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(1));
      fireEvent.keyDown(community, { key: 'Enter' });
      await waitFor(() => expect(community.getAttribute('aria-busy')).toBe('true'));
    };
    await search('alu');
    await search('alum');
    expect(begun).toHaveLength(1);
    for (const finish of begun) finish();
    await waitFor(() => expect(screen.queryByRole('combobox')).toBeNull());
    expect(acts).toHaveLength(1);
  });

  test('but what was typed meanwhile is another write', async () => {
    const { begun, ...background } = slowly();
    openCard(background);
    const form = await begin('Acme Mail', 'Edit');
    await choose(form, 'Newsletter');
    await within(form).findByLabelText('City');
    for (const city of ['Paris', 'Rome']) {
      await fill(form, 'City', city);
      await press(form, 'Save changes');
    }
    expect(begun).toHaveLength(2);
  });

  test.each(['planned', 'sent'] as const)(
    'though the popup was opened again while it is %s',
    async (state) => {
      const first = openCard({ lookUp: inJourney, act: () => new Promise(() => {}) });
      fireEvent.click(await screen.findByRole('button', { name: 'Leave Welcome' }));
      await press(await screen.findByRole('form', { name: 'Leave “Welcome”' }), 'Take out');
      const [intent] = sentIntents(first.asked);
      if (!intent) throw new Error('nothing was sent');
      first.close();
      const next = openCard({
        lookUp: inJourney,
        receipts: () => [receiptOf(intent, { state })],
        settle: () => receiptOf(intent, { state }),
      });
      const group = await screen.findByRole('form', { name: 'Leave “Welcome”' });
      const way = (name: string) => within(group).getByRole('button', { name });
      await waitFor(() => expect(way('Take out').getAttribute('aria-busy')).toBe('true'));
      expect(way('Let it end here').getAttribute('aria-disabled')).toBe('true');
      fireEvent.click(way('Take out'));
      expect(sentIntents(next.asked)).toEqual([]);
    },
  );
});
