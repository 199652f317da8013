import type { MarkKind } from './mark';

/** What a mark says, for whoever does not see it; the order is that of a list, loudest first. */
export const MARK_WORDS: Record<MarkKind, string> = {
  stop: 'Suppressed or bounced',
  attention: 'Unsubscribed or soft bounced',
  pending: 'Not confirmed yet',
  both: 'Known in both systems',
  one: 'Known in one system',
  absent: 'Not found anywhere',
  unknown: 'Not looked up yet',
};

/** Loudest first. */
export const MARK_KINDS = Object.keys(MARK_WORDS) as MarkKind[]; // its keys are the kinds

/** The same for a legend, which has room for more; its order is from good to bad. */
export const MARK_MEANINGS: Record<MarkKind, string> = {
  one: `${MARK_WORDS.one}, and in good standing`,
  both: `${MARK_WORDS.both}, and in good standing`,
  pending: MARK_WORDS.pending,
  attention: MARK_WORDS.attention,
  stop: `${MARK_WORDS.stop}: do not mail`,
  absent: MARK_WORDS.absent,
  unknown: MARK_WORDS.unknown,
};
