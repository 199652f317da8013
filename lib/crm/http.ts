/**
 * The one place where a request leaves and where errors become a `Failure`, always thrown as
 * `FailureError`. No message of an error and no URL gets out of here: ky puts the one into the
 * other. What a reply *says* (refused, wrong key, not found) is read by each system's own part.
 */
import ky, { HTTPError, NetworkError } from 'ky';
import type { Options } from 'ky';
import { FailureError } from '../failure';
import type { Failure } from '../failure';
import {
  discard,
  isFile,
  isHtmlType,
  MAX_FILE_BYTES,
  MAX_REPLY_BYTES,
  readText,
  startsLikeHtml,
  startsLikeJson,
} from './reply-text';
import { retryAtOf } from './retry-at';

/** Below the 30 s after which the browser ends a worker's fetch. */
const TIMEOUT_MS = 25_000;
const RETRY_MS = 300;

/** What tests and hosts may replace. */
export interface Transport {
  /** May throw a `FailureError` of its own, e.g. `no-permission` for a host not granted. */
  fetch?: typeof fetch;
  now?: () => number;
  timeoutMs?: number;
  retryMs?: number;
  /** Told of every answer by the name of its operation: so is learnt what the key may do. */
  heard?: (operation: string, failure: Failure | null) => void;
}

export interface HttpCall {
  url: string;
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  headers?: Record<string, string>;
  json?: unknown;
  /** A file may come instead of JSON; it is handed on as text, unread. */
  maySendFile?: boolean;
  /** A read is sent up to three times, a write once: only the outbox knows what a lost one means. */
  kind: 'read' | 'write';
  /** Takes a call from the budget, for each time it is sent. */
  spend?: (signal?: AbortSignal) => Promise<{ settled(): void }>;
  hold?: (until: number) => Promise<void>;
  /** How long a 429 that says nothing more is waited out. */
  windowSeconds: number;
  signal?: AbortSignal | undefined;
}

export interface HttpReply {
  status: number;
  /** Undefined where the body is empty, or an error's body is no JSON. */
  body: unknown;
  /** The service that speaks `application/problem+json` is Systeme.io, not Maton. */
  isProblem: boolean;
  /** The server's own clock, in milliseconds since 1970; null where it does not tell. */
  serverTime: number | null;
  /** The text of a file, where one may come and came. */
  file?: string;
}

const http = ky.create({
  credentials: 'omit',
  referrerPolicy: 'no-referrer',
  cache: 'no-store',
  // A redirect would carry the key in body or header to wherever the server points.
  redirect: 'manual',
  timeout: false,
  throwHttpErrors: (status) => status >= 500,
});

export async function send(call: HttpCall, transport: Transport = {}): Promise<HttpReply> {
  const deadline = new AbortController();
  const signal = call.signal ? AbortSignal.any([call.signal, deadline.signal]) : deadline.signal;
  let spent = await call.spend?.(call.signal);
  const alarm = setTimeout(() => deadline.abort(), transport.timeoutMs ?? TIMEOUT_MS);
  const spendAgain = async (error: Error): Promise<void> => {
    spent?.settled();
    spent = undefined;
    // With no call left, the first failure is what is told.
    spent = await call.spend?.(signal).catch(() => {
      throw error;
    });
  };
  try {
    const response = await http(call.url, optionsFor(call, { transport, signal, spendAgain }));
    return await readReply(response, call, transport.now ?? Date.now);
  } catch (error) {
    throw new FailureError(failureFrom(error, new URL(call.url).host, signal.aborted));
  } finally {
    clearTimeout(alarm);
    deadline.abort();
    spent?.settled();
  }
}

interface Sending {
  transport: Transport;
  signal: AbortSignal;
  spendAgain: (error: Error) => Promise<void>;
}

function optionsFor(call: HttpCall, { transport, signal, spendAgain }: Sending): Options {
  const { fetch, retryMs = RETRY_MS } = transport;
  return {
    method: call.method,
    headers: { accept: 'application/json', ...call.headers },
    signal,
    ...(call.json === undefined ? {} : { json: call.json }),
    ...(fetch && { fetch: (input, init) => fetch(input, init) }),
    retry: {
      limit: call.kind === 'read' ? 2 : 0,
      // Octeth reads by POST; what may be repeated is said by `kind`.
      methods: [call.method],
      statusCodes: [500, 502, 503, 504],
      afterStatusCodes: [],
      jitter: true,
      delay: (attempt) => retryMs * 2 ** (attempt - 1),
    },
    hooks: { beforeRetry: [({ error }) => spendAgain(error)] },
  };
}

async function readReply(
  response: Response,
  call: HttpCall,
  now: () => number,
): Promise<HttpReply> {
  const { host } = new URL(call.url);
  const { status } = response;
  if (response.type === 'opaqueredirect' || (status >= 300 && status < 400)) {
    return giveUp(response, { kind: 'web-page', host });
  }
  if (status === 429) {
    const retryAt = retryAtOf(response.headers, now(), call.windowSeconds);
    await call.hold?.(retryAt);
    return giveUp(response, { kind: 'busy', retryAt });
  }
  const isProblem = /problem\+json/i.test(response.headers.get('content-type') ?? '');
  const mayBeFile = call.maySendFile === true && status < 300;
  const text = await readText(response, mayBeFile ? MAX_FILE_BYTES : MAX_REPLY_BYTES);
  // PHP calls HTML whatever a script does not name.
  const isPage = isHtmlType(response) ? !startsLikeJson(text) : startsLikeHtml(text);
  // Whoever refuses a key has been understood, even in HTML.
  if (isPage && status !== 401) throw new FailureError({ kind: 'web-page', host });
  const told = Date.parse(response.headers.get('date') ?? '');
  const serverTime = Number.isNaN(told) ? null : told;
  if (mayBeFile && isFile(response, text)) {
    return { status, body: undefined, isProblem, serverTime, file: text };
  }
  return { status, body: parseJson(text, status), isProblem, serverTime };
}

function parseJson(text: string, status: number): unknown {
  const json = text.trim();
  if (json === '') return undefined;
  try {
    return JSON.parse(json) as unknown;
  } catch {
    if (status >= 400) return undefined;
    throw new FailureError({ kind: 'changed-shape', where: 'the reply', expected: 'JSON' });
  }
}

function giveUp(response: Response, failure: Failure): never {
  discard(response);
  throw new FailureError(failure);
}

function failureFrom(error: unknown, host: string, isAborted: boolean): Failure {
  if (error instanceof FailureError) return error.failure;
  if (isAborted) return { kind: 'timeout', host };
  if (error instanceof HTTPError) {
    return { kind: 'server-error', host, status: error.response.status };
  }
  // Browsers call every broken connection, bad certificate and refused host a TypeError.
  const isNetwork = error instanceof NetworkError || error instanceof TypeError;
  return isNetwork ? { kind: 'offline', host } : { kind: 'broken', where: 'http' };
}
