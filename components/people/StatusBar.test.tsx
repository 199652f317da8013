// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/dom';
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Result, done, failed } from '@/lib/failure';
import { createClient } from '@/lib/messaging/client';
import type { PanelCalls } from '@/lib/messaging/protocol';
import type { EmailAddress } from '@/lib/people/address';
import type { Intent } from '@/lib/people/intent';
import type { Receipt } from '@/lib/people/receipt';
import { useActing } from '../hooks/use-acting';
import { StatusBar } from './StatusBar';
import { PanelContext } from './panel';

const address = 'ada@lovelace.dev' as EmailAddress; // Already folded.
const account = { id: 'a', name: 'Acme Mail', system: 'octeth' as const };
const target = { account, place: { id: '1', name: 'Newsletter' }, profileId: '7', address };
const TAG: Intent = { kind: 'tag', target, tag: { id: null, name: 'VIP' } };
const receiptOf = (more: Partial<Receipt>): Receipt => ({
  id: 'r1',
  intent: { kind: 'tag', target, tag: { id: '4', name: 'VIP' } },
  state: 'done',
  at: Date.now() + 1_000,
  ...{ failure: null, retryAt: null, undoes: null, undone: false },
  ...more,
});

type Answers = Partial<Record<keyof PanelCalls, () => unknown>>;

const TOO_LONG = { kind: 'bad-input', field: 'tag', reason: 'A name is too long.' } as const;
const REFUSED = Symbol('refused');

function Bar() {
  const acting = useActing({ ask: () => {}, refresh: async () => {} });
  return (
    <>
      <button type="button" onClick={() => void acting.act(TAG)}>
        Act
      </button>
      <StatusBar acting={acting} shown={null} onShow={() => {}} />
    </>
  );
}

const root = () => document.getElementById('root') ?? document.body;
const told = () => screen.getByRole('status').textContent;

/** Everything the bar has said, in order. */
function openBar(answers: Answers): string[] {
  const client = createClient<PanelCalls>(async ({ call }): Promise<Result<unknown>> => {
    const answer = answers[call as keyof PanelCalls]; // the client's own names
    const value = (await answer?.()) ?? [];
    if (value === REFUSED) return failed(TOO_LONG);
    return typeof value === 'object' && 'ok' in value ? (value as Result<unknown>) : done(value);
  });
  const thisPage = () => Promise.reject(new Error('no page is asked'));
  const hearReceipts = () => () => undefined;
  const panel = {
    client,
    openOptions: () => {},
    allowSite: async () => true,
    thisPage,
    hearReceipts,
  };
  render(
    <PanelContext.Provider value={panel}>
      <Bar />
    </PanelContext.Provider>,
    root(),
  );
  const said: string[] = [];
  new MutationObserver(() => said.push(told() ?? '')).observe(screen.getByRole('status'), {
    ...{ subtree: true, childList: true, characterData: true },
  });
  return said;
}

const interrupted = () => {
  throw new Error('The message channel closed before a response was received');
};

beforeEach(() => {
  document.body.innerHTML = '<div id="root"></div>';
});
afterEach(() => {
  render(null, root());
  vi.useRealTimers();
});

describe('law 2: what is not done, though no receipt came of it', () => {
  test('is told with whom and what it was about', async () => {
    openBar({ act: () => REFUSED });
    fireEvent.click(screen.getByText('Act'));
    await waitFor(() => expect(told()).toContain('Not done: tagging VIP'));
    expect(told()).toContain('ada@lovelace.dev in Acme Mail · Newsletter. A name is too long.');
  });

  test('is told of an undo by what it would have done', async () => {
    openBar({ receipts: () => [receiptOf({})], undo: () => REFUSED });
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(told()).toContain('Not done: removing tag VIP'));
  });

  test('is told of a check as well', async () => {
    openBar({ receipts: () => [receiptOf({ state: 'unknown' })], settle: () => REFUSED });
    fireEvent.click(await screen.findByRole('button', { name: 'Check again' }));
    await waitFor(() => expect(told()).toContain('Not checked: tagging VIP'));
    expect(told()).toContain('ada@lovelace.dev in Acme Mail');
  });
});

describe('law 3: a background that dies while it acts', () => {
  test('is told as not certain, and what became of it is looked up and told', async () => {
    let kept: Receipt[] = [];
    const said = openBar({
      receipts: () => kept,
      act: () => {
        kept = [receiptOf({})];
        return interrupted();
      },
    });
    fireEvent.click(screen.getByText('Act'));
    await waitFor(() => expect(told()).toContain('Tagged VIP'));
    expect(said.join('\n')).toContain('Not certain yet');
    expect(said.join('\n')).not.toContain('Not done');
  });

  test('before it was kept: nothing was sent, and that is said', async () => {
    const old = receiptOf({ id: 'old', at: 1, state: 'refused' });
    openBar({ receipts: () => [old], act: interrupted });
    fireEvent.click(screen.getByText('Act'));
    await waitFor(() => expect(told()).toMatch(/Not done.*before anything was sent/));
    expect(told()).toContain('ada@lovelace.dev in Acme Mail · Newsletter');
  });

  test('and does not come back: it stays uncertain', async () => {
    openBar({ receipts: interrupted, act: interrupted });
    fireEvent.click(screen.getByText('Act'));
    await waitFor(() => expect(told()).toMatch(/Not certain yet.*Open this window again/));
  });

  test('in an undo or a check as well', async () => {
    let kept = [receiptOf({})];
    openBar({
      receipts: () => kept,
      undo: () => {
        const { intent } = receiptOf({});
        kept = [
          receiptOf({ id: 'r2', undoes: 'r1', intent: { ...intent, kind: 'untag' } as Intent }),
        ]; // the same tag
        return interrupted();
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(told()).toContain('Removed tag VIP'));
  });

  test('a check that is interrupted does not call the write not done', async () => {
    openBar({ receipts: () => [receiptOf({ state: 'unknown' })], settle: interrupted });
    const button = await screen.findByRole('button', { name: 'Check again' });
    fireEvent.click(button);
    await waitFor(() => expect(told()).not.toContain('Not certain yet'));
    expect(told()).not.toContain('Not done');
    expect(told()).toContain('Not certain: tagging VIP');
  });
});

test('law 3: what waits is looked at again though a look has failed, and that is said', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
  const waiting = receiptOf({ state: 'sent', at: 1 });
  const looks: Result<Receipt>[] = [failed({ kind: 'locked' }), failed({ kind: 'locked' })];
  openBar({ receipts: () => [waiting], settle: () => looks.shift() ?? done(receiptOf({})) });
  await waitFor(() => expect(told()).toContain('It is on its way.'));
  await vi.advanceTimersByTimeAsync(2_000);
  await waitFor(() => expect(told()).toContain('Not checked'));
  await vi.advanceTimersByTimeAsync(20_000);
  await waitFor(() => expect(told()).toContain('Tagged VIP'));
  expect(told()).not.toContain('Not checked');
  expect(looks).toEqual([]);
});
