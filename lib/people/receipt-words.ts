/** What is said of a write: the same words in the popup, in notifications and to screen readers. */
import { clock, clockAfter, sayFailure } from '../failure-words';
import { type Intent, type Receipt, accountOf, addressOf } from './intent';

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
  add: ['Adding', 'Added', 'add'],
};

function phrasesOf(intent: Intent): Phrases {
  const [now, done, verb] = VERBS[intent.kind];
  const what = whatOf(intent);
  return {
    now: now + what,
    done: done + what,
    doing: `Waiting to ${verb}${what}`,
    failed: `Could not ${verb}${what}`,
  };
}

function whatOf(intent: Intent): string {
  if (intent.kind === 'add') return '';
  return ` ${'tag' in intent ? intent.tag.name : intent.journey.name}`;
}

/** “Tagging VIP”: while the servers are asked. */
export const sayDoing = (intent: Intent): string => phrasesOf(intent).now;

/** “Acme Mail · Newsletter”: the account is always named, and the list where there is one. */
export function whereOf(intent: Intent): string {
  const place = intent.kind === 'add' ? intent.person.place : intent.target.place;
  const account = accountOf(intent).name;
  return place ? `${account} · ${place.name}` : account;
}

export function sayReceipt(receipt: Receipt): ReceiptWords {
  const { intent, state } = receipt;
  const phrase = phrasesOf(intent);
  const whom = `${addressOf(intent)} in ${whereOf(intent)}`;
  switch (state) {
    case 'done':
      if (receipt.already) {
        return { title: `${phrase.done} already`, message: joined(whom, 'Nothing was sent.') };
      }
      return { title: receipt.undone ? `Taken back: ${phrase.done}` : phrase.done, message: whom };
    case 'planned':
    case 'sent':
      return { title: phrase.doing, message: joined(whom, waiting(receipt)) };
    case 'refused':
      return { title: phrase.failed, message: joined(whom, why(receipt)) };
    case 'unknown':
      return { title: `Not certain: ${phrase.done}`, message: joined(whom, doubt(receipt)) };
  }
}

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
  return `This person was or may have been in it before, so looking cannot tell. Check in ${system} before you repeat it.`;
}

function why({ failure }: Pick<Receipt, 'failure'>): string {
  if (!failure) return '';
  const { what, next } = sayFailure(failure);
  return next ? `${what} ${next}` : what;
}

const joined = (whom: string, more: string) => (more === '' ? whom : `${whom}. ${more}`);
