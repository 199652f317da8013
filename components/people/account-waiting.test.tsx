// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/dom';
import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  enter,
  found,
  opening,
  openPopup,
  region,
  searchbox,
  usePopupPage,
} from './testing/open-popup';

const forAda = { ...opening, address: 'ada@lovelace.dev', from: 'handed-over' as const };
const unheard = () => new Promise(() => {});

describe('an account that takes its time', () => {
  usePopupPage();
  afterEach(() => void vi.useRealTimers());

  test('is said to be waited for after a while, on the screen and aloud', async () => {
    vi.useFakeTimers();
    openPopup({ opening: () => forAda, lookUp: unheard });
    await vi.advanceTimersByTimeAsync(3_000);
    expect(document.body.textContent).not.toContain('Still waiting');
    await vi.advanceTimersByTimeAsync(3_000);
    const waiting = screen.getByRole('region', { name: 'Acme School' });
    expect(waiting.textContent).toContain('Still waiting for an answer');
    const live = document.querySelector('[aria-live]');
    expect(live?.textContent).toContain('Still waiting for Acme School.');
  });

  test('and is asked again says so beside its name, and then how old its answer is', async () => {
    let answer = (): unknown => found('ada@lovelace.dev', []);
    openPopup({ opening: () => forAda, lookUp: () => answer() });
    await waitFor(async () => expect((await region()).textContent).toContain('Active'));
    answer = unheard;
    searchbox().focus();
    enter();
    const header = within(await region()).getByText(/Systeme\.io/);
    await waitFor(() => expect(header.textContent).toBe('Systeme.io · asking…'));
  });
});

describe('an account that could not be asked', () => {
  usePopupPage();

  const failing = (failure: object) => ({
    opening: () => forAda,
    lookUp: () => ({ ...found('', []), profiles: [], failure }),
  });

  test('leads to the options where the failure is mended there, and not elsewhere', async () => {
    let isOpened = false;
    const before = openPopup(failing({ kind: 'wrong-key', service: 'maton' }), '', {
      openOptions: () => (isOpened = true),
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Open options' }));
    expect(isOpened).toBe(true);
    before.close();
    openPopup(failing({ kind: 'timeout', host: 'h' }));
    await screen.findByRole('button', { name: 'Try again' });
    expect(screen.queryByRole('button', { name: 'Open options' })).toBeNull();
  });

  test('law 3: does not make the name of a person unknown', async () => {
    openPopup(failing({ kind: 'offline', host: 'h' }));
    await screen.findByRole('button', { name: 'Try again' });
    expect(document.body.textContent).not.toContain('No name known');
  });
});
