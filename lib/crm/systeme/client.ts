/** One method for each operation of Systeme.io, reached through Maton's gateway. */
import * as v from 'valibot';
import type { Ask } from '../crm';
import { badInput } from '../guards';
import { send } from '../http';
import type { HttpCall, Transport } from '../http';
import type { Budget, Key } from '../needs';
import { parseShape } from '../shape';
import { assertNotRefused } from './refusals';
import { Contact, ContactsPage, Tag, TagsPage } from './schemas';

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

export interface NewContact {
  email: string;
  firstName: string;
  lastName: string;
}

interface Operation<Schema extends v.GenericSchema> {
  method: HttpCall['method'];
  path: string;
  json?: unknown;
  schema: Schema;
  /** What a 404 is about. */
  missing: 'person' | 'tag' | 'command';
}

/** Newer servers answer a write with nothing at all. */
const Nothing = v.unknown();

export type SystemeClient = ReturnType<typeof createSystemeClient>;

/** Every method throws a `FailureError`. */
export function createSystemeClient(options: SystemeClientOptions) {
  const ask = <Schema extends v.GenericSchema>(operation: Operation<Schema>, by: Ask) =>
    run(options, operation, by);
  return {
    contacts: (page: Page & { email?: string }, by: Ask) =>
      ask({ ...get(`/contacts${query(page)}`), schema: ContactsPage, missing: 'command' }, by),
    contact: (id: string, by: Ask) =>
      ask({ ...get(`/contacts/${id}`), schema: Contact, missing: 'person' }, by),
    createContact: (contact: NewContact, by: Ask) =>
      ask({ ...post('/contacts', bodyOf(contact)), schema: Nothing, missing: 'command' }, by),
    tags: (page: Page, by: Ask) =>
      ask({ ...get(`/tags${query(page)}`), schema: TagsPage, missing: 'command' }, by),
    createTag: (name: string, by: Ask) =>
      ask({ ...post('/tags', { name }), schema: Tag, missing: 'command' }, by),
    assignTag: (contactId: string, tagId: string, by: Ask) => {
      const json = { tagId: Number(tagId) };
      const operation = post(`/contacts/${contactId}/tags`, json);
      return ask({ ...operation, schema: Nothing, missing: 'person' }, by);
    },
    removeTag: (contactId: string, tagId: string, by: Ask) => {
      const path = `/contacts/${contactId}/tags/${tagId}`;
      return ask({ method: 'DELETE', path, schema: Nothing, missing: 'tag' }, by);
    },
  };
}

export interface Page {
  limit: number;
  startingAfter?: string;
}

const get = (path: string) => ({ method: 'GET', path }) as const;
const post = (path: string, json: unknown) => ({ method: 'POST', path, json }) as const;

const query = (page: Page & { email?: string }): string =>
  `?${new URLSearchParams(Object.entries(page).map(([name, value]) => [name, String(value)]))}`;

/** Older servers take names at the top, newer ones in `fields`; each ignores the other's. */
function bodyOf({ email, firstName, lastName }: NewContact): object {
  const names = [
    { key: 'firstName', slug: 'first_name', value: firstName.trim() },
    { key: 'lastName', slug: 'surname', value: lastName.trim() },
  ].filter(({ value }) => value !== '');
  return {
    email,
    ...Object.fromEntries(names.map(({ key, value }) => [key, value])),
    fields: names.map(({ slug, value }) => ({ slug, value })),
  };
}

async function run<Schema extends v.GenericSchema>(
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
      headers: { ...bearer(await key()), 'Maton-Connection': connectionId },
      windowSeconds,
      signal,
      ...(budget && {
        spend: (inTime?: AbortSignal) => budget.spend(urgency, inTime),
        hold: (until: number) => budget.hold(until),
      }),
    },
    transport,
  );
  assertNotRefused(reply, missing);
  return parseShape(
    schema,
    reply.body,
    `${method} ${path.replace(/\?.*/, '').replace(/\d+/g, '{id}')}`,
  );
}

/** A header can carry no other characters, and the error that says so would quote the key. */
export function bearer(key: string): { authorization: string } {
  if (/^[\x21-\x7e]+$/.test(key)) return { authorization: `Bearer ${key}` };
  throw badInput('key', 'A Maton key has neither spaces nor letters with accents');
}
