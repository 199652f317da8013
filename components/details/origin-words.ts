/** Since when and from where, and what she has brought: pure. */
import type { Details } from '@/lib/people/details';
import type { Profile } from '@/lib/people/profile';
import { momentOf } from './activity-words';

export interface Fact {
  label: string;
  value: string;
}

const AMOUNT = new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** Only what is known; what the server does not say has no line. */
export function originFacts({ origin, revenue }: Details, profile: Profile): Fact[] {
  const when = (at: string | null) => at && momentOf(at);
  const all: [string, string | null][] = [
    ['Since', when(origin.since ?? profile.since)],
    ['From', [origin.from, origin.page].filter(Boolean).join(' · ') || null],
    ['Confirmed', when(origin.confirmedAt)],
    ['Unsubscribed', when(origin.unsubscribedAt)],
    ['Language', origin.locale],
    ['Revenue', revenue === null ? null : AMOUNT.format(revenue)],
  ];
  return all.flatMap(([label, value]) => (value ? [{ label, value }] : []));
}
