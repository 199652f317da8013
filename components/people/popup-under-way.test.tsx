// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/dom';
import { describe, expect, test } from 'vitest';
import type { Intent } from '@/lib/people/intent';
import {
  account,
  enter,
  found,
  opening,
  openPopup,
  receipt,
  ref,
  searchbox,
  type,
  usePopupPage,
} from './testing/open-popup';
describe('the popup while something is under way', () => {
  usePopupPage();

  const forAda = { ...opening, address: 'ada@lovelace.dev', from: 'handed-over' as const };
  const concern = { kind: 'standing', standing: 'unsubscribed', place: null };

  test('law 1: a question that comes when another card is shown waits aside, with the address', async () => {
    let answer = (_: unknown) => {};
    openPopup({ opening: () => forAda, act: () => new Promise((resolve) => (answer = resolve)) });
    fireEvent.click(await screen.findByRole('button', { name: 'Remove tag VIP' }));
    await screen.findByText('Removing tag VIP');
    type('bob@example.com');
    enter();
    await screen.findByRole('article', { name: 'bob@example.com' });
    answer({ outcome: 'needs-yes', concerns: [concern] });
    const back = await screen.findByRole('button', { name: 'Go back to ada@lovelace.dev' });
    expect(screen.queryByRole('alertdialog')).toBeNull();
    fireEvent.click(back);
    const question = await screen.findByRole('alertdialog');
    expect(question.textContent).toContain('ada@lovelace.dev in Acme School');
    expect(screen.queryByRole('button', { name: /Go back/ })).toBeNull();
  });

  test('keys that lock meanwhile are asked for, and a write handed over waits until then', async () => {
    let lock: 'locked' | 'open' = 'locked';
    const target = { account: ref, place: null, profileId: '1', address: 'ada@lovelace.dev' };
    const pending = { kind: 'tag', target, tag: { id: '7', name: 'VIP' } } as Intent; // a plain address stands for a folded one
    const { asked } = openPopup({
      accounts: () => ({ accounts: [account], lock, trouble: [] }),
      opening: () => ({ ...forAda, pending }),
      unlock: () => (lock = 'open'),
      act: ({ intent }: { intent: Intent }) => ({
        outcome: 'receipt',
        receipt: receipt(intent, {}),
      }),
    });
    const passphrase = await screen.findByLabelText('Passphrase');
    await screen.findByText('Tagging VIP');
    expect(asked.map(([call]) => call)).not.toContain('act');
    fireEvent.input(passphrase, { target: { value: 'open sesame' } });
    const unlock = screen.getByRole('button', { name: 'Unlock' });
    unlock.focus();
    await Promise.resolve(); // what was typed has been drawn
    fireEvent.click(unlock);
    await screen.findByText('Tagged VIP');
    expect(document.activeElement?.getAttribute('class')).toBe('person');
  });

  test('a lock that falls while the card is open brings the passphrase field', async () => {
    let lock: 'locked' | 'open' = 'open';
    openPopup({
      accounts: () => ({ accounts: [account], lock, trouble: [] }),
      opening: () => forAda,
      lookUp: () => {
        lock = 'locked';
        return { ...found('', []), profiles: [], failure: { kind: 'locked' } };
      },
    });
    expect(await screen.findByLabelText('Passphrase')).toBeTruthy();
  });

  test('what was asked for again is told again, though it failed the same', async () => {
    const failure = { kind: 'timeout', host: 'h' };
    openPopup({
      opening: () => forAda,
      lookUp: () => ({ ...found('', []), profiles: [], failure }),
    });
    const live = document.querySelector('[aria-live]');
    await waitFor(() => expect(live?.textContent).toContain('took too long'));
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await screen.findByText('Asking again…');
    await waitFor(() => expect(live?.textContent?.match(/took too long/g)).toHaveLength(2));
  });

  test('an address typed before the popup could listen is looked up all the same', async () => {
    openPopup({}, 'ada@lovelace.dev');
    expect(await screen.findByRole('article', { name: 'ada@lovelace.dev' })).toBeTruthy();
  });

  test('a person without tags has a list of them that says so', async () => {
    openPopup({ opening: () => forAda, lookUp: () => found('ada@lovelace.dev', []) });
    expect((await screen.findByRole('list', { name: 'Tags' })).textContent).toBe('No tags');
  });

  test('of many tags the first are shown, and the rest at a press that keeps the focus', async () => {
    const tags = Array.from({ length: 40 }, (_, index) => `Tag ${index}`);
    openPopup({ opening: () => forAda, lookUp: () => found('ada@lovelace.dev', tags) });
    const more = await screen.findByRole('button', { name: '32 more' });
    const list = screen.getByRole('list', { name: 'Tags' });
    expect(within(list).getAllByRole('listitem')).toHaveLength(8);
    more.focus();
    fireEvent.click(more);
    await waitFor(() => expect(within(list).getAllByRole('listitem')).toHaveLength(40));
    expect(more.getAttribute('aria-expanded')).toBe('true');
    expect(document.activeElement).toBe(more);
    fireEvent.click(screen.getByRole('button', { name: 'Fewer' }));
    await waitFor(() => expect(within(list).getAllByRole('listitem')).toHaveLength(8));
  });

  test('choosing a recent keeps the focus, and the arrow leads to it, not to what clears them', async () => {
    const at = Date.now();
    openPopup({ recents: () => [{ address: 'ada@lovelace.dev', name: null, at }] });
    const recent = await screen.findByRole('button', { name: /ada@lovelace.dev/ });
    fireEvent.keyDown(searchbox(), { key: 'ArrowDown' });
    expect(document.activeElement).toBe(recent);
    fireEvent.click(recent);
    const article = await screen.findByRole('article', { name: 'ada@lovelace.dev' });
    await waitFor(() => expect(document.activeElement).toBe(article));
  });

  test('law 3: a write of a popup that was closed is told in the next one, and looked at there', async () => {
    const target = { account: ref, place: null, profileId: '1', address: 'ada@lovelace.dev' };
    const tag = { kind: 'tag', target, tag: { id: '7', name: 'Webinar' } } as Intent; // as above
    const kept: unknown[] = [];
    const { asked, tellNews } = openPopup({ opening: () => forAda, receipts: () => kept });
    await screen.findByRole('button', { name: 'Remove tag VIP' });
    const lookUps = () => asked.filter(([call]) => call === 'lookUp').length;
    const before = lookUps();
    kept.push(receipt(tag, { id: 'a' }));
    tellNews();
    await screen.findByText('Tagged Webinar');
    await waitFor(() => expect(lookUps()).toBe(before + 1));
  });

  test('law 3: what was not certain is told as done once it is seen to be, without being asked for', async () => {
    const target = { account: ref, place: null, profileId: '1', address: 'ada@lovelace.dev' };
    const tag = { kind: 'tag', target, tag: { id: '7', name: 'Webinar' } } as Intent; // as above
    let kept = [receipt(tag, { id: 'a', state: 'unknown' })];
    const { tellNews } = openPopup({ opening: () => forAda, receipts: () => kept });
    await screen.findByText('Not certain: tagging Webinar');
    kept = [receipt(tag, { id: 'a' })];
    tellNews();
    await screen.findByText('Tagged Webinar');
    expect(screen.queryByText(/Not certain/)).toBeNull();
  });

  test('what was done from here is told by its answer, once, and looked at once', async () => {
    const kept: unknown[] = [];
    let answer = (_: unknown) => {};
    const { asked, tellNews } = openPopup({
      opening: () => forAda,
      receipts: () => kept,
      act: () => new Promise((resolve) => (answer = resolve)),
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Remove tag VIP' }));
    await screen.findByText('Removing tag VIP');
    const lookUps = () => asked.filter(([call]) => call === 'lookUp').length;
    const before = lookUps();
    const target = { account: ref, place: null, profileId: '1', address: 'ada@lovelace.dev' };
    const untag = { kind: 'untag', target, tag: { id: 'VIP', name: 'VIP' } } as Intent; // as above
    kept.push(receipt(untag, { id: 'a' }));
    tellNews();
    answer({ outcome: 'receipt', receipt: receipt(untag, { id: 'a' }) });
    await screen.findByText('Removed tag VIP');
    await waitFor(() => expect(asked.filter(([call]) => call === 'receipts')).toHaveLength(2));
    expect(lookUps()).toBe(before + 1);
    expect(screen.getAllByText('Removed tag VIP')).toHaveLength(1);
  });

  test('only what was drawn is acknowledged, and doubts come first', async () => {
    const target = { account: ref, place: null, profileId: '1', address: 'ada@lovelace.dev' };
    const tag = { kind: 'tag', target, tag: { id: '7', name: 'VIP' } } as Intent; // as above
    const { asked } = openPopup({
      receipts: () => [
        receipt(tag, { id: 'a' }),
        receipt(tag, { id: 'b' }),
        receipt(tag, { id: 'c', state: 'unknown' }),
      ],
    });
    await screen.findByText('and 1 earlier');
    await waitFor(() =>
      expect(
        asked.filter(([call]) => call === 'acknowledge').map(([, request]) => request),
      ).toEqual([{ receiptIds: ['a'] }]),
    );
    expect(document.querySelector('.status-line')?.textContent).toContain('Not certain');
  });
});
