/** One request to Systeme.io through Maton's gateway: sent, its refusal understood, its reply parsed. */
import * as v from 'valibot';
import { failureOf } from '../../failure';
import type { Ask } from '../crm';
import { badInput } from '../guards';
import { send } from '../http';
import type { HttpCall, Transport } from '../http';
import type { Budget, Key } from '../needs';
import { parseShape } from '../shape';
import { assertNotRefused } from './refusals';
import type { Missing } from './refusals';

export interface SystemeClientOptions extends Transport {
  /** Base address without a trailing slash. */
  gateway: string;
  key: Key;
  /** Without it Maton would take its oldest connection: it is always named (law 2). */
  connectionId: string;
  /** Absent only while an account is being connected. */
  budget?: Budget;
  windowSeconds?: number;
}

export interface Operation<Schema extends v.GenericSchema> {
  method: HttpCall['method'];
  path: string;
  json?: unknown;
  schema: Schema;
  /** What a 404 is about. */
  missing: Missing;
}

export type Asking = <Schema extends v.GenericSchema>(
  operation: Operation<Schema>,
  by: Ask,
) => Promise<v.InferOutput<Schema>>;

/** Newer servers answer a write with nothing at all. */
export const Nothing = v.unknown();

/** A page by cursor; `limit` from 10 to 100. */
export interface Page {
  limit: number;
  startingAfter?: string;
}

export const get = (path: string) => ({ method: 'GET', path }) as const;
export const post = (path: string, json?: unknown) => ({ method: 'POST', path, json }) as const;
export const put = (path: string, json: unknown) => ({ method: 'PUT', path, json }) as const;
export const patch = (path: string, json: unknown) => ({ method: 'PATCH', path, json }) as const;
export const remove = (path: string) => ({ method: 'DELETE', path }) as const;

export function query(parameters: object): string {
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined);
  return `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`;
}

export async function request<Schema extends v.GenericSchema>(
  { gateway, key, connectionId, budget, windowSeconds = 1, ...transport }: SystemeClientOptions,
  { method, path, json, schema, missing }: Operation<Schema>,
  { urgency, signal }: Ask,
): Promise<v.InferOutput<Schema>> {
  if (connectionId === '') throw badInput('connection', 'Choose a connection of Maton’s first');
  const reply = await send(
    {
      url: `${gateway}/systeme/api${path}`,
      method,
      json,
      kind: method === 'GET' ? 'read' : 'write',
      headers: { ...bearer(await key()), 'Maton-Connection': connectionId, ...typeOf(method) },
      windowSeconds,
      signal,
      ...(budget && {
        spend: (inTime?: AbortSignal) => budget.spend(urgency, inTime),
        hold: (until: number) => budget.hold(until),
      }),
    },
    transport,
  );
  const place = path.replace(/\?.*/, '');
  const operation = `${method} ${nameless(place)}`;
  try {
    assertNotRefused(reply, { missing, path: place });
  } catch (error) {
    transport.heard?.(operation, failureOf(error, operation));
    throw error;
  }
  transport.heard?.(operation, null);
  return parseShape(schema, reply.body, operation);
}

/** Without ids and slugs: what is told of a failure holds no value. */
const nameless = (path: string): string =>
  path.replace(/\/\d+/g, '/{id}').replace(/^(\/contact_fields)\/.+/, '$1/{slug}');

const typeOf = (method: HttpCall['method']): Record<string, string> =>
  method === 'PATCH' ? { 'content-type': 'application/merge-patch+json' } : {};

/** A header can carry no other characters, and the error that says so would quote the key. */
export function bearer(key: string): { authorization: string } {
  if (/^[\x21-\x7e]+$/.test(key)) return { authorization: `Bearer ${key}` };
  throw badInput('key', 'A Maton key has neither spaces nor letters with accents');
}
