import { sayFailure } from '@/lib/failure-words';
import { type Findings, answerOf } from '@/lib/people/findings';
import { searchedOf } from '@/lib/people/person';
import { standingWord, worstOf } from '@/lib/people/standing';
import { clock } from './times';

const NUMBER = new Intl.NumberFormat('en-GB');

/** “· 2 of 2 lists · 14:02”, after the system's name. */
export function saySearched(findings: Findings): string {
  const parts = [];
  if (findings.places.length > 0 && findings.account.system === 'octeth') {
    const { answered, asked } = searchedOf(findings);
    parts.push(`${answered} of ${asked} ${asked === 1 ? 'list' : 'lists'}`);
  }
  if (findings.failure === null || findings.profiles.length > 0) parts.push(clock(findings.at));
  return parts.map((part) => ` · ${part}`).join('');
}

/** What may truly be said where nobody was found (law 3). */
export function sayNotFound(findings: Findings): string {
  const { account, walk } = findings;
  const { answered, asked } = searchedOf(findings);
  switch (answerOf(findings)) {
    case 'searching':
      return `Searched the newest ${NUMBER.format(walk?.passed ?? 0)}`;
    case 'absent':
      if (account.system === 'systeme') return `Not in ${account.name} (contacts searched: all)`;
      if (asked === 0) return `No list of ${account.name} is chosen to be searched`;
      return `Not on ${asked === 1 ? 'the list' : `any of the ${asked} lists`} searched in ${account.name}`;
    case 'incomplete': {
      const failed = findings.places.filter((search) => search.outcome === 'failed');
      const names = failed.map((search) => search.place.name).join(', ');
      return `Not found on ${answered} of ${asked} lists; ${names} could not be asked`;
    }
    default:
      return '';
  }
}

/** One sentence for a screen reader when an account has answered. */
export function sayAnswer(findings: Findings): string {
  const { account, profiles, failure } = findings;
  if (profiles.length > 0) {
    const standings = profiles.map((profile) => {
      const word = standingWord(worstOf(profile.standings), account.system);
      return profile.place ? `${word} on ${profile.place.name}` : word;
    });
    return `${account.name}: ${standings.join(', ')}.`;
  }
  if (failure) return sayFailure(failure, account.name).what;
  // Said once: a number that grows every second would talk over everything else.
  if (answerOf(findings) === 'searching') {
    return `${account.name}: going through the contacts, newest first.`;
  }
  return `${sayNotFound(findings)}.`;
}
