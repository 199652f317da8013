import type { EmailAddress } from '@/lib/people/address';
import { type Intent, addressOf } from '@/lib/people/intent';
import { sayDoing, whereOf, whomOf } from '@/lib/people/receipt-words';
import { StatusLine } from './StatusLine';
import type { Asked } from './half-made';
import { LazyAsideLine } from './lazy-questions';

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
        <LazyAsideLine key={asked} {...{ asked, shown, onGoBack, onForget }} />
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
