/** What is said of a write: the same words in the popup, in notifications and to screen readers. */
import { clock, clockAfter, sayFailure, sayWhole } from '../failure-words';
import { type Intent, type IntentOf, accountOf, addressOf, placeOf } from './intent';
import { countedPeople, importedPeople } from './people-words';
import type { Receipt } from './receipt';
import type { NewStanding } from './standing';

export interface ReceiptWords {
  /** The outcome in a few words: “Tagged VIP”. */
  title: string;
  /** Who, in which account, and what to do next where there is something. */
  message: string;
}

type Phrases = { now: string; done: string; doing: string; failed: string };

/** While it is done, when it has been, and the bare verb. */
const VERBS: Record<Intent['kind'], [now: string, done: string, verb: string]> = {
  tag: ['Tagging', 'Tagged', 'tag'],
  untag: ['Removing tag', 'Removed tag', 'remove tag'],
  'trigger-journey': ['Starting', 'Started', 'start'],
  'leave-journey': ['Removing from', 'Removed from', 'remove from'],
  'exit-journey': ['Exiting', 'Exited', 'exit'],
  add: ['Adding', 'Added', 'add'],
  update: ['Changing', 'Changed', 'change'],
  unsubscribe: ['Unsubscribing', 'Unsubscribed', 'unsubscribe'],
  confirm: ['Confirming', 'Confirmed', 'confirm'],
  enrol: ['Enrolling in', 'Enrolled in', 'enrol in'],
  unenrol: ['Removing from', 'Removed from', 'remove from'],
  join: ['Adding to', 'Added to', 'add to'],
  leave: ['Removing from', 'Removed from', 'remove from'],
  cancel: ['Cancelling', 'Cancelled', 'cancel'],
  delete: ['Deleting', 'Deleted', 'delete'],
  'create-tag': ['Creating tag', 'Created tag', 'create tag'],
  'rename-tag': ['Renaming tag', 'Renamed tag', 'rename tag'],
  'delete-tag': ['Deleting tag', 'Deleted tag', 'delete tag'],
  'create-field': ['Creating field', 'Created field', 'create field'],
  'rename-field': ['Renaming field', 'Renamed field', 'rename field'],
  'delete-field': ['Deleting field', 'Deleted field', 'delete field'],
  // The server works on after it has said yes.
  import: ['Handing over', 'Began to import', 'import'],
  'delete-people': ['Deleting', 'Deleted', 'delete'],
  'empty-list': ['Deleting', 'Deleted', 'delete'],
  'create-connection': ['Making', 'Made', 'make'],
  'remove-connection': ['Removing', 'Removed', 'remove'],
};

function phrasesOf(intent: Intent): Phrases {
  const [now, done, verb] = VERBS[intent.kind];
  const what = whatOf(intent);
  const rest = what === '' ? '' : ` ${what}`;
  return {
    now: now + rest,
    done: done + rest,
    doing: `Waiting to ${verb}${rest}`,
    failed: `Could not ${verb}${rest}`,
  };
}

/** What it is done to, beside the person: “VIP”. */
function whatOf(intent: Intent): string {
  switch (intent.kind) {
    case 'add':
      return ADDED_AS[intent.person.standing];
    case 'delete':
      return '';
    case 'tag':
    case 'untag':
    case 'delete-tag':
      return intent.tag.name;
    case 'trigger-journey':
    case 'leave-journey':
    case 'exit-journey':
      return intent.journey.name;
    case 'update':
      return changesOf(intent).join(', ');
    case 'unsubscribe':
      return intent.suppress ? 'from every list' : '';
    case 'confirm':
      return 'the opt-in';
    case 'enrol':
      return intent.course.name;
    case 'unenrol':
      return intent.course.name + (intent.only === undefined ? '' : ' (the enrolment made here)');
    case 'join':
    case 'leave':
      return intent.community.name;
    case 'cancel':
      return `${intent.subscription.name}${ENDS[intent.ended ?? intent.when]}`;
    case 'create-tag':
    case 'create-field':
      return intent.name;
    case 'rename-tag':
      return `${intent.tag.name} to ${intent.name}`;
    case 'rename-field':
      return `${intent.field.name} to ${intent.name}`;
    case 'delete-field':
      return intent.field.name;
    case 'import':
      return importedPeople(intent.people);
    case 'delete-people':
      return countedPeople(intent.people.length);
    case 'empty-list':
      return intent.alsoTags ? 'everyone, and the tags' : 'everyone';
    case 'create-connection':
      return 'a connection at Maton';
    case 'remove-connection':
      return `“${intent.connection.name}” from Maton`;
  }
}

const ADDED_AS: Record<NewStanding, string> = {
  subscribed: '',
  pending: '',
  leaving: 'as unsubscribing',
  unsubscribed: 'as unsubscribed',
};

const ENDS = { now: ' at once', 'period-end': ' as of the end of its period', untold: '' };

const changesOf = ({ fields, newAddress }: IntentOf<'update'>): string[] => [
  ...(newAddress ? [`the address to ${newAddress.after}`] : []),
  ...fields.map(({ name }) => name),
];

/** “Tagging VIP”: while the servers are asked. */
export const sayDoing = (intent: Intent): string => phrasesOf(intent).now;

/** “tagging VIP”: of what was not done, or not for certain, so that it never reads as done. */
export function sayAim(intent: Intent): string {
  const [first = '', ...rest] = sayDoing(intent);
  return first.toLowerCase() + rest.join('');
}

/** “Acme Mail · Newsletter”: the account is always named, and the list where there is one. */
export function whereOf(intent: Intent): string {
  const place = placeOf(intent);
  const account = accountOf(intent).name;
  return place ? `${account} · ${place.name}` : account;
}

/** “ada@lovelace.dev in Acme Mail · Newsletter”, or where alone when it is about nobody. */
export function whomOf(intent: Intent): string {
  const address = addressOf(intent);
  return address === null ? whereOf(intent) : `${address} in ${whereOf(intent)}`;
}

export function sayReceipt(receipt: Receipt): ReceiptWords {
  const { intent, state } = receipt;
  const phrase = phrasesOf(intent);
  const whom = whomOf(intent);
  switch (state) {
    case 'done':
      if (receipt.already) {
        return {
          title: `${soAlready(intent) ?? phrase.done} already`,
          message: joined(whom, 'Nothing was sent.'),
        };
      }
      return {
        title: receipt.undone ? `Taken back: ${phrase.done}` : phrase.done,
        message: joined(whom, otherwise(intent)),
      };
    case 'planned':
    case 'sent':
      return { title: phrase.doing, message: joined(whom, waiting(receipt)) };
    case 'refused':
      return { title: phrase.failed, message: joined(whom, why(receipt)) };
    case 'unknown':
      return { title: `Not certain: ${sayAim(intent)}`, message: joined(whom, doubt(receipt)) };
  }
}

/** Law 3: where it was done otherwise than was asked. */
function otherwise(intent: Intent): string {
  if (intent.kind !== 'cancel') return '';
  if (intent.ended === 'untold') return 'When it ends could not be read: look in Systeme.io.';
  const isHasty = intent.ended === 'now' && intent.when === 'period-end';
  return isHasty ? 'It ended at once: this server knows no other way.' : '';
}

/** How it ended where it did so without us is not ours to say. */
const soAlready = (intent: Intent): string | null =>
  intent.kind === 'cancel' ? `Cancelled ${intent.subscription.name}` : null;

function waiting({ retryAt, failure }: Receipt): string {
  if (retryAt !== null) return `It will be sent at ${clockAfter(retryAt)}.`;
  return failure ? why({ failure }) : 'It is on its way.';
}

/** Law 3: that it was looked for is said only where it was. */
function doubt({ failure, rereadAt, wasSo, intent }: Receipt): string {
  const cause = failure ? `${sayFailure(failure).what} ` : '';
  if (wasSo) return `${cause}${cannotTell(intent)}`;
  const looked =
    rereadAt === undefined
      ? 'It could not be looked for yet.'
      : `Looked for at ${clock(rereadAt)} and not seen.`;
  return `${cause}${looked} Check again before you repeat it.`;
}

function cannotTell(intent: Intent): string {
  const system = accountOf(intent).system === 'octeth' ? 'Octeth' : 'Systeme.io';
  if (intent.kind === 'import') {
    return `Looking cannot tell whether the file arrived. See in ${system} what was imported into this list before you repeat it.`;
  }
  return `This person was or may have been in it before, so looking cannot tell. Check in ${system} before you repeat it.`;
}

const why = ({ failure }: Pick<Receipt, 'failure'>): string => (failure ? sayWhole(failure) : '');

const joined = (whom: string, more: string) => (more === '' ? whom : `${whom}. ${more}`);
