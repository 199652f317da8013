/** What is said of a directory: how old it is, how far it has come, and why it waits. */
import { clock } from '../failure-words';
import type { DirectoryState, PlaceState, Refresh } from './directory';
import { countedPeople } from './people-words';

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });

export const REFRESH_WORDS: Record<Refresh, string> = {
  day: 'Every day',
  week: 'Every week',
  month: 'Every month',
  'by-hand': 'Only when you ask',
};

/** “10:42”, or “18 Nov 2026, 10:42” where that was on another day. */
export function momentOf(at: number, now: number): string {
  const day = DAY.format(at);
  return day === DAY.format(now) ? clock(at) : `${day}, ${clock(at)}`;
}

/** What answers now, and how old it is. */
export function sayKnown({ known }: PlaceState, now: number): string {
  if (!known) return 'Not read yet: here nobody is known but those you look up.';
  const { people, at, caughtUpAt, isDoubted } = known;
  const whole = `${countedPeople(people)}, as of ${momentOf(at, now)}.`;
  const newcomers = caughtUpAt <= at ? '' : ` Newcomers as of ${momentOf(caughtUpAt, now)}.`;
  return `${whole}${newcomers}${isDoubted ? IMPORTED : ''}`;
}

const IMPORTED = ' An import came since: whom it brought or changed is still to be read.';

/** How far the reading is that goes on. */
export function sayProgress(filling: NonNullable<PlaceState['filling']>): string {
  const { done, total, minutesLeft, isAllRead } = filling;
  if (isAllRead) return `${countedPeople(done)} read; now who of them bounced or is suppressed.`;
  if (total === null) return `${done.toLocaleString('en')} read so far.`;
  const read = `${done.toLocaleString('en')} of ${countedPeople(total)} read`;
  if (minutesLeft === null) return `${read}.`;
  return `${read}, ${minutesLeft <= 1 ? 'about a minute' : `about ${minutesLeft} minutes`} left.`;
}

export const WAITS_WORDS: Record<NonNullable<DirectoryState['waits']>, string> = {
  'flags-off': 'No site is flagged, so nobody is asked. What is known stays.',
  'account-paused': 'This account is paused, so nobody is asked. What is known stays.',
  locked: 'Your keys are locked, so nobody can be asked. It goes on once you unlock them.',
};
