import type { Dialect } from '../dialect.ts';
import { html, json } from '../reply.ts';
import type { Reply } from '../reply.ts';

/** How a command words its failures; the reference shows several ways. */
export type ErrorShape =
  /** `{"Success":false,"ErrorCode":1}` */
  | 'code'
  /** `{"Success":false,"ErrorCode":[1]}` */
  | 'list'
  /** `{"Success":false,"ErrorCode":[1],"ErrorText":["…"]}` */
  | 'list-and-text'
  /** `{"Success":false,"ErrorCode":2,"ErrorText":"…"}` */
  | 'code-and-text'
  /** `{"Success":false,"ErrorCode":2,"Errors":[{"Code":2,"Message":"…"}]}` */
  | 'code-and-errors'
  /** `{"Errors":[{"Code":8,"Message":"…"}]}` */
  | 'errors';

/** Thrown by a handler: the command ran and says no. */
export class Refusal extends Error {
  readonly code: number;
  /** Keys that go into the reply beside the error. */
  readonly more: Record<string, unknown>;
  /** Where the reference names the HTTP status itself. */
  readonly status: number | undefined;

  constructor(code: number, message: string, more: Record<string, unknown> = {}, status?: number) {
    super(message);
    this.code = code;
    this.more = more;
    this.status = status;
  }
}

export function refuse(code: number, message: string, more?: Record<string, unknown>): never {
  throw new Refusal(code, message, more);
}

/** The command says no with an HTTP status of its own. */
export function refuseWith(status: number, code: number, message: string): never {
  throw new Refusal(code, message, {}, status);
}

/** HTTP 200, except that 5.9 answers 4xx for `Errors` on its v1 routes. */
export function refusalReply(refusal: Refusal, shape: ErrorShape, onRoute: boolean): Reply {
  const { code, message, more } = refusal;
  if (shape !== 'errors') return json(200, { ...worded(shape, code, message), ...more });
  const status = message.includes('not found') ? 404 : 422;
  return json(refusal.status ?? (onRoute ? status : 200), {
    ...worded(shape, code, message),
    ...more,
  });
}

function worded(shape: ErrorShape, code: number, message: string): object {
  const errors = [{ Code: code, Message: message }];
  switch (shape) {
    case 'code':
      return { Success: false, ErrorCode: code };
    case 'list':
      return { Success: false, ErrorCode: [code] };
    case 'list-and-text':
      return { Success: false, ErrorCode: [code], ErrorText: [message] };
    case 'code-and-text':
      return { Success: false, ErrorCode: code, ErrorText: message };
    case 'code-and-errors':
      return { Success: false, ErrorCode: code, Errors: errors };
    case 'errors':
      return { Errors: errors };
  }
}

/**
 * The request reached no working command. Since 5.9.3 that is JSON with an HTTP error; before, a
 * page of HTML that says 200.
 */
export function hardFailure(dialect: Dialect, code: number, message: string): Reply {
  if (dialect === 'seed') {
    return html(200, 'Octeth', `<h1>An error occurred</h1><p>${escaped(message)}</p>`);
  }
  const errors = [{ Code: code, Message: message }];
  return json(400, { Success: false, ErrorCode: code, ErrorText: message, Errors: errors });
}

export const wrongKey = json(200, { Success: false, ErrorCode: 99998 });

export function missingPermission(permission: string): Reply {
  const text = `User does not have the required permission (${permission})`;
  return json(200, { Success: false, ErrorCode: 99999, ErrorText: text });
}

/** 429 in the command's own shape; the status line says so too where 4xx is spoken at all. */
export function tooMany(shape: ErrorShape, dialect: Dialect, onRoute: boolean): Reply {
  const status = dialect === 'public' || onRoute ? 429 : 200;
  return json(status, worded(shape, 429, 'Too many requests (rate limit exceeded)'));
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
