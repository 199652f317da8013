import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import type { Account } from '@/lib/people/account';
import { sayDoing, sayReceipt } from '@/lib/people/receipt-words';
import type { Receipt } from '@/lib/people/receipt';
import type { Tone } from '@/lib/people/standing';
import { canUndo } from '@/lib/people/undo';
import { sayHere } from '../accounts/say-here';
import { useFocusHome } from '../hooks/use-focus-home';
import { asideOf, RECEIPT_TONES } from '../people/StatusBar';
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
      {news.refusal && (
        <Line tone={news.refusal.failure ? 'stop' : 'warn'}>
          <b>{news.refusal.failure ? 'Not done.' : 'Not certain.'}</b>{' '}
          {news.refusal.failure
            ? sayHere(news.refusal.failure, account.name)
            : 'The extension was interrupted. What is listed below was read afterwards.'}
        </Line>
      )}
    </div>
  );
}

function ReceiptLine({ receipt, acting }: { receipt: Receipt; acting: DeskActing }) {
  const { title, message } = sayReceipt(receipt);
  const aside = asideOf(receipt);
  return (
    <Line tone={RECEIPT_TONES[receipt.state]}>
      <span dir="auto">
        <b>{title}</b> {receipt.state === 'done' ? `in ${message}` : message}
        {aside && <small> {aside}</small>}
      </span>
      {canUndo(receipt) && (
        <Button kind="quiet" size="small" onClick={() => void acting.undo(receipt)}>
          Undo
        </Button>
      )}
      {receipt.state === 'unknown' && !receipt.wasSo && (
        <Button kind="quiet" size="small" onClick={() => void acting.settle(receipt)}>
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
