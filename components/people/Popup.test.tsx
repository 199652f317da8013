// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { fireEvent, screen, waitFor, within } from '@testing-library/dom';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Opening } from '@/lib/messaging/protocol';
import type { Agreed } from '@/lib/people/concern';
import type { Intent } from '@/lib/people/intent';
import {
  closePopup,
  enter,
  found,
  opening,
  openPopup,
  receipt,
  ref,
  region,
  searchbox,
  type,
  usePopupPage,
} from './testing/open-popup';

/** She has stopped typing. */
const PAUSE_MS = 600;

describe('the popup', () => {
  usePopupPage();
  afterEach(() => void vi.useRealTimers());

  test('takes over the field that stood in the page before the script, with what was typed', () => {
    const page = readFileSync(`${process.cwd()}/entrypoints/popup/index.html`, 'utf8');
    document.body.innerHTML = page.slice(page.indexOf('<body>') + 6, page.indexOf('</body>'));
    const before = document.querySelector('input');
    if (before) before.value = 'ada@lov';
    openPopup({}, 'ada@lov');
    expect(searchbox()).toBe(before);
    expect(searchbox().value).toBe('ada@lov');
    expect(document.activeElement).toBe(before);
  });

  test('an Enter that came before the script is heard: what is no address is refused', async () => {
    openPopup({}, 'nobody', { isEntered: true });
    await screen.findByText(/no email address/);
  });

  test('without an Enter what is whole is looked up after a pause, and what is none is left alone', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const whole = openPopup({}, 'ada@lovelace.dev');
    expect(whole.asked.map(([call]) => call)).not.toContain('lookUp');
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    expect(whole.asked.map(([call]) => call)).toContain('lookUp');
    whole.close();
    localStorage.clear();
    openPopup({}, 'nobody');
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    expect(screen.queryByText(/no email address/)).toBeNull();
  });

  test('paints before anything has answered', () => {
    openPopup({ accounts: () => new Promise(() => {}), opening: () => new Promise(() => {}) });
    expect(searchbox()).toBeTruthy();
  });

  test('shows who is behind an address, account by account', async () => {
    openPopup();
    type('Ada <ada@lovelace.dev>');
    enter();
    const article = await screen.findByRole('article', { name: 'ada@lovelace.dev' });
    await waitFor(() => expect(article.textContent).toContain('Ada Lovelace'));
    expect((await region()).textContent).toContain('Active');
  });

  test('refuses in words what is no address, and asks nothing', async () => {
    const { asked } = openPopup();
    type('nobody');
    enter();
    await screen.findByText(/no email address/);
    expect(asked.map(([call]) => call)).not.toContain('lookUp');
  });

  test('whom it opens with is replaced by typing, what was half typed is typed on', async () => {
    const selected = () => {
      const { selectionStart, selectionEnd } = searchbox();
      return [selectionStart, selectionEnd];
    };
    const address = 'ada@lovelace.dev';
    const before = openPopup();
    type(address);
    enter();
    await region();
    before.close();
    const again = openPopup();
    expect(searchbox().value).toBe(address);
    expect(selected()).toEqual([0, address.length]);
    type('bob@');
    again.close();
    openPopup();
    expect(searchbox().value).toBe('bob@');
    expect(selected()[0]).toBe(selected()[1]);
  });

  test('law 4: what was typed is there again', () => {
    openPopup().close();
    openPopup();
    type('ada@lovel');
    closePopup();
    openPopup();
    expect(searchbox().value).toBe('ada@lovel');
  });

  test('what lies broken in storage is passed over', () => {
    localStorage.setItem('addressee.popup', '{"draft":1,"half":{"kind":"question"}}');
    openPopup();
    expect(searchbox().value).toBe('');
  });

  test('is filled from the selection, but never over her own typing', async () => {
    const told = { ...opening, address: 'grace@navy.example', from: 'selection' as const };
    const first = openPopup({ opening: () => told });
    await screen.findByRole('article', { name: 'grace@navy.example' });
    first.close();
    localStorage.clear();
    let tell: (told: Opening) => void = () => {};
    const later = new Promise<Opening>((resolve) => (tell = resolve));
    openPopup({ opening: () => later });
    type('somebody');
    tell(told);
    await later;
    await new Promise((resolve) => setTimeout(resolve));
    expect(searchbox().value).toBe('somebody');
  });

  test('law 6: a write with concerns asks first, with the focus on Cancel', async () => {
    const concern = { kind: 'standing', standing: 'unsubscribed', place: null };
    const { asked } = openPopup({
      opening: () => ({ ...opening, address: 'ada@lovelace.dev', from: 'handed-over' }),
      act: ({ intent, agreed }: { intent: Intent; agreed: Agreed }) =>
        agreed.length > 0
          ? { outcome: 'receipt', receipt: receipt(intent, {}) }
          : { outcome: 'needs-yes', concerns: [concern] },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Remove tag VIP' }));
    const question = await screen.findByRole('alertdialog');
    expect(question.textContent).toContain('Unsubscribed in Acme School');
    expect(document.activeElement?.textContent).toBe('Cancel');
    fireEvent.click(within(question).getByRole('button', { name: 'Remove anyway' }));
    await waitFor(() =>
      expect(screen.getByRole('status').textContent).toContain('Removed tag VIP'),
    );
    expect(asked.filter(([call]) => call === 'act').at(-1)?.[1]).toMatchObject({
      agreed: [{ kind: 'standing', standing: 'unsubscribed' }],
    });
  });

  test('a chip that goes gives the focus to its neighbour', async () => {
    let tags = ['Buyer', 'VIP'];
    openPopup({
      opening: () => ({ ...opening, address: 'ada@lovelace.dev', from: 'handed-over' }),
      lookUp: ({ address }: { address: string }) => found(address, tags),
      act: ({ intent }: { intent: Intent }) => {
        tags = ['VIP'];
        return { outcome: 'receipt', receipt: receipt(intent, {}) };
      },
    });
    const buyer = await screen.findByRole('button', { name: 'Remove tag Buyer' });
    buyer.focus();
    fireEvent.click(buyer);
    await waitFor(() =>
      expect(screen.queryByRole('button', { name: 'Remove tag Buyer' })).toBeNull(),
    );
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Remove tag VIP');
  });

  test('Escape leaves the picker, then the text, and only then lets the popup close', async () => {
    openPopup({
      opening: () => ({ ...opening, address: 'ada@lovelace.dev', from: 'handed-over' }),
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Add tag' }));
    const combobox = await screen.findByRole('combobox', { name: 'Tag' });
    expect(fireEvent.keyDown(combobox, { key: 'Escape' })).toBe(false);
    await waitFor(() => expect(screen.queryByRole('combobox')).toBeNull());
    searchbox().focus();
    expect(fireEvent.keyDown(searchbox(), { key: 'Escape' })).toBe(false);
    await waitFor(() => expect(searchbox().value).toBe(''));
    expect(fireEvent.keyDown(searchbox(), { key: 'Escape' })).toBe(true);
  });

  test('law 3: what is not certain is said so and can be checked again', async () => {
    const target = { account: ref, place: null, profileId: '1', address: 'ada@lovelace.dev' };
    const tag = { kind: 'tag', target, tag: { id: '7', name: 'VIP' } } as Intent; // a plain address stands for a folded one
    openPopup({
      receipts: () => [receipt(tag, { state: 'unknown' })],
      settle: () => receipt(tag, { state: 'done' }),
    });
    await waitFor(() => expect(screen.getByRole('status').textContent).toContain('Not certain'));
    fireEvent.click(screen.getByRole('button', { name: 'Check again' }));
    await waitFor(() =>
      expect(screen.getByRole('status').textContent).not.toContain('Not certain'),
    );
    expect(screen.getByRole('status').textContent).toContain('Tagged VIP');
  });
});
