/**
 * The background's side of the conversation: two doors. Who is calling is read off what the
 * browser stamps on the message, never off what the message says.
 */
import * as v from 'valibot';
import { type Failure, type Result, done, failed, failureOf } from '../failure';
import { patternOf } from '../people/site';
import type { Answering, PageCalls, PanelCalls, Request } from './protocol';
import { pageRequests, panelRequests } from './requests';

export type Caller =
  /** Null for the popup and the side panel. */
  | { door: 'panel'; tabId: number | null }
  | { door: 'page'; tabId: number; frameId: number; site: string | null };

export interface Doors {
  page: Answering<PageCalls, Caller>;
  panel: Answering<PanelCalls, Caller>;
}

/** What the browser says of a sender; `Runtime.MessageSender` has more. */
export interface Sender {
  id?: string;
  url?: string;
  origin?: string;
  frameId?: number;
  tab?: { id?: number; url?: string };
}

/**
 * Our own page, somebody's page with our content script, or nobody we talk to. A panel opened
 * in a tab has `tab` set too, so only the address tells them apart.
 */
export function callerOf(sender: Sender, own: { id: string; base: string }): Caller | null {
  if (sender.id !== own.id) return null;
  if (sender.url?.startsWith(own.base)) return { door: 'panel', tabId: sender.tab?.id ?? null };
  if (sender.tab?.id === undefined) return null;
  return {
    door: 'page',
    tabId: sender.tab.id,
    frameId: sender.frameId ?? 0,
    site: siteOf(sender),
  };
}

/**
 * The match pattern of the frame's site. A frame that a page writes itself has no address of the
 * web but its origin; a boxed one not even that, and counts as the page's in its tab.
 */
const siteOf = ({ url = '', origin = '', tab }: Sender): string | null =>
  patternOf(url) ?? patternOf(origin) ?? patternOf(tab?.url ?? '');

export function isRequest(message: unknown): message is Request {
  return (
    typeof message === 'object' &&
    message !== null &&
    'addressee' in message &&
    message.addressee === 'ask' &&
    'call' in message &&
    typeof message.call === 'string'
  );
}

/** Answers one request; failures come back as data, since errors do not survive a message. */
export async function dispatch(
  message: Request,
  caller: Caller | null,
  doors: Doors,
): Promise<Result<unknown>> {
  if (caller === null) return failed(NOT_OFFERED);
  const requests: Record<string, v.GenericSchema> =
    caller.door === 'panel' ? panelRequests : pageRequests;
  if (!Object.hasOwn(requests, message.call)) return failed(NOT_OFFERED);
  const schema = requests[message.call];
  const parsed = schema && v.safeParse(schema, message.request ?? null);
  if (!parsed?.success) return failed(misshapen(message.call, parsed?.issues ?? []));
  // The schemas' keys are checked against the calls' keys where they are declared.
  const answers = doors[caller.door] as Record<
    string,
    (request: unknown, caller: Caller) => Promise<unknown>
  >;
  try {
    return done((await answers[message.call]?.(parsed.output, caller)) ?? null);
  } catch (error) {
    return failed(failureOf(error, message.call));
  }
}

const NOT_OFFERED: Failure = { kind: 'not-found', what: 'command' };

function misshapen(call: string, issues: readonly v.BaseIssue<unknown>[]): Failure {
  const [issue] = issues;
  const path = issue ? v.getDotPath(issue) : null;
  return { kind: 'bad-input', field: path ?? call, reason: wordsFor(issue) };
}

function wordsFor(issue: v.BaseIssue<unknown> | undefined): string {
  if (issue?.type === 'max_length') return 'This is too long.';
  if (issue?.type === 'min_length') return 'This is too short.';
  return 'This is not what was expected here.';
}
