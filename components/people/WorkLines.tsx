import type { EmailAddress } from '@/lib/people/address';
import { type Intent, addressOf } from '@/lib/people/intent';
import { sayDoing, whereOf, whomOf } from '@/lib/people/receipt-words';
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
            <b>{questionOf(asked.intent, asked.concerns).title}</b> {whomOf(asked.intent)}. Not sent
            {addressOf(asked.intent) === shown && ': asked when what is open above is closed'}.
          </span>
          <GoBack address={addressOf(asked.intent)} {...{ shown, onGoBack }} />
        </StatusLine>
      ))}
      {doing.map((intent) => (
        <StatusLine key={intent} tone="busy">
          <span class="status-words" dir="auto">
            <b>{sayDoing(intent)}</b>{' '}
            {addressOf(intent) === shown ? `in ${whereOf(intent)}` : whomOf(intent)}…
          </span>
        </StatusLine>
      ))}
    </>
  );
}

interface GoBackProps {
  /** Null where nobody in particular is meant, so that there is no card to go back to. */
  address: EmailAddress | null;
  shown: EmailAddress | null;
  onGoBack: (address: EmailAddress) => void;
}

function GoBack({ address, shown, onGoBack }: GoBackProps) {
  if (address === null || address === shown) return null;
  return (
    <Button kind="quiet" size="small" onClick={() => onGoBack(address)}>
      Go back to {address}
    </Button>
  );
}
