/** Maton's own side: which connections to Systeme.io there are, made and taken away. */
import { FailureError } from '../../failure';
import type { Result } from '../../failure';
import type { Connection, ConnectionListing, ConnectionState } from '../../people/connection';
import { attempt } from '../attempt';
import { badInput } from '../guards';
import { send } from '../http';
import type { HttpReply, Transport } from '../http';
import { saidBy } from '../said-by';
import { parseShape } from '../shape';
import { assertNotRefused, isMissing } from './refusals';
import { bearer } from './request';
import { Connections, ConnectionSchema, MadeConnection } from './schemas';

/** Where Maton's control is, and the key to it. */
export interface MatonAccess {
  control: string;
  key: string;
}

/** The ACTIVE connections to Systeme.io. Throws a `FailureError`. */
export async function readConnections(
  access: MatonAccess,
  transport: Transport,
): Promise<Connection[]> {
  const all = await readAll(access, transport, '&status=ACTIVE');
  return all
    .filter(({ state }) => state === 'active')
    .map(({ id, label, since }) => ({ id, label, since }));
}

/** All connections to Systeme.io, whatever their state. */
export const listConnections = (
  access: MatonAccess,
  transport: Transport = {},
): Promise<Result<ConnectionListing[]>> =>
  attempt('maton connections', () => readAll(access, transport));

/** A new connection: its id. The page on which it is authorised is asked for apart. */
export const createConnection = (
  access: MatonAccess,
  transport: Transport = {},
): Promise<Result<string>> =>
  attempt('maton connect', async () => {
    const reply = await ask(access, { method: 'POST', path: '/connections' }, transport);
    return parseShape(MadeConnection, unwrapped(reply.body), 'POST /connections').connection_id;
  });

/**
 * The address of the page on which a connection is authorised. It opens a session: it is handed
 * out to be opened, and kept or told nowhere.
 */
export const readConnectionPage = (
  { connectionId, ...access }: MatonAccess & { connectionId: string },
  transport: Transport = {},
): Promise<Result<string>> =>
  attempt('maton page', () => readPage(access, connectionId, transport));

/** One connection: whether it has become active. */
export const readConnection = (
  { connectionId, ...access }: MatonAccess & { connectionId: string },
  transport: Transport = {},
): Promise<Result<ConnectionListing>> =>
  attempt('maton connection', async () => {
    const path = pathOf(connectionId);
    const reply = await ask(access, { method: 'GET', path }, transport);
    const connection = parseShape(ConnectionSchema, unwrapped(reply.body), 'GET /connections/{id}');
    if (connection.connection_id === connectionId) return listingOf(connection);
    throw strange(OTHER, 'the one asked for');
  });

/** Takes a connection away at Maton; one that is gone already is no failure. */
export const removeConnection = (
  { connectionId, ...access }: MatonAccess & { connectionId: string },
  transport: Transport = {},
): Promise<Result<null>> =>
  attempt('maton disconnect', async () => {
    try {
      await ask(access, { method: 'DELETE', path: pathOf(connectionId) }, transport);
    } catch (error) {
      if (!isMissing(error)) throw error;
      const left = await readAll(access, transport);
      if (left.some(({ id }) => id === connectionId)) throw error;
    }
    return null;
  });

interface Asked {
  method: 'GET' | 'POST' | 'DELETE';
  path: string;
}

async function ask(
  { control, key }: MatonAccess,
  { method, path }: Asked,
  transport: Transport,
): Promise<HttpReply> {
  const reply = await send(
    {
      url: `${control}${path}`,
      method,
      kind: method === 'GET' ? 'read' : 'write',
      headers: bearer(key.trim()),
      windowSeconds: 1,
      ...(method === 'POST' && { json: { app: 'systeme' } }),
    },
    transport,
  );
  const missing = path.startsWith('/connections/') ? 'connection' : 'command';
  assertNotRefused(reply, { missing, path });
  return reply;
}

async function readAll(
  access: MatonAccess,
  transport: Transport,
  more = '',
): Promise<ConnectionListing[]> {
  const path = `/connections?app=systeme${more}`;
  const { body } = await ask(access, { method: 'GET', path }, transport);
  return parseShape(Connections, body, 'GET /connections')
    .connections.filter(({ app }) => (app ?? 'systeme') === 'systeme')
    .map(listingOf);
}

async function readPage(access: MatonAccess, id: string, transport: Transport): Promise<string> {
  const { body } = await ask(access, { method: 'GET', path: pathOf(id) }, transport);
  const { url, ...made } = parseShape(MadeConnection, unwrapped(body), 'GET /connections/{id}');
  if (made.connection_id !== id) throw strange(OTHER, 'the one asked for');
  const page = pageOf(url, access);
  if (page !== null) return page;
  throw strange('GET /connections/{id} url', 'the page on which to authorise');
}

/** One connection comes in an envelope or, perhaps, without. */
const unwrapped = (body: unknown): unknown =>
  typeof body === 'object' && body !== null && 'connection' in body ? body.connection : body;

/** An https address; on this machine also one of the control's own host. */
function pageOf(url: string | null | undefined, { control }: MatonAccess): string | null {
  const page = URL.parse(url ?? '');
  const isSafe = page?.protocol === 'https:' || page?.origin === new URL(control).origin;
  return page && isSafe ? page.href : null;
}

function pathOf(connectionId: string): string {
  if (/^[\w-][\w.-]{0,99}$/.test(connectionId)) return `/connections/${connectionId}`;
  throw badInput('connection', 'This connection has no id that Maton could know');
}

const STATES: Record<string, ConnectionState> = {
  ACTIVE: 'active',
  PENDING: 'pending',
  FAILED: 'failed',
};

const listingOf = (connection: ConnectionSchema): ConnectionListing => ({
  id: connection.connection_id,
  label: labelOf(connection),
  since: connection.creation_time ?? null,
  state: STATES[connection.status] ?? 'unclear',
});

const OTHER = 'GET /connections/{id} connection_id';

const strange = (where: string, expected: string): FailureError =>
  new FailureError({ kind: 'changed-shape', where, expected });

/** Maton documents no name for a connection: what it may say itself, else day and start of its id. */
function labelOf(connection: ConnectionSchema): string {
  const named = ['name', 'label', 'email', 'account']
    .map((key) => saidBy(connection.metadata[key]))
    .find((text) => text !== '');
  if (named) return named;
  const short = connection.connection_id.slice(0, 8);
  const made = new Date(connection.creation_time ?? '');
  if (Number.isNaN(made.getTime())) return `Connection ${short}`;
  return `Connection of ${DAY.format(made)} (${short})`;
}

const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });
