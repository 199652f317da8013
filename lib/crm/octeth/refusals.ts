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

export const listGone: Failure = { kind: 'not-found', what: 'list' };
export const personGone: Failure = { kind: 'not-found', what: 'person' };
export const journeyGone: Failure = { kind: 'not-found', what: 'journey' };
export const refused = (code: number, reason: string): Failure => ({
  kind: 'refused',
  reason,
  code,
});
/** What no request of ours leaves out; a server that names it otherwise says so. */
export const misses = (code: number, what: string): Failure =>
  refused(code, `The server looked in vain for ${what} in what it was sent`);

export const NONE: Refusals = { codes: {} };

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
  const failure = meaningOf({ codes, said, status, table, retryAt });
  throw new FailureError(naming(failure, saidBy(body['ErrorCustomFieldTitle'])));
}

/** Newer servers say which field it is about. */
const naming = (failure: Failure, field: string): Failure =>
  failure.kind === 'refused' && field !== ''
    ? { ...failure, reason: `${failure.reason}: ${field}` }
    : failure;

interface Refusal {
  codes: number[];
  said: string;
  status: number;
  table: Codes;
  retryAt: number;
}

function meaningOf({ codes, said, status, table, retryAt }: Refusal): Failure {
  if (codes.includes(99_998) || status === 401) return { kind: 'wrong-key', service: 'octeth' };
  const known = codes.map((code) => table[code]).find((failure) => failure !== undefined);
  // Older servers say 403 of a journey that is disabled.
  if (codes.includes(99_999) || (status === 403 && !known)) {
    return { kind: 'not-allowed', permission: /\(([\w.]+)\)/.exec(said)?.[1] ?? null };
  }
  if (codes.includes(429)) return { kind: 'busy', retryAt };
  if (codes.includes(100_003)) return { kind: 'not-found', what: 'command' };
  if (known) return known;
  const [code = null] = codes;
  return { kind: 'refused', reason: said || 'It gave no reason', code: code ?? httpCode(status) };
}

const httpCode = (status: number): number | null => (status >= 400 ? status : null);

const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
