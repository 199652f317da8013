// @vitest-environment happy-dom
import { fireEvent, screen, within } from '@testing-library/dom';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { foldAddress } from '@/lib/people/address';
import type { MarkKind } from '@/lib/people/mark';
import { account, openPopup, opening, searchbox, type } from '../people/testing/open-popup';
// Read beforehand: a busy machine takes its time over what is loaded later.
import './PageList';
import { octeth } from '../accounts/testing/accounts';
import type { PageReading } from './this-page';

const KINDS: Record<string, MarkKind> = { 'ada@a.example': 'one', 'bo@a.example': 'stop' };
const addresses = ['ada@a.example', 'bo@a.example', 'cy@b.example'].map(foldAddress);
const READ: PageReading = {
  state: 'read',
  addresses,
  frames: 1,
  isCut: false,
  site: 'help.a.example',
};

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

async function openList(reading: PageReading | (() => PageReading), answers = {}) {
  const page = {
    read: async () => (typeof reading === 'function' ? reading() : reading),
    show: async (address: string) => void shown.push(address),
    copy: async (text: string) => void copied.push(text),
  };
  const recognise = ({ addresses: asked }: { addresses: string[] }) =>
    asked.map((address) => KINDS[address] ?? 'unknown');
  const accounts = () => ({ accounts: [account, octeth()], lock: 'none', trouble: [] });
  const popup = openPopup({ recognise, accounts, ...answers }, '', { page });
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
    const known = (at: number) => ({ people: 1, at, caughtUpAt: at, isDoubted: false });
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

  test('what is shown is handed on to the workbench, with how it stands and whence it comes', async () => {
    const { asked } = await openList({ ...READ, isCut: true });
    await screen.findByText('3 addresses');
    press('Take all 3 to the workbench');
    await screen.findAllByText('3 addresses handed on to the workbench.');
    press(/^Suppressed or bounced/);
    await expect.poll(names).toHaveLength(1);
    press('Take the 1 shown to the workbench');
    await screen.findAllByText('1 address handed on to the workbench.');
    const handed = asked.flatMap(([call, request]) => (call === 'handOn' ? [request] : []));
    const from = { site: 'help.a.example', isCut: true, asOf: null };
    expect(handed).toEqual([
      {
        rows: addresses.map((address) => ({ address, kind: KINDS[address] ?? 'unknown' })),
        ...from,
      },
      { rows: [{ address: 'bo@a.example', kind: 'stop' }], ...from },
    ]);
  });

  test.each([[[account]], [[]], [[{ ...octeth(), lists: [] }]]])(
    'law 4: without a list of Octeth nothing is handed on, and what is needed is said: %#',
    async (accounts) => {
      const { asked } = await openList(READ, {
        accounts: () => ({ accounts, lock: 'none', trouble: [] }),
      });
      const off = await screen.findByRole('button', { name: 'Take all 3 to the workbench' });
      await expect.poll(() => off.getAttribute('aria-disabled')).toBe('true');
      const reason = document.getElementById(off.getAttribute('aria-describedby') ?? '');
      expect(reason?.textContent).toMatch(/lists of Octeth.*options/);
      fireEvent.click(off);
      expect(asked.filter(([call]) => call === 'handOn')).toEqual([]);
    },
  );

  test('nothing shown, nothing to hand on; and what cannot be is said', async () => {
    const { asked } = await openList(READ, {
      handOn: () => {
        throw new Error('The worker was stopped');
      },
    });
    await screen.findByText('3 addresses');
    press('Take all 3 to the workbench');
    await screen.findAllByText(/Addressee itself failed/);
    fireEvent.input(screen.getByRole('textbox', { name: 'Part of an address' }), {
      target: { value: 'nobody' },
    });
    const off = await screen.findByRole('button', { name: 'Take the 0 shown to the workbench' });
    expect(off.getAttribute('aria-disabled')).toBe('true');
    fireEvent.click(off);
    expect(asked.filter(([call]) => call === 'handOn')).toHaveLength(1);
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

  test('law 3: the list follows the switch below it, without the page being loaded again', async () => {
    // The script comes after the answer, and finds one address after the other.
    let found: string[] = [];
    let hasScript = false;
    const reading = (): PageReading => {
      const now = { ...READ, addresses: found.map(foldAddress) };
      found = hasScript ? ['ada@a.example', 'bo@a.example'].slice(0, found.length + 1) : [];
      return hasScript ? now : { state: 'off' };
    };
    await openList(reading, {
      opening: () => ({ ...opening, site: 'https://help.a.example' }),
      flags: () => ({ mode: 'chosen', sites: [] }),
      setFlags: ({ sites }: { sites: string[] }) =>
        void setTimeout(() => (hasScript = sites.length > 0), 50),
    });
    await screen.findByText(/not flagged on this page.*Turn them on below/);
    fireEvent.click(screen.getByRole('switch', { name: /Flag addresses on/ }));
    await screen.findByText('2 addresses', {}, { timeout: 5_000 });
    expect(names()).toHaveLength(2);
    fireEvent.click(screen.getByRole('switch', { name: /Flag addresses on/ }));
    await screen.findByText(/not flagged on this page/, {}, { timeout: 5_000 });
  });

  test('where no switch is shown, the way to the options is', async () => {
    await openList({ state: 'off' });
    await screen.findByText(/not flagged on this page.*in the options/);
  });
});
