import type { System } from '@/lib/people/account';
import { type Concern, type Intent, accountOf } from '@/lib/people/intent';
import { standingWord } from '@/lib/people/standing';

/** A question before a write: what it asks, why, and the two answers. */
export interface Question {
  title: string;
  reasons: string[];
  yes: string;
}

export function questionOf(intent: Intent, concerns: readonly Concern[]): Question {
  const { system } = accountOf(intent);
  const isOnlyNew = concerns.every((concern) => concern.kind === 'new-tag');
  return {
    title: titleOf(intent),
    reasons: concerns.map((concern) => reasonOf(concern, intent, system)),
    yes: isOnlyNew ? 'Create tag' : YES[intent.kind],
  };
}

const YES: Record<Intent['kind'], string> = {
  tag: 'Tag anyway',
  untag: 'Remove anyway',
  'trigger-journey': 'Start anyway',
  'leave-journey': 'Take out anyway',
  add: 'Add anyway',
};

function titleOf(intent: Intent): string {
  switch (intent.kind) {
    case 'tag':
      return `Tag with “${intent.tag.name}”?`;
    case 'untag':
      return `Remove tag “${intent.tag.name}”?`;
    case 'trigger-journey':
      return `Start “${intent.journey.name}”?`;
    case 'leave-journey':
      return `Take out of “${intent.journey.name}”?`;
    case 'add':
      return `Add ${intent.person.address}?`;
  }
}

function reasonOf(concern: Concern, intent: Intent, system: System): string {
  switch (concern.kind) {
    case 'standing': {
      const where = concern.place?.name ?? accountOf(intent).name;
      return `${standingWord(concern.standing, system)} in ${where}. ${consequenceOf(intent)}`;
    }
    case 'new-tag':
      return `There is no tag “${concern.name}” yet. It will be created; Addressee does not delete tags.`;
    case 'already-in-journey':
      return `Already in “${concern.name}”. Starting again may send its mail twice.`;
    case 'in-doubt':
      return `Whether the last start of “${concern.name}” arrived is not known. Starting again may send its mail twice.`;
    case 'journeys-unknown':
      return `Whether this person is in “${concern.name}” already could not be read. Starting again may send its mail twice.`;
  }
}

function consequenceOf(intent: Intent): string {
  switch (intent.kind) {
    case 'trigger-journey':
      return 'A journey may send mail, and mail can’t be taken back.';
    case 'tag':
      return 'A tag may start mail that should not be sent.';
    case 'add':
      return 'Adding may send mail that should not be sent.';
    default:
      return '';
  }
}
