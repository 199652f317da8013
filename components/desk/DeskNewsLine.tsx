import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import type { Account } from '@/lib/people/account';
import { sayDoing, sayReceipt, whereOf } from '@/lib/people/receipt-words';
import type { Receipt } from '@/lib/people/receipt';
import type { Tone } from '@/lib/people/standing';
import { canUndo } from '@/lib/people/undo';
import { sayHere } from '../accounts/say-here';
import { useFocusHome } from '../hooks/use-focus-home';
import type { Refusal } from '../hooks/use-refusal';
import { asideOf, RECEIPT_TONES, REFUSAL_TITLES, sayRefusal } from '../people/outcome-words';
import { Button } from '../ui/Button';
import { Spinner } from '../ui/Spinner';
import { ToneMark } from '../ui/ToneMark';
import type { DeskActing } from './use-desk-acting';

interface DeskNewsLineProps {
  acting: DeskActing;
  account: Account;
}

/** What became of the last write: in sight at the top, and read out. */
export function DeskNewsLine({ acting, account }: DeskNewsLineProps) {
  const { news, doing } = acting;
  const room = useRef<HTMLDivElement>(null);
  useFocusHome(room, (element) => element.closest('section')?.querySelector('h2') ?? null);
  return (
    <div ref={room} class="desk-news" role="status">
      {doing && (
        <p>
          <Spinner /> {sayDoing(doing)}…
        </p>
      )}
      {news.receipt && <ReceiptLine receipt={news.receipt} acting={acting} />}
      {news.refusal && <RefusalLine refusal={news.refusal} account={account} />}
    </div>
  );
}

function RefusalLine({ refusal, account }: { refusal: Refusal; account: Account }) {
  const title = REFUSAL_TITLES[refusal.outcome];
  return (
    <Line tone={title === 'Not done' ? 'stop' : 'warn'}>
      <span dir="auto">
        <b>{title}</b> {sayWhy(refusal, account)}
      </span>
    </Line>
  );
}

function sayWhy(refusal: Refusal, account: Account): string {
  if ('failure' in refusal) return sayHere(refusal.failure, account.name);
  if (refusal.outcome !== 'lost') return `${whereOf(refusal.intent)}: ${sayRefusal(refusal)}`;
  // This page does not tell what was done before it; the popup does.
  return `${whereOf(refusal.intent)}: the extension was interrupted. Open Addressee from the toolbar to see what became of it.`;
}

function ReceiptLine({ receipt, acting }: { receipt: Receipt; acting: DeskActing }) {
  const { title, message } = sayReceipt(receipt);
  const aside = asideOf(receipt);
  const isBusy = acting.underWay.includes(receipt.id);
  return (
    <Line tone={RECEIPT_TONES[receipt.state]}>
      <span dir="auto">
        <b>{title}</b> {receipt.state === 'done' ? `in ${message}` : message}
        {aside && <small> {aside}</small>}
      </span>
      {canUndo(receipt) && (
        <Button kind="quiet" size="small" busy={isBusy} onClick={() => void acting.undo(receipt)}>
          Undo
        </Button>
      )}
      {receipt.state === 'unknown' && !receipt.wasSo && (
        <Button kind="quiet" size="small" busy={isBusy} onClick={() => void acting.settle(receipt)}>
          Check again
        </Button>
      )}
    </Line>
  );
}

function Line({ tone, children }: { tone: Tone; children: ComponentChildren }) {
  return (
    <p class={tone}>
      <ToneMark tone={tone} />
      <span>{children}</span>
    </p>
  );
}
