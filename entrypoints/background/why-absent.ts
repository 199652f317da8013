import { sayFailure, sayWhole } from '@/lib/failure-words';
import { answerOf, type Findings } from '@/lib/people/findings';

/**
 * Why somebody is not where a menu item would write, in words (law 3). Adding is offered only
 * where she has truly been looked for: on the list meant, or, for `placeId` null, everywhere.
 */
export function whyAbsent(
  findings: Findings,
  placeId: string | null,
): { why: string; mayAdd: boolean } {
  const { account, places, failure, walk } = findings;
  if (failure) return { why: sayWhole(failure, account.name), mayAdd: false };
  if (walk && !walk.complete) {
    const searched = `The newest ${walk.passed} contacts of ${account.name} were searched so far.`;
    return { why: `${searched} Open Addressee to search on.`, mayAdd: false };
  }
  if (placeId !== null) return whyNotOn(findings, placeId);
  const failed = places.find((search) => search.outcome === 'failed');
  if (failed || answerOf(findings) !== 'absent') {
    return { why: `Not every list of ${account.name} could be asked.`, mayAdd: false };
  }
  return { why: `Not in ${account.name}. Add this person?`, mayAdd: true };
}

function whyNotOn({ account, places }: Findings, placeId: string) {
  const search = places.find(({ place }) => place.id === placeId);
  if (!search) {
    const why = `The list of that tag is not searched in ${account.name}; choose it in the options.`;
    return { why, mayAdd: false };
  }
  const where = `${account.name} · ${search.place.name}`;
  if (search.outcome === 'failed') {
    return { why: sayFailure(search.failure, where).what, mayAdd: false };
  }
  return { why: `Not in ${where}. Add this person?`, mayAdd: true };
}
