/** What an Octeth reply that says no means. Codes mean something else for every command. */
import { FailureError } from '../../failure';
import type { Failure } from '../../failure';
import { saidBy } from '../said-by';

export type Codes = Readonly<Record<number, Failure>>;

export interface Refusals {
  codes: Codes;
  /** The journey commands were renumbered when they began to answer with `Errors`. */
  errorsCodes?: Codes;
}

const listGone: Failure = { kind: 'not-found', what: 'list' };
const personGone: Failure = { kind: 'not-found', what: 'person' };
const journeyGone: Failure = { kind: 'not-found', what: 'journey' };
const refused = (code: number, reason: string): Failure => ({ kind: 'refused', reason, code });

export const GET_PERSON: Refusals = { codes: { 3: personGone, 4: listGone } };
export const EXISTS: Refusals = { codes: { 3: listGone } };
export const GET_TAGS: Refusals = { codes: { 2: listGone } };
export const NONE: Refusals = { codes: {} };

/** 3 and 4 changed their meaning, so the tags are read again before either is believed. */
export const CREATE_TAG: Refusals = {
  codes: {
    3: refused(3, 'A tag may hold letters, digits, spaces and - _ % only'),
    4: refused(4, 'A tag of this name cannot be made'),
    5: refused(5, 'A tag of this name exists already'),
  },
};

/** 6 is a lost person in one version and a lost tag in another. */
export const TAG: Refusals = {
  codes: {
    4: listGone,
    5: { kind: 'not-found', what: 'tag' },
    6: refused(6, 'The person or the tag is no longer on this list'),
  },
};

export const JOURNEY: Refusals = {
  codes: {
    4: listGone,
    5: personGone,
    // Older servers say the same of a journey that is gone and of one that is disabled.
    6: refused(6, 'The server does not accept this journey; it may be disabled or gone'),
  },
  errorsCodes: {
    4: journeyGone,
    5: listGone,
    6: personGone,
    7: journeyGone,
    8: listGone,
    9: personGone,
  },
};

export const JOURNEYS_OF_PERSON: Refusals = {
  codes: { 3: listGone, 4: personGone },
  errorsCodes: { 5: listGone, 6: personGone, 8: listGone, 9: personGone },
};

export const CREATE_PERSON: Refusals = {
  codes: {
    3: refused(3, 'The server does not take this for an email address'),
    4: listGone,
    10: refused(10, 'The server does not take this for an IP address'),
    18: refused(18, 'The account may not hold more people'),
    19: refused(19, 'The server does not take this for an email address'),
    20: refused(20, 'This address is on the list already'),
    21: refused(21, 'This person unsubscribed from the list before; nothing was changed'),
    23: listGone,
    26: refused(26, 'The list has a required field that only Octeth itself can fill in here'),
  },
};

/** Throws what a reply that says no means; returns where it says yes. */
export function assertNotRefused(
  reply: { status: number; body: unknown },
  refusals: Refusals,
  retryAt: number,
): void {
  const { status } = reply;
  const body = isObject(reply.body) ? reply.body : {};
  const errors = Array.isArray(body['Errors']) ? body['Errors'].filter(isObject) : [];
  const codes = [...asList(body['ErrorCode']), ...errors.map((error) => error['Code'])]
    .map(Number)
    .filter((code) => code > 0);
  const saysNo = [false, 0, 'false'].includes(body['Success'] as never); // any type may come
  const isUnsaid = body['Success'] === undefined && codes.length > 0;
  if (!saysNo && !isUnsaid && errors.length === 0 && status < 400) return;
  const [skipped] = asList(body['SkippedJourneys']).filter(isObject);
  const why = saidBy(skipped?.['Reason']);
  if (why !== '') throw new FailureError(refused(codes[0] ?? status, why));
  const texts = [...asList(body['ErrorText']), ...errors.map((error) => error['Message'])];
  const said = texts.map(saidBy).find((text) => text !== '') ?? '';
  const table = errors.length > 0 ? (refusals.errorsCodes ?? refusals.codes) : refusals.codes;
  throw new FailureError(meaningOf({ codes, said, status, table, retryAt }));
}

interface Refusal {
  codes: number[];
  said: string;
  status: number;
  table: Codes;
  retryAt: number;
}

function meaningOf({ codes, said, status, table, retryAt }: Refusal): Failure {
  if (codes.includes(99_998) || status === 401) return { kind: 'wrong-key', service: 'octeth' };
  if (codes.includes(99_999) || status === 403) {
    return { kind: 'not-allowed', permission: /\(([\w.]+)\)/.exec(said)?.[1] ?? null };
  }
  if (codes.includes(429)) return { kind: 'busy', retryAt };
  if (codes.includes(100_003)) return { kind: 'not-found', what: 'command' };
  const known = codes.map((code) => table[code]).find((failure) => failure !== undefined);
  if (known) return known;
  const [code = null] = codes;
  return { kind: 'refused', reason: said || 'It gave no reason', code: code ?? httpCode(status) };
}

const httpCode = (status: number): number | null => (status >= 400 ? status : null);

const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
