/** What happened, in words: pure. */
import type { ActivityKind } from '@/lib/people/details';
import { dayOf } from '../people/times';

export const ACTIVITY_WORDS: Record<ActivityKind, string> = {
  delivery: 'Mail sent',
  open: 'Opened',
  click: 'Clicked',
  bounce: 'Bounced',
  subscription: 'Subscribed',
  unsubscription: 'Unsubscribed',
  tag: 'Tagged',
  untag: 'Tag removed',
  journey: 'Journey',
  other: 'Other',
};

/** “30 Aug 2026, 14:02”, as that server means it: its zone is not known. */
export function momentOf(at: string): string {
  const time = /^.{10}[ T](\d\d:\d\d)/.exec(at)?.[1];
  return time ? `${dayOf(at)}, ${time}` : dayOf(at);
}
