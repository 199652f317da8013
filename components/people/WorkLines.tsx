import type { EmailAddress } from '@/lib/people/address';
import { type Intent, addressOf } from '@/lib/people/intent';
import { sayDoing, whereOf } from '@/lib/people/receipt-words';
import { Button } from '../ui/Button';
import { StatusLine } from './StatusLine';
import { questionOf } from './concern-words';
import type { Asked } from './half-made';

interface WorkLinesProps {
  doing: Intent[];
  /** Questions about others than whose card is shown, or behind the one that is asked. */
  aside: Asked[];
  shown: EmailAddress | null;
  onGoBack: (address: EmailAddress) => void;
  onForget: (asked: Asked) => void;
}

/** What is under way and what waits for her, above what has come of it. */
export function WorkLines({ doing, aside, shown, onGoBack, onForget }: WorkLinesProps) {
  return (
    <>
      {aside.map((asked) => (
        <StatusLine key={asked} tone="warn" onDismiss={() => onForget(asked)}>
          <span class="status-words is-long" dir="auto">
            <b>{questionOf(asked.intent, asked.concerns).title}</b> {addressOf(asked.intent)} in{' '}
            {whereOf(asked.intent)}. Not sent.
          </span>
          <Button kind="quiet" size="small" onClick={() => onGoBack(addressOf(asked.intent))}>
            Go back to {addressOf(asked.intent)}
          </Button>
        </StatusLine>
      ))}
      {doing.map((intent) => (
        <StatusLine key={intent} tone="busy">
          <span class="status-words" dir="auto">
            <b>{sayDoing(intent)}</b> {addressOf(intent) !== shown && `${addressOf(intent)} `}in{' '}
            {whereOf(intent)}…
          </span>
        </StatusLine>
      ))}
    </>
  );
}
