/** What a server says it would do, asked before anything is done. */
import type { Failure } from '../failure';

export type Preview =
  | { outcome: 'would' }
  | { outcome: 'would-not'; failure: Failure }
  /**
   * It was not asked, for who does not heed the question does what it asks about: `untried` until
   * it was seen to heed it lately, `ignored` where it was seen not to.
   */
  | { outcome: 'untold'; why: 'untried' | 'ignored' }
  /** She is out by now: against all that was seen before it was done, or by somebody else. */
  | { outcome: 'out' }
  /** It was asked, and what came of it could not be seen. */
  | { outcome: 'unsure'; failure: Failure };
