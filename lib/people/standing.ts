import type { System } from './account';

/**
 * How a person stands with a list or an account. `unclear` is a status the server sent that we
 * do not know: shown as such and treated with the same care as `pending`.
 */
export type Standing =
  | 'suppressed'
  | 'hard-bounced'
  | 'unsubscribed'
  | 'leaving'
  | 'soft-bounced'
  | 'pending'
  | 'unclear'
  | 'subscribed';

/** Worst first: the order in which standings are shown and weighed. */
export const STANDINGS: readonly Standing[] = [
  'suppressed',
  'hard-bounced',
  'unsubscribed',
  'leaving',
  'soft-bounced',
  'pending',
  'unclear',
  'subscribed',
];

/** How somebody who is added may stand from the beginning. */
export const NEW_STANDINGS = ['subscribed', 'pending', 'leaving', 'unsubscribed'] as const;
export type NewStanding = (typeof NEW_STANDINGS)[number];

/** Neither gets mail; to say so of somebody is hard to take back. */
export const hasLeft = (standing: Standing): boolean =>
  standing === 'leaving' || standing === 'unsubscribed';

/** How loud a standing is; decides colour and shape, never the word. */
export type Tone = 'good' | 'wait' | 'warn' | 'stop' | 'none';

const TONES: Record<Standing, Tone> = {
  suppressed: 'stop',
  'hard-bounced': 'stop',
  unsubscribed: 'warn',
  leaving: 'warn',
  'soft-bounced': 'warn',
  pending: 'wait',
  unclear: 'wait',
  subscribed: 'good',
};

const WORDS: Record<Standing, string> = {
  suppressed: 'Suppressed',
  'hard-bounced': 'Hard bounced',
  unsubscribed: 'Unsubscribed',
  leaving: 'Unsubscribing, not confirmed',
  'soft-bounced': 'Soft bounced',
  pending: 'Not confirmed yet',
  unclear: 'Unclear',
  subscribed: 'Subscribed',
};

export const toneOf = (standing: Standing): Tone => TONES[standing];

/** Systeme.io has contacts, not subscribers, and knows one kind of bounce. */
export function standingWord(standing: Standing, system: System): string {
  if (system === 'systeme' && standing === 'subscribed') return 'Active';
  if (system === 'systeme' && standing === 'hard-bounced') return 'Bounced';
  return WORDS[standing];
}

/** The worst of several standings; `subscribed` when there is none. */
export function worstOf(standings: readonly Standing[]): Standing {
  return STANDINGS.find((standing) => standings.includes(standing)) ?? 'subscribed';
}
