import {
  type CheckOutcome,
  type CheckResult,
  type CheckStep,
  STEP_TITLES,
} from '@/lib/people/check-up';
import type { Tone } from '@/lib/people/standing';
import { Spinner } from '../ui/Spinner';
import { ToneMark } from '../ui/ToneMark';

interface CheckRowProps {
  step: CheckStep;
  result: CheckResult | null;
  isRunning: boolean;
  /** What stands in its way; null where nothing does. */
  blocker: CheckStep | null;
}

const LOOKS: Record<CheckOutcome, { tone: Tone; word: string }> = {
  ok: { tone: 'good', word: 'OK' },
  warn: { tone: 'warn', word: 'Look at this' },
  failed: { tone: 'stop', word: 'Failed' },
  unknown: { tone: 'none', word: 'Not told' },
};

export function CheckRow({ step, result, isRunning, blocker }: CheckRowProps) {
  const { tone, word } = result
    ? LOOKS[result.outcome]
    : { tone: 'none' as const, word: 'Waiting' };
  return (
    <li class={`check-row ${tone}`} data-step={step}>
      {isRunning ? <Spinner /> : <ToneMark tone={tone} />}
      <span class="check-row-title">{STEP_TITLES[step]}</span>
      <span class="check-row-state">{stateOf(word, isRunning, blocker)}</span>
      <p class="check-row-words" dir="auto">
        {result?.what ?? (blocker && `Needs “${STEP_TITLES[blocker]}” first.`)}
        {result?.remedy && <span class="check-row-remedy"> {result.remedy}</span>}
      </p>
    </li>
  );
}

function stateOf(word: string, isRunning: boolean, blocker: CheckStep | null): string {
  if (isRunning) return 'Checking…';
  return blocker === null ? word : 'Not checked';
}
