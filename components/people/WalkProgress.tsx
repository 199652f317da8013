import type { Findings } from '@/lib/people/findings';
import { Button } from '../ui/Button';
import { Spinner } from '../ui/Spinner';
import { ToneMark } from '../ui/ToneMark';
import type { LookUp } from './look-ups';
import { sayNotFound } from './search-words';

interface WalkProgressProps {
  findings: Findings;
  lookUp: LookUp;
  onRetry: () => void;
  onStop: () => void;
}

/** Contacts are walked newest first where the server cannot search; never “not found” before the end. */
export function WalkProgress({ findings, lookUp, onRetry, onStop }: WalkProgressProps) {
  const { isStopped } = lookUp;
  return (
    <p class="walk">
      {isStopped ? <ToneMark tone="none" /> : <Spinner />}
      <span>
        {sayNotFound(findings)}
        {isStopped ? ', stopped' : ', going on…'}
      </span>
      <Button size="small" onClick={isStopped ? onRetry : onStop}>
        {isStopped ? 'Go on' : 'Stop'}
      </Button>
    </p>
  );
}
