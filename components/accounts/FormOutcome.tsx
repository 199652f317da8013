import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { sayHere } from './say-here';
import type { Stage } from './use-account-form';

interface FormOutcomeProps {
  stage: Stage;
  onTakeOffer: (offer: { gateway: string; control: string }) => void;
}

/** What a test is doing or has ended in, as far as no field of the form says it. */
export function FormOutcome({ stage, onTakeOffer }: FormOutcomeProps) {
  const isUnplaced = stage.is === 'failed' && (!stage.field || stage.field === 'connection');
  const offer = stage.is === 'failed' ? stage.offer : null;
  return (
    <>
      <p role="status" class="unseen">
        {stage.is === 'testing' && 'Testing the connection.'}
      </p>
      {stage.is === 'failed' && isUnplaced && (
        <Notice tone="stop" live="alert">
          {sayHere(stage.failure)}
        </Notice>
      )}
      {offer && (
        <Notice
          tone="wait"
          live="status"
          actions={<Button onClick={() => onTakeOffer(offer)}>Use {hostOf(offer.gateway)}</Button>}
        >
          {hostOf(offer.gateway)} answers instead. Maton has more than one address.
        </Notice>
      )}
    </>
  );
}

const hostOf = (address: string): string => URL.parse(address)?.host ?? address;
