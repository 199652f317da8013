import type { JSX } from 'preact';
import type { Failure } from '@/lib/failure';
import { sayFailure } from '@/lib/failure-words';
import { type Findings, answerOf } from '@/lib/people/findings';
import { journeysOf, rowsOf, searchedOf } from '@/lib/people/person';
import { AccessRows } from '../details/AccessRows';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { ToneMark } from '../ui/ToneMark';
import { JourneyRow } from './JourneyRow';
import { PlaceRows, ROWS_SHOWN } from './PlaceRows';
import { TagRow } from './TagRow';
import { WalkProgress } from './WalkProgress';
import { type LookUp, busyUntil } from './look-ups';
import { usePanel } from './panel';
import { sayNotFound } from './search-words';
import { clockAfter } from './times';

interface AccountAnswerProps {
  findings: Findings;
  lookUp: LookUp;
  onRetry: () => void;
  onStop: () => void;
}

export function AccountAnswer({ findings, lookUp, onRetry, onStop }: AccountAnswerProps) {
  const answer = answerOf(findings);
  const isWalking = answer === 'searching';
  const hasPeople = findings.profiles.length > 0;
  const hasJourneys =
    findings.account.system === 'octeth' ||
    journeysOf(findings).length > 0 ||
    findings.profiles.some((profile) => profile.journeysFailure);
  const retry = (
    <Button size="small" busy={lookUp.isAsking && !isWalking} onClick={onRetry}>
      {retryWords(findings)}
    </Button>
  );
  return (
    <>
      {isWalking && <WalkProgress findings={findings} lookUp={lookUp} {...{ onRetry, onStop }} />}
      <dl class="rows">
        {(hasPeople || !findings.failure) && (
          <PlaceRows rows={rowsOf(findings)} findings={findings} />
        )}
        {hasPeople && <TagRow findings={findings} />}
        {hasPeople && hasJourneys && <JourneyRow findings={findings} />}
        {hasPeople && findings.account.system === 'systeme' && <AccessRows findings={findings} />}
      </dl>
      {isSaidInWords(findings) && (
        <p class="nobody">
          <ToneMark tone="none" />
          <span>{sayNotFound(findings)}.</span>
        </p>
      )}
      {findings.failure && <FailureNotice failure={findings.failure} retry={retry} />}
      {!findings.failure && findings.places.some(({ outcome }) => outcome === 'failed') && (
        <p class="account-retry">{retry}</p>
      )}
    </>
  );
}

/** Where every list has its own line, “Not on this list” has been said already. */
function isSaidInWords(findings: Findings): boolean {
  const answer = answerOf(findings);
  const { asked } = searchedOf(findings);
  const hasLines = findings.account.system === 'octeth' && asked > 0 && asked <= ROWS_SHOWN;
  return answer === 'incomplete' || (answer === 'absent' && !hasLines);
}

interface FailureNoticeProps {
  failure: Failure;
  retry: JSX.Element;
}

function FailureNotice({ failure, retry }: FailureNoticeProps) {
  const { openOptions } = usePanel();
  // The account's name stands above it.
  const { what, next } = sayFailure(failure);
  const isBusy = failure.kind === 'busy';
  const actions = (
    <>
      {MENDED_IN_OPTIONS.includes(failure.kind) && (
        <Button size="small" onClick={openOptions}>
          Open options
        </Button>
      )}
      {retry}
    </>
  );
  return (
    <Notice tone={isBusy ? 'wait' : 'stop'} actions={actions}>
      <b>{what}</b> {isBusy ? 'It is asked again by itself while this is open.' : next}
    </Notice>
  );
}

const MENDED_IN_OPTIONS: Failure['kind'][] = ['wrong-key', 'no-permission', 'no-connection'];

function retryWords(findings: Findings): string {
  const retryAt = busyUntil(findings);
  return retryAt ? `Try again at ${clockAfter(retryAt)}` : 'Try again';
}
