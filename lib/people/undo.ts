import { foldAddress } from './address';
import type { AddressChange } from './details';
import type { Intent, IntentOf } from './intent';
import type { Receipt } from './receipt';

export type Undo = { intent: Intent; warning: string | null } | { reason: string };

/** The true inverse of a write that was done, or why there is none (law 10). */
export function undoOf(intent: Intent): Undo {
  switch (intent.kind) {
    case 'tag':
    case 'untag':
      return undoOfTag(intent);
    case 'update':
      return { intent: changedBack(intent), warning: null };
    case 'enrol':
    case 'unenrol':
      return undoOfAccess(intent);
    case 'join':
    case 'leave': {
      const { target, community } = intent;
      const kind = intent.kind === 'join' ? 'leave' : 'join';
      return { intent: { kind, target, community }, warning: WELCOMES[kind] };
    }
    case 'rename-tag': {
      const { desk, tag, name } = intent;
      const back = { id: tag.id, name };
      return { intent: { kind: 'rename-tag', desk, tag: back, name: tag.name }, warning: null };
    }
    case 'rename-field': {
      const { desk, field, name } = intent;
      const back = { id: field.id, name };
      return {
        intent: { kind: 'rename-field', desk, field: back, name: field.name },
        warning: null,
      };
    }
    default:
      return { reason: REASONS[intent.kind] };
  }
}

type Undoable =
  | 'tag'
  | 'untag'
  | 'update'
  | 'enrol'
  | 'unenrol'
  | 'join'
  | 'leave'
  | 'rename-tag'
  | 'rename-field';

const REASONS: Record<Exclude<Intent['kind'], Undoable>, string> = {
  'trigger-journey':
    'Mail already sent by a journey can’t be taken back; you can take the person out of the journey.',
  'leave-journey': 'Leaving a journey can’t be undone: starting it again begins at its first step.',
  'exit-journey': 'Exiting a journey can’t be undone: starting it again begins at its first step.',
  add: 'Adding a person can’t be undone from here.',
  unsubscribe: 'Unsubscribing can’t be undone: only the person may ask for mail again.',
  confirm: 'A confirmation can’t be undone, and what it has started goes on.',
  cancel: 'A cancelled subscription can’t be brought back: the person has to buy again.',
  delete: 'What is deleted is gone, with its history.',
  'create-tag': 'Creating a tag can’t be undone; you can delete the tag.',
  'delete-tag': 'A deleted tag can’t be brought back, nor whom it was on.',
  'create-field': 'Creating a field can’t be undone; you can delete the field.',
  'delete-field': 'A deleted field can’t be brought back, nor what stood in it.',
  import: 'An import can’t be undone as a whole; its people can be found and deleted.',
  'delete-people': 'Who is deleted is gone, with tags, fields and history.',
  'empty-list': 'An emptied list can’t be filled again from here.',
  'create-connection': 'Making a connection can’t be undone; you can remove the connection.',
  'remove-connection':
    'A removed connection can’t be brought back; a new one has to be authorised anew.',
};

function undoOfTag(intent: IntentOf<'tag' | 'untag'>): Undo {
  const { target, tag } = intent;
  if (tag.id === null)
    return { reason: 'The tag was never created, so there is nothing to take back.' };
  const kind = intent.kind === 'tag' ? 'untag' : 'tag';
  return {
    intent: { kind, target, tag: { id: tag.id, name: tag.name } },
    warning: warningOf(intent),
  };
}

/** What stood there before is written back, to whoever has the address now. */
function changedBack({ target, fields, newAddress }: IntentOf<'update'>): Intent {
  return {
    kind: 'update',
    target: newAddress ? { ...target, address: foldAddress(newAddress.after) } : target,
    fields: fields.map(swapped),
    newAddress: newAddress && swapped(newAddress),
  };
}

const swapped = <Change extends AddressChange>(change: Change): Change => ({
  ...change,
  before: change.after,
  after: change.before,
});

/** Which modules were open is told by no server, so partial access cannot be given back. */
function undoOfAccess(intent: IntentOf<'enrol' | 'unenrol'>): Undo {
  const { target, course } = intent;
  const type = intent.kind === 'enrol' ? intent.access.type : intent.access;
  if (type !== 'full_access' && type !== 'dripping_content') return { reason: UNTOLD };
  if (intent.kind === 'unenrol' && (intent.enrolments ?? 1) > 1) return { reason: TOOK_EACH };
  return intent.kind === 'enrol'
    ? {
        intent: { kind: 'unenrol', target, course, access: type, ...onlyOurs(intent) },
        warning: 'Progress made since then may be lost, and mail already sent can’t be taken back.',
      }
    : {
        intent: { kind: 'enrol', target, course, access: { type } },
        warning: 'Progress may not come back, and a welcome mail may be sent.',
      };
}

/** What she has bought since is not ours to take. */
const onlyOurs = ({ made }: IntentOf<'enrol'>): { only?: string } =>
  made === undefined ? {} : { only: made };

const UNTOLD = 'Which modules were open before is not told, so it can’t be undone from here.';

const TOOK_EACH =
  'This took more than one enrolment away, and one that is new would not be all of them.';

const WELCOMES = {
  leave: 'A welcome mail already sent can’t be taken back.',
  join: 'Joining again may send the welcome mail once more.',
};

function warningOf(intent: IntentOf<'tag' | 'untag'>): string | null {
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
