import { sayHere } from './say-here';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { Skeleton } from '../ui/Skeleton';
import type { Asked } from './use-asked';

interface UnansweredProps {
  asked: Exclude<Asked<unknown>, { is: 'there' }>;
  onRetry: () => void;
}

/** What a section shows while it waits, and when it was told nothing. */
export function Unanswered({ asked, onRetry }: UnansweredProps) {
  if (asked.is === 'waiting') return <Skeleton widths={[45, 35]} />;
  return (
    <Notice tone="stop" live="alert" actions={<Button onClick={onRetry}>Try again</Button>}>
      {sayHere(asked.failure)}
    </Notice>
  );
}
