import { SYSTEM_NAMES, type System } from '@/lib/people/account';
import type { Concern, Consequence } from '@/lib/people/concern';
import type { Choice } from '@/lib/people/details';
import { type Intent, accountOf } from '@/lib/people/intent';
import { countedPeople, importedPeople } from '@/lib/people/people-words';
import { hasLeft, standingWord } from '@/lib/people/standing';

/** A question before a write: what it asks, why, and the two answers. */
export interface Question {
  title: string;
  reasons: string[];
  yes: string;
  /** What must be typed before the yes counts (law 8); null where a click is enough. */
  toType: string | null;
}

export function questionOf(intent: Intent, concerns: readonly Concern[]): Question {
  const { system } = accountOf(intent);
  const isOnlyNew = concerns.every((concern) => concern.kind === 'new-tag');
  const typeName = concerns.find((concern) => concern.kind === 'type-name');
  return {
    title: titleOf(intent),
    reasons: concerns.map((concern) => reasonOf(concern, intent, system)),
    yes: isOnlyNew ? 'Create tag' : YES[intent.kind],
    toType: typeName?.name ?? null,
  };
}

const YES: Record<Intent['kind'], string> = {
  tag: 'Tag anyway',
  untag: 'Remove anyway',
  'trigger-journey': 'Start anyway',
  'leave-journey': 'Take out anyway',
  'exit-journey': 'Exit anyway',
  add: 'Add anyway',
  update: 'Change address',
  unsubscribe: 'Unsubscribe',
  confirm: 'Confirm',
  enrol: 'Enrol anyway',
  unenrol: 'Take access away',
  join: 'Add anyway',
  leave: 'Remove',
  cancel: 'Cancel subscription',
  delete: 'Delete for good',
  'create-tag': 'Create tag',
  'rename-tag': 'Rename anyway',
  'delete-tag': 'Delete tag',
  'create-field': 'Create anyway',
  'rename-field': 'Rename anyway',
  'delete-field': 'Delete field',
  import: 'Import',
  'delete-people': 'Delete for good',
  'empty-list': 'Delete everyone',
  'create-connection': 'Make it',
  'remove-connection': 'Remove connection',
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
    case 'exit-journey':
      return `Take out of “${intent.journey.name}”?`;
    case 'add':
      return `Add ${intent.person.address}?`;
    case 'update':
      return `Change ${intent.newAddress ? 'the address' : 'the fields'} of ${intent.target.address}?`;
    case 'unsubscribe':
      return `Unsubscribe ${intent.target.address}?`;
    case 'confirm':
      return `Confirm for ${intent.target.address}?`;
    case 'enrol':
      return `Enrol in “${intent.course.name}”?`;
    case 'unenrol':
      return `Take away access to “${intent.course.name}”?`;
    case 'join':
      return `Add to “${intent.community.name}”?`;
    case 'leave':
      return `Remove from “${intent.community.name}”?`;
    case 'cancel':
      return `Cancel “${intent.subscription.name}”?`;
    case 'delete':
      return `Delete ${intent.target.address}?`;
    default:
      return titleOfDesk(intent);
  }
}

function titleOfDesk(intent: Extract<Intent, { desk: unknown }>): string {
  switch (intent.kind) {
    case 'create-tag':
      return `Create tag “${intent.name}”?`;
    case 'rename-tag':
      return `Rename tag “${intent.tag.name}” to “${intent.name}”?`;
    case 'delete-tag':
      return `Delete tag “${intent.tag.name}”?`;
    case 'create-field':
      return `Create field “${intent.name}”?`;
    case 'rename-field':
      return `Rename field “${intent.field.name}” to “${intent.name}”?`;
    case 'delete-field':
      return `Delete field “${intent.field.name}”?`;
    case 'import':
      return `Import ${importedPeople(intent.people)}?`;
    case 'delete-people':
      return `Delete ${countedPeople(intent.people.length)}?`;
    case 'empty-list':
      return 'Delete everyone on this list?';
    case 'create-connection':
      return 'Make a connection at Maton?';
    case 'remove-connection':
      return `Remove “${intent.connection.name}” from Maton?`;
  }
}

function reasonOf(concern: Concern, intent: Intent, system: System): string {
  switch (concern.kind) {
    case 'standing': {
      const where = concern.place?.name ?? accountOf(intent).name;
      return `${standingWord(concern.standing, system)} in ${where}. ${consequenceOf(intent)}`.trim();
    }
    case 'address-standing': {
      const where = concern.place?.name ?? accountOf(intent).name;
      const standing = standingWord(concern.standing, system);
      return `${standing} in ${where} under the new address, ${concern.name}. Mail may be sent that should not be.`;
    }
    case 'new-tag':
      return `There is no tag “${concern.name}” yet. It will be created.`;
    case 'already-in-journey':
      return `Already in “${concern.name}”. Starting again may send its mail twice.`;
    case 'in-doubt':
      if (intent.kind === 'import') return IMPORTED_BEFORE;
      return `Whether the last start of “${concern.name}” arrived is not known. Starting again may send its mail twice.`;
    case 'journeys-unknown':
      return `Whether this person is in “${concern.name}” already could not be read. Starting again may send its mail twice.`;
    case 'consequence':
      return CONSEQUENCES[concern.of](concern.name);
    case 'type-name':
      return lossOf(intent, concern.people, system);
  }
}

const IMPORTED_BEFORE =
  'Whether this file arrived when it was sent before is not known. Importing it again may start mail twice.';

/** What a standing makes doubtful about this write. */
function consequenceOf(intent: Intent): string {
  switch (intent.kind) {
    case 'trigger-journey':
      return 'A journey may send mail, and mail can’t be taken back.';
    case 'tag':
      return 'A tag may start mail that should not be sent.';
    case 'add':
      return hasLeft(intent.person.standing) ? '' : 'Adding may send mail that should not be sent.';
    case 'enrol':
    case 'join':
      return 'A welcome mail may be sent that should not be.';
    case 'update':
      return 'Under a new address mail may be sent that should not be.';
    case 'confirm':
      return 'Only the person can agree to mail.';
    default:
      return '';
  }
}

const CONSEQUENCES: Record<Consequence, (name: string) => string> = {
  'changes-address': (address) =>
    `Mail will go to ${address} from now on, and the old address will no longer be found here.`,
  confirms: (address) =>
    `It will count as if ${address} had confirmed, and may start mail. It can’t be undone.`,
  unsubscribes: (address) =>
    `${address} will get no more mail of this list. It can’t be undone from here.`,
  suppresses: (address) =>
    `${address} will be barred from every list of this account. It can’t be undone from here.`,
  'takes-access': (course) =>
    `“${course}” will be closed to this person at once. Progress may not come back.`,
  'takes-each': (course) =>
    `This person is enrolled in “${course}” more than once. Each of these enrolments is taken away.`,
  'takes-membership': (community) =>
    `This person will no longer see “${community}”. Coming back may send the welcome mail again.`,
  'adds-as-left': (address) =>
    `${address} will stand on this list as somebody who left it, and get no mail of it. It can’t be undone from here: only the person may ask for mail again.`,
  // No reference says so, and nobody in the file is asked about.
  imports: (people) =>
    `${capitalised(people)} will be subscribed without confirming. Octeth does not say whether somebody who unsubscribed stays so: take them out first.`,
  overwrites: () =>
    'What stands in the fields of people who are there already is written over. It can’t be undone.',
  'starts-actions': () =>
    'Journeys and automatic mails of the list start, and mail can’t be taken back.',
};

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** What is lost for good, and by how many (law 8). */
function lossOf(intent: Intent, people: number | null, system: System): string {
  switch (intent.kind) {
    case 'cancel':
      return intent.when === 'now'
        ? 'The subscription ends at once, and what it pays for is closed. It can’t be undone.'
        : 'No more payments are taken. It ends with its period, or at once where the server knows no other way. It can’t be undone.';
    case 'delete':
      return system === 'systeme'
        ? 'The contact will be deleted in Systeme.io, with tags, fields and access. It can’t be undone.'
        : 'The person will be deleted from this list, with tags, fields and history. It can’t be undone.';
    case 'delete-tag':
      return `${lossOfTag(people)} What ${SYSTEM_NAMES[system]} starts by it will no longer start. It can’t be undone.`;
    case 'delete-field':
      return 'The field will be deleted, with what stands in it for every contact. It can’t be undone.';
    case 'delete-people':
      return `${namesOf(intent.people)} will be deleted from this list, with tags, fields and history. It can’t be undone.`;
    case 'empty-list':
      return lossOfEverybody(people, intent.alsoTags);
    case 'remove-connection':
      return 'Every tool that reaches Systeme.io through this connection loses it. Nothing changes in Systeme.io itself. To have it again it must be authorised anew.';
    default:
      return 'It can’t be undone.';
  }
}

const NAMED = 4;

/** Law 8: by name as far as anybody reads. */
function namesOf(people: readonly Choice[]): string {
  const named = people.slice(0, NAMED).map(({ name }) => name);
  const rest = people.length - named.length;
  return rest === 0 ? named.join(', ') : `${named.join(', ')} and ${rest} more`;
}

function lossOfEverybody(people: number | null, alsoTags: boolean): string {
  const whom = people === null ? 'Everybody' : countedPeople(people);
  const tags = alsoTags ? ' The list’s tags are deleted too.' : '';
  return `${whom} will be deleted from this list, with tags, fields and history.${tags} It can’t be undone.`;
}

function lossOfTag(people: number | null): string {
  if (people === null) return 'The tag will be taken from everybody who carries it.';
  if (people === 0) return 'Nobody carries the tag.';
  return `The tag will be taken from ${people} ${people === 1 ? 'person' : 'people'}.`;
}
