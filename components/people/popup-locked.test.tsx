// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/dom';
import { describe, expect, test } from 'vitest';
import {
  type Answers,
  account,
  enter,
  opening,
  openPopup,
  region,
  searchbox,
  type,
  usePopupPage,
} from './testing/open-popup';

const PASSPHRASE = 'correct horse@battery.example';

/** A background whose keys are locked until the passphrase comes. */
function lockedAway({ isOpen = false } = {}): Answers & { lock: () => void } {
  let lock = isOpen ? 'open' : 'locked';
  return {
    accounts: () => ({ accounts: [account], lock, trouble: [] }),
    unlock: () => {
      lock = 'open';
    },
    lock: () => {
      lock = 'locked';
    },
  };
}

const passphrase = () => screen.findByLabelText<HTMLInputElement>('Passphrase');
async function unlock(field: HTMLInputElement): Promise<void> {
  fireEvent.input(field, { target: { value: PASSPHRASE } });
  await Promise.resolve(); // what was typed has been drawn
  fireEvent.click(screen.getByRole('button', { name: 'Unlock' }));
}
const onDisk = () => localStorage.getItem('addressee.popup') ?? '';

describe('law 5: while the keys are locked', () => {
  usePopupPage();

  test('the passphrase is asked for with the focus, and nothing can be typed elsewhere', async () => {
    openPopup(lockedAway());
    const field = await passphrase();
    expect(document.activeElement).toBe(field);
    expect(searchbox().disabled).toBe(true);
  });

  test('what was typed before that showed is on no screen and on no disk, nor after unlocking', async () => {
    openPopup(lockedAway(), 'correct');
    type(PASSPHRASE);
    enter();
    const field = await passphrase();
    expect(document.activeElement).toBe(field);
    expect(searchbox().value).toBe('');
    await waitFor(() => expect(onDisk()).not.toContain('correct'));
    await unlock(field);
    await waitFor(() => expect(searchbox().disabled).toBe(false));
    expect(searchbox().value).toBe('');
    expect(onDisk()).not.toContain('correct');
  });

  test('with a passphrase seen before, nothing typed is kept until it is known that they are open', async () => {
    const before = openPopup(lockedAway());
    await passphrase();
    before.close();
    openPopup({ accounts: () => new Promise(() => {}) });
    type(PASSPHRASE);
    expect(onDisk()).not.toContain('correct');
  });

  test('a refusal of what was typed goes with it', async () => {
    let answer = () => {};
    const later = new Promise<void>((resolve) => (answer = resolve));
    const { accounts } = lockedAway();
    openPopup({ accounts: async () => (await later, accounts?.(undefined as never)) });
    type('correct');
    enter();
    await screen.findByText(/no email address/);
    answer();
    await passphrase();
    await waitFor(() => expect(screen.queryByText(/no email address/)).toBeNull());
  });

  test('law 4: for whom it was opened is there again, though it was closed before they were', async () => {
    const background = lockedAway();
    const opened = { address: 'ada@lovelace.dev', from: 'handed-over' as const };
    const before = openPopup({ ...background, opening: () => ({ ...opening, ...opened }) });
    await passphrase();
    await waitFor(() => expect(onDisk()).toContain('ada@lovelace.dev'));
    before.close();
    openPopup(background);
    await unlock(await passphrase());
    await waitFor(() => expect(searchbox().value).toBe('ada@lovelace.dev'));
  });

  test('what was typed while they were open is there again once they are', async () => {
    const background = lockedAway({ isOpen: true });
    const before = openPopup(background);
    type('ada@lovelace.dev');
    enter();
    await region();
    type('ada@lovel');
    before.close();
    background.lock();
    openPopup(background);
    const field = await passphrase();
    expect(searchbox().value).toBe('');
    await unlock(field);
    await waitFor(() => expect(searchbox().value).toBe('ada@lovel'));
  });
});
