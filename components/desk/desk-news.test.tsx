// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/dom';
import { render } from 'preact';
import { afterEach, expect, test, vi } from 'vitest';
import { failed } from '@/lib/failure';
import type { DeskIntent } from '@/lib/people/intent';
import type { Receipt } from '@/lib/people/receipt';
import { octeth } from '../accounts/testing/accounts';
import { type FakeOptions, fakePowers } from '../accounts/testing/fake-powers';
import { DeskNewsLine } from './DeskNewsLine';
import { deskAt } from './desk-part';
import { useDeskActing } from './use-desk-acting';

const account = octeth();
const desk = deskAt(account, { id: '1', name: 'Newsletter' });
const RENAME: DeskIntent = {
  ...{ kind: 'rename-tag', desk, tag: { id: '4', name: 'VIP' }, name: 'Patron' },
};
const BACK: DeskIntent = { ...RENAME, tag: { id: '4', name: 'Patron' }, name: 'VIP' };
const receiptOf = (more: Partial<Receipt> = {}): Receipt => ({
  ...{ id: 'r1', intent: RENAME, state: 'done' as const, at: Date.now(), failure: null },
  ...{ retryAt: null, undoes: null, undone: false, ...more },
});
const interrupted = () => failed({ kind: 'broken', where: 'background' });

let root: HTMLElement | null = null;
afterEach(() => {
  if (root) render(null, root);
  document.body.replaceChildren();
  vi.useRealTimers();
});

const told = () => screen.getByRole('status').textContent;
const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));

/** The news of a desk whose one act is to rename a tag; and everything that was said. */
function openNews(replies: NonNullable<FakeOptions['replies']>) {
  const powers = fakePowers({
    replies: { act: () => ({ outcome: 'receipt', receipt: receiptOf() }), ...replies },
  });
  const changed = vi.fn<() => void>();
  function News() {
    const acting = useDeskActing(powers.client, changed);
    return (
      <>
        <button type="button" onClick={() => void acting.act(RENAME)}>
          Act
        </button>
        <DeskNewsLine acting={acting} account={account} />
      </>
    );
  }
  root = document.body.appendChild(document.createElement('div'));
  render(<News />, root);
  const said: (string | null)[] = [];
  new MutationObserver(() => said.push(told())).observe(screen.getByRole('status'), {
    ...{ subtree: true, childList: true, characterData: true },
  });
  return { powers, said, changed };
}

test('law 3: an undo that was interrupted is told by its receipt', async () => {
  const undoing = receiptOf({ id: 'r2', intent: BACK, undoes: 'r1' });
  const { said } = openNews({ undo: interrupted, receipts: () => [receiptOf(), undoing] });
  await press('Act');
  await press('Undo');
  await waitFor(() => expect(told()).toContain('Renamed tag Patron to VIP'));
  expect(said.join('\n')).toContain('Not certain yet');
  expect(said.join('\n')).not.toMatch(/Not done|failed/);
});

test('law 3: an undo that never began is told as such, and can be repeated', async () => {
  openNews({ undo: interrupted, receipts: () => [receiptOf()] });
  await press('Act');
  await press('Undo');
  await waitFor(() => expect(told()).toMatch(/Not done.*before anything was sent/));
  expect(told()).toContain('Renamed tag VIP to Patron');
  expect(screen.getByRole('button', { name: 'Undo' })).toBeTruthy();
});

test('law 3: what a background that does not come back did stays uncertain', async () => {
  const { changed } = openNews({ act: interrupted, receipts: interrupted });
  await press('Act');
  await waitFor(() => expect(told()).toMatch(/Not certain yet.*Open Addressee/));
  expect(told()).not.toContain('failed');
  expect(changed).toHaveBeenCalled();
});

test('a receipt of another wish is not taken for the one that is looked for', async () => {
  const other = receiptOf({ intent: { ...RENAME, name: 'Friend' }, at: Date.now() + 60_000 });
  openNews({ act: interrupted, receipts: () => [other] });
  await press('Act');
  await waitFor(() => expect(told()).toMatch(/Not done.*before anything was sent/));
  expect(told()).not.toContain('Friend');
});

test('while it is taken back its button is busy, and a second click sends nothing', async () => {
  let answer = (_receipt: Receipt) => {};
  const reply = new Promise<Receipt>((resolve) => {
    answer = resolve;
  });
  const { powers } = openNews({ undo: () => reply as never }); // the client awaits it
  await press('Act');
  await press('Undo');
  const button = screen.getByRole('button', { name: 'Undo' });
  await waitFor(() => expect(button.getAttribute('aria-busy')).toBe('true'));
  fireEvent.click(button);
  answer(receiptOf({ id: 'r2', intent: BACK, undoes: 'r1' }));
  await waitFor(() => expect(told()).toContain('Renamed tag Patron to VIP'));
  expect(powers.calls('undo')).toHaveLength(1);
});

test('law 3: what waits is looked at again though a look has failed, and that is said', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
  const looks = [failed({ kind: 'locked' }), failed({ kind: 'locked' }), receiptOf()];
  const { powers } = openNews({
    act: () => ({ outcome: 'receipt', receipt: receiptOf({ state: 'sent' }) }),
    settle: () => looks.shift() ?? receiptOf(),
  });
  await press('Act');
  await waitFor(() => expect(told()).toContain('It is on its way.'));
  await vi.advanceTimersByTimeAsync(2_000);
  await waitFor(() => expect(told()).toContain('Not checked'));
  expect(told()).not.toContain('Not done');
  await vi.advanceTimersByTimeAsync(20_000);
  await waitFor(() => expect(told()).toContain('Renamed tag VIP to Patron'));
  expect(told()).not.toContain('Not checked');
  expect(powers.calls('settle')).toHaveLength(3);
});
