/** What is said of a preview, and of why there is none: pure. */
import { sayFailure } from '@/lib/failure-words';
import type { Said } from '../hooks/use-previews';

/** One line where all say the same, else one for each list. */
export function sayPreviews(said: readonly Said[], suppress: boolean): string[] {
  const lines = said.map((each) => ({
    where: each.profile.place?.name ?? '',
    words: sayPreview(each, suppress),
  }));
  const [first] = lines;
  const isOne = lines.every(({ words }) => words === first?.words);
  if (first && isOne) return [first.words];
  return lines.map(({ where, words }) => `${where}: ${words}`);
}

function sayPreview({ profile, preview }: Said, suppress: boolean): string {
  const account = profile.account.name;
  if (!preview.ok) {
    return `${account} could not be asked beforehand. ${sayFailure(preview.failure).what}`;
  }
  const { value } = preview;
  switch (value.outcome) {
    case 'would':
      // A preview never carries suppression.
      return `${account} was asked beforehand and would ${suppress ? 'unsubscribe; whether it would suppress is not told' : 'do it'}. Nothing has been done yet.`;
    case 'would-not':
      return `${account} was asked beforehand. ${sayFailure(value.failure).what}`;
    case 'untold':
      return `${UNTOLD[value.why]} So it was not asked: what stands here is Addressee’s own word.`;
    case 'out':
      return `${account} was asked beforehand, and this person is unsubscribed now: it was done at once, or by somebody else meanwhile.`;
    case 'unsure':
      return `${account} was asked beforehand, and it is not certain what it did: look this person up again. ${sayFailure(value.failure).what}`;
  }
}

const UNTOLD = {
  untried: 'Whether this server can preview was not seen lately; the next unsubscribing tries it.',
  ignored: 'This server cannot preview: it does what it is asked about.',
};
