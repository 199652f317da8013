import type { Failure } from './failure';

/** What is said of a failure. `next` is what she can do about it; null where nothing is hers to do. */
export interface FailureWords {
  what: string;
  next: string | null;
}

type Kind = Failure['kind'];
type Of<Wanted extends Kind> = Extract<Failure, { kind: Wanted }>;
type Sentences = { [Each in Kind]: (failure: Of<Each>, name: string | null) => FailureWords };

const KEY_OWNERS: Record<Of<'wrong-key'>['service'], { says: string; next: string }> = {
  octeth: {
    says: 'Octeth does not know this API key',
    next: 'Copy the key again from your Octeth user settings and save it in the options.',
  },
  maton: {
    says: 'Maton does not know this API key',
    next: 'Copy the key again from your Maton settings and save it in the options.',
  },
  systeme: {
    says: 'Systeme.io no longer accepts the connection that Maton keeps',
    next: 'Authorise Systeme.io again at Maton, then test the account in the options.',
  },
};

const MISSING: Record<Of<'not-found'>['what'], { says: string; next: string | null }> = {
  person: { says: 'This person is no longer there', next: 'Look the address up again.' },
  list: { says: 'This list is no longer there', next: 'Choose the lists again in the options.' },
  tag: { says: 'This tag is no longer there', next: 'Choose another tag.' },
  field: { says: 'This field is no longer there', next: 'Read the fields again.' },
  journey: { says: 'This journey is no longer there', next: 'Choose another journey.' },
  course: { says: 'This course is no longer there', next: 'Choose another course.' },
  community: { says: 'This community is no longer there', next: 'Choose another community.' },
  subscription: {
    says: 'This subscription is not among this person’s',
    next: 'Look the address up again.',
  },
  connection: { says: 'This connection is no longer there', next: 'Read the connections again.' },
  account: { says: 'This account is no longer connected', next: 'Connect it in the options.' },
  command: {
    says: 'This server does not know the command',
    next: 'A newer version of the server may. Everything else keeps working.',
  },
};

const SENTENCES: Sentences = {
  offline: ({ host }, name) => ({
    what: name ? `${name} could not be reached at ${host}.` : `${host} could not be reached.`,
    next: 'Check your network and the address, then try again.',
  }),
  timeout: ({ host }, name) => ({
    what: name ? `${name} at ${host} took too long to answer.` : `${host} took too long to answer.`,
    next: 'Try again in a moment.',
  }),
  'wrong-key': ({ service }, name) => ({
    what: begin(name, KEY_OWNERS[service].says),
    next: KEY_OWNERS[service].next,
  }),
  'not-allowed': ({ permission }, name) => ({
    what: begin(name, `The key may not do this${permission ? `: it lacks “${permission}”` : ''}`),
    next: 'Ask whoever manages the account to allow it, or use another key.',
  }),
  'no-permission': ({ host }, name) => ({
    what: begin(name, `Addressee may not talk to ${host} yet`),
    next: 'Open the options, choose Test and save, and allow it when your browser asks.',
  }),
  busy: ({ retryAt }, name) => ({
    what: `${name ?? 'The server'} is busy until ${clockAfter(retryAt)}.`,
    next: `Its limit of calls is used up; try again at ${clockAfter(retryAt)}.`,
  }),
  'not-found': ({ what }, name) => ({
    what: begin(name, MISSING[what].says),
    next: MISSING[what].next,
  }),
  'cut-short': ({ searched }, name) => ({
    what: begin(name, `Only the newest ${searched} entries could be searched, and there are more`),
    next: 'Look at the rest in Systeme.io itself.',
  }),
  'changed-shape': ({ where, expected }, name) => ({
    what: begin(name, `The answer was not understood: ${expected} expected at ${where}`),
    next: 'Nothing was guessed. Please report these words.',
  }),
  'web-page': ({ host }, name) => ({
    what: begin(name, `${host} answered with a web page instead of data`),
    next: 'Check the server address; a login or error page may stand in the way.',
  }),
  'no-connection': (_, name) => ({
    what: begin(name, 'Maton has no active connection to Systeme.io here'),
    next: 'Authorise Systeme.io at Maton, then choose the connection in the options.',
  }),
  refused: ({ reason, code }, name) => ({
    what: begin(name, `The server said no: ${unended(reason)}${code === null ? '' : ` (${code})`}`),
    next: null,
  }),
  'server-error': ({ host, status }, name) => ({
    what: begin(name, `${host} has a fault of its own (HTTP ${status})`),
    next: 'Try again later; if it stays so, tell whoever runs the server.',
  }),
  locked: (_, name) => ({
    what: begin(name, 'Your keys are locked'),
    next: 'Enter your passphrase to unlock them.',
  }),
  'bad-input': ({ field, reason }) => ({
    what: unended(reason) === '' ? `${field} cannot be used like this.` : sentence(reason),
    next: null,
  }),
  broken: ({ where }, name) => ({
    what: begin(name, `Addressee itself failed at ${where}`),
    next: 'Try again; if it stays so, please report it.',
  }),
};

/** The words for a failure, naming the account it happened in where there is one (law 2). */
export function sayFailure(failure: Failure, accountName?: string): FailureWords {
  // The table is complete by its type; only the link from kind to row is beyond the checker.
  const say = SENTENCES[failure.kind] as (failure: Failure, name: string | null) => FailureWords;
  return say(failure, accountName?.trim() || null);
}

/** The same as one text. */
export function sayWhole(failure: Failure, accountName?: string): string {
  const { what, next } = sayFailure(failure, accountName);
  return next ? `${what} ${next}` : what;
}

const begin = (name: string | null, says: string): string =>
  name ? `${name}: ${lowerFirst(says)}.` : `${says}.`;

/** Only words that are always written small in the middle of a sentence. */
const lowerFirst = (says: string): string =>
  says.replace(/^(The|This|Your) /, (word) => word.toLowerCase());

const unended = (reason: string): string => reason.trim().replace(/[\s.!?:;,]+$/, '');

const sentence = (reason: string): string => `${unended(reason)}.`;

/** Local time of something that has happened. */
export const clock = (at: number): string =>
  new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }).format(at);

/** Local time, rounded up to the minute: at the time named, the wait is over. */
export const clockAfter = (at: number): string => clock(Math.ceil(at / 60_000) * 60_000);
