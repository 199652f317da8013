/** What the accounts together say of a person, once they have answered: pure. */
import {
  type AccountDetails,
  type Disagreement,
  disagreementsOf,
} from '@/lib/people/disagreements';
import { type Findings, answerOf } from '@/lib/people/findings';

export type Comparison =
  | { state: 'waiting' }
  | { state: 'disagree'; all: [Disagreement, ...Disagreement[]] }
  /** Nothing contradicts, and this is what can truly be said instead. */
  | { state: 'quiet'; words: string };

interface Compared {
  /** How many accounts were asked. */
  asked: number;
  answers: readonly Findings[];
  details: readonly AccountDetails[];
  /** Details are still on their way. */
  isAsking: boolean;
}

export function compare({ asked, answers, details, isAsking }: Compared): Comparison {
  const [worst, ...others] = disagreementsOf(answers, details);
  if (worst) return { state: 'disagree', all: [worst, ...others] };
  const isOpen = answers.some((findings) => answerOf(findings) === 'searching');
  if (answers.length < asked || isOpen || isAsking) return { state: 'waiting' };
  return { state: 'quiet', words: sayQuiet(answers) };
}

/** Law 3: that somebody is nowhere else is said only where everybody could be asked. */
function sayQuiet(answers: readonly Findings[]): string {
  const known = answers.filter((findings) => findings.profiles.length > 0);
  const unsure = answers.filter((findings) =>
    ['failed', 'incomplete'].includes(answerOf(findings)),
  );
  const [only] = known;
  if (isNobodyAsked(answers)) return 'No account could be asked.';
  if (unsure.length > 0) return `${namesOf(unsure)} could not be compared.`;
  if (!only) return 'No account knows this address.';
  if (known.length === 1) return `Only ${only.account.name} knows this address.`;
  return 'The accounts do not contradict each other.';
}

/** Law 3: then nothing at all is known, not even that no name is. */
export const isNobodyAsked = (answers: readonly Findings[]): boolean =>
  answers.every((findings) => answerOf(findings) === 'failed');

const LIST = new Intl.ListFormat('en');
const namesOf = (all: readonly Findings[]): string =>
  LIST.format(all.map(({ account }) => account.name));
