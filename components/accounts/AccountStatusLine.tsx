import { Button } from '../ui/Button';
import { ToneMark } from '../ui/ToneMark';
import type { AccountStatus } from './account-status';

interface AccountStatusLineProps {
  status: AccountStatus;
  offer: { gateway: string; control: string } | null;
  onTakeOffer: (offer: { gateway: string; control: string }) => void;
  /** Set where the browser's permission is missing. */
  onAllow: (() => void) | null;
}

export function AccountStatusLine(props: AccountStatusLineProps) {
  const { status, offer, onTakeOffer, onAllow } = props;
  return (
    <div class={`account-status ${status.tone}`}>
      <p role="status">
        <ToneMark tone={status.tone} />
        <span>
          <strong>{status.headline}</strong>
          {status.more.length > 0 && <small> {status.more.join(' ')}</small>}
        </span>
      </p>
      {offer && (
        <Button size="small" onClick={() => onTakeOffer(offer)}>
          Use {URL.parse(offer.gateway)?.host ?? offer.gateway}
        </Button>
      )}
      {onAllow && (
        <Button size="small" onClick={onAllow}>
          Allow
        </Button>
      )}
    </div>
  );
}
