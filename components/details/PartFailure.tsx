import type { Result } from '@/lib/failure';
import { sayFailure } from '@/lib/failure-words';
import type { Target } from '@/lib/people/intent';
import { useAskAgain } from '../hooks/use-details';
import { Button } from '../ui/Button';
import { type DetailsState, UNASKED } from './details-book';
import './details.css';

interface PartFailureProps {
  part: Result<unknown> | null;
  state: DetailsState | undefined;
  target: Target;
  /** Whose it is must be said. */
  hasSeveral?: boolean;
}

/** One part of the details that could not be read; the others are not affected. */
export function PartFailure({ part, state = UNASKED, target, hasSeveral }: PartFailureProps) {
  const askAgain = useAskAgain();
  const failure = failureOf(part, state);
  if (!failure) return null;
  return (
    <p class="part-failure">
      <span dir="auto">
        {hasSeveral && target.place && `${target.place.name}: `}
        {sayFailure(failure).what}
      </span>
      <Button kind="quiet" size="small" busy={state.isAsking} onClick={() => askAgain(target)}>
        Try again
      </Button>
    </p>
  );
}

function failureOf(part: Result<unknown> | null, { details, failure }: DetailsState) {
  if (details === null) return failure;
  return part && !part.ok ? part.failure : null;
}
