/** Maton's own side: which connections to Systeme.io there are, and which hosts answer. */
import { failureOf } from '../../failure';
import { send } from '../http';
import type { HttpReply, Transport } from '../http';
import { saidBy } from '../said-by';
import { parseShape } from '../shape';
import { bearer } from './client';
import { assertNotRefused } from './refusals';
import { Connections } from './schemas';

/** Maton's link to one Systeme.io account. */
export interface Connection {
  id: string;
  label: string;
  /** When it was made, as Maton writes it. */
  since: string | null;
}

export interface MatonFamily {
  gateway: string;
  control: string;
}

/** Maton renamed its hosts on 2026-04-30; either family may be the one that answers. */
export const MATON_FAMILIES: readonly MatonFamily[] = [
  { gateway: 'https://gateway.maton.ai', control: 'https://ctrl.maton.ai' },
  { gateway: 'https://api.maton.ai', control: 'https://api.maton.ai' },
];

const CONNECTIONS = '/connections?app=systeme&status=ACTIVE';

/** The ACTIVE connections to Systeme.io. Throws a `FailureError`. */
export async function readConnections(
  { control, key }: { control: string; key: string },
  transport: Transport,
): Promise<Connection[]> {
  const headers = bearer(key.trim());
  const reply = await read(`${control}${CONNECTIONS}`, headers, transport);
  assertNotRefused(reply, 'command');
  const { connections } = parseShape(Connections, reply.body, 'GET /connections');
  return connections
    .filter(({ status, app }) => status === 'ACTIVE' && (app ?? 'systeme') === 'systeme')
    .map((connection) => ({
      id: connection.connection_id,
      label: labelOf(connection),
      since: connection.creation_time ?? null,
    }));
}

/**
 * The host family other than this one, if it answers. No key goes along: whoever refuses us for
 * lack of one is there.
 */
export async function answeringFamily(
  {
    gateway,
    control,
    families = MATON_FAMILIES,
  }: MatonFamily & { families?: readonly MatonFamily[] },
  transport: Transport = {},
): Promise<MatonFamily | null> {
  for (const family of families) {
    if (family.gateway === gateway && family.control === control) continue;
    if (await isThere(family, transport)) return family;
  }
  return null;
}

async function isThere({ control }: MatonFamily, transport: Transport): Promise<boolean> {
  try {
    const { status } = await read(`${control}${CONNECTIONS}`, {}, transport);
    return status !== 404;
  } catch (error) {
    return failureOf(error, 'maton family').kind === 'busy';
  }
}

const read = (
  url: string,
  headers: Record<string, string>,
  transport: Transport,
): Promise<HttpReply> =>
  send({ url, method: 'GET', kind: 'read', headers, windowSeconds: 1 }, transport);

/** Maton documents no name for a connection: what it may say itself, else day and start of its id. */
function labelOf(connection: {
  connection_id: string;
  creation_time?: string | null | undefined;
  metadata: Record<string, unknown>;
}): string {
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
