import type { Clock, Dialect } from '../dialect.ts';
import type { Limit } from '../limit.ts';
import type { Received } from '../received.ts';
import type { Reply } from '../reply.ts';
import type { Visit } from '../server.ts';
import { problemJson } from '../systeme/problem.ts';
import type { Language } from '../systeme/problem.ts';
import { answerSysteme, systemeCommand } from '../systeme/router.ts';
import type { Connection } from '../world/systeme.ts';
import type { World } from '../world/world.ts';
import { admit, matonError } from './key.ts';

export interface MatonOptions {
  dialect: Dialect;
  key: string;
  limit: Limit;
  world: World;
  language: Language;
  now: Clock;
}

const prefix = '/systeme/api';

/** Checks Maton's key, chooses a connection, and hands the rest of the path to Systeme.io. */
export function visitGateway(request: Received, options: MatonOptions): Visit {
  const path = request.path.startsWith(`${prefix}/`)
    ? request.path.slice(prefix.length)
    : undefined;
  return {
    service: 'gateway',
    command:
      path === undefined
        ? `${request.method} ${request.path}`
        : systemeCommand(request.method, path),
    answer: () => answer(request, path, options),
  };
}

function answer(request: Received, path: string | undefined, options: MatonOptions): Reply {
  const { dialect, world, key, limit, language } = options;
  const admitted = admit(request, key, limit);
  if ('status' in admitted) return admitted;
  if (path === undefined) {
    const app = request.path.split('/')[1];
    return matonError(dialect === 'seed' ? 400 : 404, `Invalid app name: ${app}`);
  }
  const connection = choose(world, request.headers['maton-connection']);
  if (typeof connection === 'string') return matonError(400, connection);
  const rates = {
    'X-RateLimit-Limit': String(admitted.calls),
    'X-RateLimit-Remaining': String(admitted.remaining),
    'X-RateLimit-Refill': String(admitted.wait),
  };
  const reply = connection.keyBroken
    ? problemJson(401, { detail: 'Invalid API Key.' }, { 'WWW-Authenticate': 'API Key' })
    : answerSysteme(
        request,
        path,
        { account: connection.account, world, dialect, now: new Date(options.now()) },
        language,
      );
  return { ...reply, headers: { ...reply.headers, ...rates } };
}

/** The one named, or the oldest ACTIVE one; a sentence where there is none. */
function choose(world: World, id: string | undefined): Connection | string {
  const active = world.connections
    .filter(({ status }) => status === 'ACTIVE')
    .toSorted((one, other) => one.createdAt.localeCompare(other.createdAt));
  if (id === undefined) return active[0] ?? 'No active connection found for app: systeme';
  return active.find((connection) => connection.id === id) ?? `Invalid connection: ${id}`;
}
