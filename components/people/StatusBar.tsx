import type { ComponentChildren } from 'preact';
import type { EmailAddress } from '@/lib/people/address';
import { addressOf } from '@/lib/people/intent';
import type { Receipt } from '@/lib/people/receipt';
import { sayAim, sayReceipt, whereOf, whomOf } from '@/lib/people/receipt-words';
import { canUndo } from '@/lib/people/undo';
import { useRef } from 'preact/hooks';
import type { Acting } from '../hooks/use-acting';
import { moveOf } from '../hooks/use-following';
import { useFocusHome } from '../hooks/use-focus-home';
import { drawnOf } from '../hooks/use-receipts';
import type { Refusal } from '../hooks/use-refusal';
import { Button } from '../ui/Button';
import { StatusLine } from './StatusLine';
import { asideOf, RECEIPT_TONES, REFUSAL_TITLES, sayRefusal } from './outcome-words';
import './status-bar.css';

interface StatusBarProps {
  acting: Acting;
  /** Whose card is shown: nobody else's outcome is told without the address. */
  shown: EmailAddress | null;
  onShow: (address: EmailAddress) => void;
  /** Lines above these. */
  children?: ComponentChildren;
}

/** What became of what was done: always in sight at the foot, and read out. */
export function StatusBar({ acting, shown, onShow, children }: StatusBarProps) {
  const room = useRef<HTMLDivElement>(null);
  useFocusHome(room, (bar) => bar.querySelector('button'));
  const { receipts, refusal } = acting;
  const drawn = drawnOf(receipts);
  const rest = receipts.length - drawn.length;
  return (
    <div ref={room} class="status-bar" role="status">
      {children}
      {refusal && <RefusalLine refusal={refusal} onDismiss={acting.forgetRefusal} />}
      {drawn.map((receipt) => (
        <ReceiptLine key={receipt.id} {...{ receipt, acting, shown, onShow }} />
      ))}
      {rest > 0 && <p class="status-rest">and {rest} earlier</p>}
    </div>
  );
}

interface ReceiptLineProps extends StatusBarProps {
  receipt: Receipt;
}

function ReceiptLine({ receipt, acting, shown, onShow }: ReceiptLineProps) {
  const { title, message } = sayReceipt(receipt);
  const isBusy = acting.underWay.includes(receipt.id);
  const aside = asideOf(receipt);
  const move = receipt.state === 'done' ? moveOf(receipt.intent) : null;
  return (
    <StatusLine tone={RECEIPT_TONES[receipt.state]} onDismiss={() => acting.dismiss([receipt])}>
      <span class={`status-words ${receipt.state === 'unknown' ? 'is-long' : ''}`} dir="auto">
        <b>{title}</b> {receipt.state === 'done' ? doneWhere(receipt, shown) : message}
        {aside && <small> {aside}</small>}
        {move?.to === shown && <small> The card has followed to the new address.</small>}
      </span>
      {move?.from === shown && (
        <Button kind="quiet" size="small" onClick={() => onShow(move.to)}>
          Go to {move.to}
        </Button>
      )}
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
    </StatusLine>
  );
}

function RefusalLine({ refusal, onDismiss }: { refusal: Refusal; onDismiss: () => void }) {
  const { intent, outcome } = refusal;
  const title = REFUSAL_TITLES[outcome];
  return (
    <StatusLine tone={title === 'Not done' ? 'stop' : 'warn'} onDismiss={onDismiss}>
      <span class="status-words" dir="auto">
        <b>
          {title}: {sayAim(intent)}
        </b>{' '}
        {whomOf(intent)}. {sayRefusal(refusal)}
      </span>
    </StatusLine>
  );
}

function doneWhere({ intent }: Receipt, shown: EmailAddress | null): string {
  const address = addressOf(intent);
  return address === null || address === shown ? `in ${whereOf(intent)}` : whomOf(intent);
}
