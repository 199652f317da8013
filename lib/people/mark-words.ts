import type { MarkKind } from './mark';

/** What a mark says, for whoever does not see it; the order is that of a list, loudest first. */
export const MARK_WORDS: Record<MarkKind, string> = {
  stop: 'Suppressed or bounced',
  attention: 'Unsubscribed or bouncing',
  pending: 'Not confirmed yet',
  both: 'Known in both systems',
  one: 'Known in one system',
  absent: 'Not found anywhere',
  unknown: 'Not looked up yet',
};

/** Loudest first. */
export const MARK_KINDS = Object.keys(MARK_WORDS) as MarkKind[]; // its keys are the kinds
