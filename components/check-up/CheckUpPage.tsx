import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Account } from '@/lib/people/account';
import { blockerOf, CHECK_STEPS, sayReport } from '@/lib/people/check-up';
import type { Powers } from '../accounts/powers';
import { SavedLine } from '../accounts/SavedLine';
import type { Saying } from '../accounts/use-saving';
import { Button } from '../ui/Button';
import { Disclosure } from '../ui/Disclosure';
import { CheckRow } from './CheckRow';
import { useCheckUp } from './use-check-up';
import './check-up.css';

interface CheckUpPageProps {
  account: Account;
  powers: Powers;
}

/** Runs the checks of one account in order, and gives one text for whoever helps. */
export function CheckUpPage({ account, powers }: CheckUpPageProps) {
  const { results, running, run } = useCheckUp(account.id, powers.client);
  const report = sayReport({
    system: account.system,
    servers: account.system === 'octeth' ? [account.server] : [account.gateway, account.control],
    results,
    about: powers.about,
    at: Date.now(),
  });
  return (
    <div class="check-up">
      <p class="unseen" role="status">
        {running === null && results.length > 0 && sayEnd(results.map(({ outcome }) => outcome))}
      </p>
      <ol aria-label="Checks">
        {CHECK_STEPS.map((step) => (
          <CheckRow
            key={step}
            step={step}
            result={results.find((one) => one.step === step) ?? null}
            isRunning={running === step}
            blocker={blockerOf(step, results)}
          />
        ))}
      </ol>
      <Report report={report} isReady={running === null && results.length > 0} powers={powers}>
        <Button busy={running !== null} onClick={() => void run()}>
          Run again
        </Button>
      </Report>
    </div>
  );
}

function sayEnd(outcomes: string[]): string {
  const bad = outcomes.filter((outcome) => outcome === 'failed' || outcome === 'warn').length;
  return bad === 0
    ? 'All checks are done. Nothing is wrong.'
    : `All checks are done; ${bad} to look at.`;
}

interface ReportProps {
  report: string;
  isReady: boolean;
  powers: Powers;
  /** Beside the button that copies it. */
  children: ComponentChildren;
}

/** What is copied is shown first: nobody sends what she has not seen. */
function Report({ report, isReady, powers, children }: ReportProps) {
  const [saying, say] = useState<Saying | null>(null);
  const handleCopy = async () => {
    const isCopied = await powers.copy(report);
    say(
      isCopied
        ? { tone: 'good', words: 'Copied. No key, address or name is in it.' }
        : { tone: 'stop', words: 'Not copied: select the text below and copy it by hand.' },
    );
  };
  return (
    <div class="check-up-report">
      <div class="check-up-actions">
        <Button kind="primary" off={!isReady} onClick={() => void handleCopy()}>
          Copy report
        </Button>
        {children}
        <SavedLine saying={saying} />
      </div>
      <Disclosure summary="What is in the report">
        <pre>{report}</pre>
      </Disclosure>
    </div>
  );
}
