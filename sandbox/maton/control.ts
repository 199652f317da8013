import { randomUUID } from 'node:crypto';
import type { Received } from '../received.ts';
import { html, json, nothing } from '../reply.ts';
import type { Reply } from '../reply.ts';
import type { Visit } from '../server.ts';
import type { Connection } from '../world/systeme.ts';
import type { MatonOptions } from './gateway.ts';
import { admit, matonError } from './key.ts';

/** Connections: list, get, create, delete; and the page that a connection's `url` opens. */
export function visitControl(request: Received, options: MatonOptions): Visit {
  const id = /^\/connections\/([^/]+)$/.exec(request.path)?.[1];
  const path = id === undefined ? request.path : '/connections/{id}';
  return {
    service: 'control',
    command: `${request.method} ${path}`,
    answer: () => answer(request, id, options),
  };
}

function answer(request: Received, id: string | undefined, options: MatonOptions): Reply {
  const { world, key, limit } = options;
  if (request.path === '/connect') return authorisation(request, options);
  const admitted = admit(request, key, limit);
  if ('status' in admitted) return admitted;
  const show = (connection: Connection) => connectionBody(connection, request, options);
  if (id !== undefined) {
    const connection = world.connection(id);
    if (!connection) return matonError(404, `Connection not found: ${id}`);
    if (request.method === 'GET') return json(200, { connection: show(connection) });
    if (request.method !== 'DELETE') return matonError(405, 'Method not allowed');
    world.connections = world.connections.filter((other) => other !== connection);
    return options.dialect === 'seed' ? json(200, {}) : nothing(204);
  }
  if (request.path !== '/connections') return matonError(404, 'Not found');
  if (request.method === 'GET')
    return json(200, { connections: filtered(request, options).map(show) });
  if (request.method !== 'POST') return matonError(405, 'Method not allowed');
  if (appIn(request) !== 'systeme') return matonError(400, 'Invalid app name');
  const connection = pending(options);
  world.connections.push(connection);
  return json(200, { connection: show(connection) });
}

function filtered({ query }: Received, { world }: MatonOptions): Connection[] {
  const [app, status] = [query.get('app'), query.get('status')];
  return world.connections.filter(
    (connection) =>
      (app === null || connection.app === app) && (status === null || connection.status === status),
  );
}

function appIn({ contentType, body }: Received): unknown {
  if (contentType !== 'application/json') return undefined;
  try {
    return (JSON.parse(body) as { app?: unknown } | null)?.app;
  } catch {
    return undefined;
  }
}

/** New connections lead to the account that the right one leads to. */
function pending({ world, now }: MatonOptions): Connection {
  const at = new Date(now()).toISOString().replace('Z', '000Z');
  const id = randomUUID();
  return {
    id,
    status: 'PENDING',
    createdAt: at,
    updatedAt: at,
    sessionToken: id.replaceAll('-', ''),
    app: 'systeme',
    keyBroken: false,
    account: world.right,
  };
}

/** The reference names no name: `metadata` may say something, or be empty as here. */
function connectionBody(
  connection: Connection,
  { headers }: Received,
  { dialect }: MatonOptions,
): object {
  return {
    connection_id: connection.id,
    status: connection.status,
    creation_time: connection.createdAt,
    last_updated_time: connection.updatedAt,
    url: `http://${headers.host}/connect?session_token=${connection.sessionToken}`,
    app: connection.app,
    ...(dialect === 'public' && { method: 'API_KEY' }),
    metadata: {},
  };
}

/** The real page asks for a Systeme.io key; to open this one is enough. */
function authorisation({ query }: Received, { world }: MatonOptions): Reply {
  const token = query.get('session_token');
  const connection = world.connections.find(({ sessionToken }) => sessionToken === token);
  if (!connection) return html(404, 'Connect', '<h1>This link is no longer valid</h1>');
  world.authorise(connection.id);
  return html(200, 'Connect', '<h1>Connected</h1><p>You may close this page.</p>');
}
