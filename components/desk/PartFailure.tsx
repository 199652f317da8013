import type { Failure } from '@/lib/failure';
import type { Account } from '@/lib/people/account';
import { sayHere } from '../accounts/say-here';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';

interface PartFailureProps {
  failure: Failure;
  account: Account;
  onRetry: () => void;
}

/** One part could not be read; the others are not hidden by it. */
export function PartFailure({ failure, account, onRetry }: PartFailureProps) {
  return (
    <Notice tone="stop" live="alert" actions={<Button onClick={onRetry}>Try again</Button>}>
      {sayHere(failure, account.name)}
    </Notice>
  );
}
