/**
 * Everything that can go wrong, as data: errors do not survive messages between contexts, and a
 * closed union makes every screen say something about every case. The words are in
 * `failure-words.ts`; the only place that turns errors into failures is `lib/crm/http.ts`.
 */
export type Failure =
  /** No answer at all: no network, unknown host, refused connection, broken certificate. */
  | { kind: 'offline'; host: string }
  /** The request was sent and no answer came in time. */
  | { kind: 'timeout'; host: string }
  /** `service` is who refused the key: Octeth's server, Maton, or Systeme.io behind Maton. */
  | { kind: 'wrong-key'; service: 'octeth' | 'maton' | 'systeme' }
  /** The key is right but may not do this; `permission` is the server's own name for it. */
  | { kind: 'not-allowed'; permission: string | null }
  /** The browser has not been allowed to talk to this host. */
  | { kind: 'no-permission'; host: string }
  /** A limit is used up; `retryAt` in milliseconds since 1970. */
  | { kind: 'busy'; retryAt: number }
  | {
      kind: 'not-found';
      what:
        | 'person'
        | 'list'
        | 'tag'
        | 'field'
        | 'journey'
        | 'course'
        | 'community'
        | 'subscription'
        | 'connection'
        | 'account'
        | 'command';
    }
  /** The server cannot be asked for one person alone, and there was more than could be read. */
  | { kind: 'cut-short'; searched: number }
  /** The reply parsed, but is not what was documented. `where` is a path, never a value. */
  | { kind: 'changed-shape'; where: string; expected: string }
  /** An HTML page where data was expected: a login page, a proxy, an error page. */
  | { kind: 'web-page'; host: string }
  /** Maton has no active connection, or not the one named. */
  | { kind: 'no-connection' }
  /** The server answered and said no. `reason` is a sentence for a person. */
  | { kind: 'refused'; reason: string; code: number | null }
  /** The server itself broke (HTTP 5xx). */
  | { kind: 'server-error'; host: string; status: number }
  /** The keys are locked behind the passphrase. */
  | { kind: 'locked' }
  /** What was typed cannot be sent; nothing was. `reason` is a sentence for a person. */
  | { kind: 'bad-input'; field: string; reason: string }
  /** Our own fault; `where` names the part, never a value. */
  | { kind: 'broken'; where: string };

export type Result<Value> = { ok: true; value: Value } | { ok: false; failure: Failure };

export const done = <Value>(value: Value): Result<Value> => ({ ok: true, value });
export const failed = (failure: Failure): Result<never> => ({ ok: false, failure });

/** A failure on its way up through code that cannot return one; never crosses a message. */
export class FailureError extends Error {
  override name = 'FailureError';
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.kind);
    this.failure = failure;
  }
}

/** The value, or its failure thrown. */
export function valueOf<Value>(result: Result<Value>): Value {
  if (result.ok) return result.value;
  throw new FailureError(result.failure);
}

/** What a caught value means; anything that is not ours is our own fault. */
export function failureOf(error: unknown, where: string): Failure {
  return error instanceof FailureError ? error.failure : { kind: 'broken', where };
}

/**
 * Whether a write that ended so may have happened all the same: the request may have arrived
 * although no answer came, or the answer said nothing we understand. Everything else was
 * refused before anything changed.
 */
export function leavesDoubt(failure: Failure): boolean {
  return ['offline', 'timeout', 'web-page', 'changed-shape', 'server-error', 'broken'].includes(
    failure.kind,
  );
}
