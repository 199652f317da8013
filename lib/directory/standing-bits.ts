import { type Standing, STANDINGS } from '../people/standing';

/** All standings of a person in one byte; zero says that she is not there. */
export type StandingBits = number;

/** As they lie on the disk: another meaning needs another version of the database. */
const BITS: Record<Standing, StandingBits> = {
  suppressed: 1,
  'hard-bounced': 2,
  unsubscribed: 4,
  leaving: 8,
  'soft-bounced': 16,
  pending: 32,
  unclear: 64,
  subscribed: 128,
};

/** Of somebody who is there: never zero. */
export const bitsOf = (standings: readonly Standing[]): StandingBits =>
  standings.reduce((bits, standing) => bits | BITS[standing], 0) || BITS.subscribed;

/** Worst first. */
export const standingsOf = (bits: StandingBits): Standing[] =>
  STANDINGS.filter((standing) => (bits & BITS[standing]) !== 0);
