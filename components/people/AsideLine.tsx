import type { EmailAddress } from '@/lib/people/address';
import { addressOf } from '@/lib/people/intent';
import { whomOf } from '@/lib/people/receipt-words';
import { Button } from '../ui/Button';
import { StatusLine } from './StatusLine';
import { questionOf } from './concern-words';
import type { Asked } from './half-made';

export interface AsideLineProps {
  asked: Asked;
  shown: EmailAddress | null;
  onGoBack: (address: EmailAddress) => void;
  onForget: (asked: Asked) => void;
}

/** A question about somebody whose card is not shown, or behind the one that is asked. */
export function AsideLine({ asked, shown, onGoBack, onForget }: AsideLineProps) {
  return (
    <StatusLine tone="warn" onDismiss={() => onForget(asked)}>
      <span class="status-words is-long" dir="auto">
        <b>{questionOf(asked.intent, asked.concerns).title}</b> {whomOf(asked.intent)}. Not sent
        {addressOf(asked.intent) === shown && ': asked when what is open above is closed'}.
      </span>
      <GoBack address={addressOf(asked.intent)} {...{ shown, onGoBack }} />
    </StatusLine>
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
