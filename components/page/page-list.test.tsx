// @vitest-environment happy-dom
import { fireEvent, screen, within } from '@testing-library/dom';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { foldAddress } from '@/lib/people/address';
import type { MarkKind } from '@/lib/people/mark';
import { openPopup, searchbox, type } from '../people/testing/open-popup';
// Read beforehand: a busy machine takes its time over what is loaded later.
import './PageList';
import type { PageReading } from './this-page';

const KINDS: Record<string, MarkKind> = { 'ada@a.example': 'one', 'bo@a.example': 'stop' };
const addresses = ['ada@a.example', 'bo@a.example', 'cy@b.example'].map(foldAddress);
const READ: PageReading = { state: 'read', addresses, frames: 1, isCut: false };

let close = () => {};
let copied: string[] = [];
let shown: string[] = [];

beforeEach(() => {
  localStorage.clear();
  document.body.innerHTML = '<div id="root"></div>';
  copied = [];
  shown = [];
});
afterEach(() => close());

async function openList(reading: PageReading, answers = {}) {
  const page = {
    read: async () => reading,
    show: async (address: string) => void shown.push(address),
    copy: async (text: string) => void copied.push(text),
  };
  const recognise = ({ addresses: asked }: { addresses: string[] }) =>
    asked.map((address) => KINDS[address] ?? 'unknown');
  const popup = openPopup({ recognise, ...answers }, '', { page });
  close = popup.close;
  // Its keys are heard from then on.
  await expect.poll(() => popup.asked.some(([call]) => call === 'accounts')).toBe(true);
  fireEvent.click(screen.getByRole('button', { name: 'On this page' }));
  await screen.findByRole('region', { name: /On this page/ });
  return popup;
}
const rows = () => screen.getByRole('list', { name: 'Addresses on this page' });
const choices = () => within(rows()).queryAllByRole('button', { name: /^\w+@/ });
const names = () => choices().map(({ textContent }) => textContent);
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

describe('On this page', () => {
  test('lists each address with how it stands, loudest counted first', async () => {
    const { asked } = await openList(READ);
    await screen.findByText('3 addresses');
    expect(names()).toEqual([
      'ada@a.exampleKnown in one system',
      'bo@a.exampleSuppressed or bounced',
      'cy@b.exampleNot looked up yet',
    ]);
    const counts = within(screen.getByRole('group', { name: 'Show only' })).getAllByRole('button');
    expect(counts.map(({ textContent }) => textContent)).toEqual([
      'Suppressed or bounced 1',
      'Known in one system 1',
      'Not looked up yet 1',
    ]);
    expect(asked.filter(([call]) => call === 'lookUp')).toEqual([]);
  });

  test('says how old the oldest of what answers is', async () => {
    const known = (at: number) => ({ people: 1, at, caughtUpAt: at });
    const states = [
      { plan: { on: true }, places: [{ known: known(Date.UTC(2026, 0, 2, 12)) }, { known: null }] },
      { plan: { on: true }, places: [{ known: known(Date.UTC(2026, 4, 2, 12)) }] },
      { plan: { on: false }, places: [{ known: known(0) }] },
    ];
    await openList(READ, { directories: () => states });
    await screen.findByText(/^The directory is as of 2 Jan 2026, \d\d:\d\d\.$/);
  });

  test('filters by standing and by a part, and copies all or what is shown', async () => {
    await openList(READ);
    await screen.findByText('3 addresses');
    press(/^Suppressed or bounced/);
    await expect.poll(names).toHaveLength(1);
    press(/^Known in one/);
    await expect.poll(names).toHaveLength(2);
    fireEvent.input(screen.getByRole('textbox', { name: 'Part of an address' }), {
      target: { value: 'BO@' },
    });
    await expect.poll(names).toHaveLength(1);
    press('Copy the 1 shown');
    press('Copy all 3');
    expect(copied).toEqual(['bo@a.example', addresses.join('\n')]);
    await screen.findAllByText('3 addresses copied, one a line.');
  });

  test('one that is chosen is looked up, and can be shown on the page instead', async () => {
    await openList(READ);
    await screen.findByText('3 addresses');
    press('Show cy@b.example on the page');
    expect(shown).toEqual(['cy@b.example']);
    press(/^ada@a.example/);
    await screen.findByRole('article', { name: 'ada@a.example' });
    expect(screen.queryByRole('region', { name: /On this page/ })).toBeNull();
  });

  test('arrow keys walk the rows; Escape and typing leave the list', async () => {
    await openList(READ);
    await screen.findByText('3 addresses');
    const [first, second] = choices();
    first?.focus();
    fireEvent.keyDown(first!, { key: 'ArrowDown' });
    expect(document.activeElement).toBe(second);
    fireEvent.keyDown(document.body, { key: 'Escape' });
    await expect.poll(() => screen.queryByRole('region', { name: /On this page/ })).toBeNull();
    press('On this page');
    await screen.findByRole('region', { name: /On this page/ });
    type('someone');
    await expect.poll(() => screen.queryByRole('region', { name: /On this page/ })).toBeNull();
    expect(searchbox().value).toBe('someone');
  });

  test.each([
    [{ state: 'closed' }, /lets no extension look/],
    [{ state: 'off' }, /not flagged on this page/],
    [{ ...READ, addresses: [] }, /no address on this page/],
    [{ ...READ, isCut: true }, /more on the page than are listed/],
    [{ ...READ, frames: 2 }, /3 addresses in 2 frames/],
  ] as [PageReading, RegExp][])('says what there is: %o', async (reading, words) => {
    await openList(reading);
    await screen.findByText(words);
  });
});
