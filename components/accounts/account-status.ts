import type { Failure } from '@/lib/failure';
import type { Account } from '@/lib/people/account';
import type { Tone } from '@/lib/people/standing';
import { sayHere } from './say-here';

/** What the last test of an account said, as long as this page is open. */
export type TestNews =
  | { is: 'testing' }
  | { is: 'answered'; said: string[] }
  | {
      is: 'failed';
      failure: Failure;
      offer: { gateway: string; control: string } | null;
    };

export interface AccountStatus {
  tone: Tone;
  headline: string;
  more: string[];
}

interface Circumstances {
  news: TestNews | null;
  /** Whether the browser lets us talk to the account's hosts; null while that is being asked. */
  isAllowed: boolean | null;
  isLocked: boolean;
}

/** How an account stands, saying no more than is known (law 3). */
export function statusOf(account: Account, circumstances: Circumstances): AccountStatus {
  const { news, isAllowed, isLocked } = circumstances;
  if (news?.is === 'testing') return { tone: 'wait', headline: 'Testing…', more: [] };
  if (news?.is === 'failed') {
    return { tone: 'stop', headline: sayHere(news.failure), more: [] };
  }
  if (account.paused) {
    return { tone: 'none', headline: 'Paused.', more: ['Nothing is asked of this account.'] };
  }
  if (isAllowed === false) {
    return { tone: 'warn', headline: 'Your browser does not let Addressee talk to it.', more: [] };
  }
  if (isLocked) {
    return { tone: 'warn', headline: 'Locked.', more: ['Unlock your keys to use it.'] };
  }
  if (news?.is === 'answered') {
    const [first = '', ...rest] = news.said;
    const isHeadline = first.startsWith('Connected');
    return isHeadline
      ? { tone: 'good', headline: first, more: rest }
      : { tone: 'good', headline: 'Connected.', more: news.said };
  }
  return { tone: 'none', headline: 'Not tested since you opened this page.', more: [] };
}
