import type { Intent, Receipt } from './intent';

export type Undo = { intent: Intent; warning: string | null } | { reason: string };

/** The true inverse of a write that was done, or why there is none (law 10). */
export function undoOf(intent: Intent): Undo {
  switch (intent.kind) {
    case 'tag': {
      const { target, tag } = intent;
      if (tag.id === null)
        return { reason: 'The tag was never created, so there is nothing to take back.' };
      return {
        intent: { kind: 'untag', target, tag: { id: tag.id, name: tag.name } },
        warning: warningOf(intent),
      };
    }
    case 'untag':
      return {
        intent: { kind: 'tag', target: intent.target, tag: intent.tag },
        warning: warningOf(intent),
      };
    case 'trigger-journey':
      return {
        reason:
          'Mail already sent by a journey can’t be taken back; you can take the person out of the journey.',
      };
    case 'leave-journey':
      return {
        reason: 'Leaving a journey can’t be undone: starting it again begins at its first step.',
      };
    case 'add':
      return { reason: 'Adding a person can’t be undone from here.' };
  }
}

function warningOf(intent: Extract<Intent, { kind: 'tag' | 'untag' }>): string | null {
  if (intent.target.account.system !== 'systeme') return null;
  return intent.kind === 'tag'
    ? 'Removing a tag may itself start a rule in Systeme.io, and what the tag already started goes on.'
    : 'Adding a tag may itself start a rule in Systeme.io.';
}

/**
 * Undo is offered once for what we did. What was so already is not ours to take back, and what
 * took something back is not offered again: that would be doing it.
 */
export const canUndo = ({ state, undone, undoes, already, intent }: Receipt): boolean =>
  state === 'done' && !undone && undoes === null && !already && 'intent' in undoOf(intent);
