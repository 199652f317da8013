import { createServer } from 'node:http';
import type { ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Clock, ServiceName } from './dialect.ts';
import type { Faults, Misfortune } from './faults.ts';
import type { LoggedRequest } from './log.ts';
import { receive } from './received.ts';
import type { Received } from './received.ts';
import { html } from './reply.ts';
import type { Reply } from './reply.ts';

/** A request understood: whose it is, what it asks for, and how to do it. */
export interface Visit {
  service: ServiceName;
  command: string;
  answer(): Reply;
  /** The sandbox's own door: neither logged nor broken. */
  backstage?: true;
}

export type Service = (request: Received) => Visit | Promise<Visit>;

export interface Recorder {
  faults: Faults;
  now: Clock;
  write(entry: LoggedRequest): void;
  finished(entry: LoggedRequest): void;
}

export interface Listening {
  url: string;
  close(): Promise<void>;
}

const loginPage = html(
  200,
  'Sign in',
  '<h1>Sign in</h1><form method="post"><input name="username"><input name="password"></form>',
);

/** One loopback server; what it serves is decided by `service`. */
export async function listen(
  port: number,
  service: Service,
  recorder: Recorder,
): Promise<Listening> {
  const sockets = new Set<Socket>();
  const server = createServer(async (message, response) => {
    try {
      const request = await receive(message);
      const visit = await service(request);
      if (visit.backstage) return send(response, visit.answer());
      const entry = enter(request, visit, recorder.now());
      recorder.write(entry);
      response.on('finish', () => recorder.finished(entry));
      const reply = await befall(
        recorder.faults.take(visit.service, visit.command),
        visit,
        response,
      );
      if (!reply) return;
      entry.status = reply.status;
      send(response, reply);
    } catch (error) {
      // A client that hangs up while speaking is its own affair; anything else is a bug in here.
      if ((error as NodeJS.ErrnoException).code !== 'ECONNRESET') console.error(error);
      response.destroy();
    }
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

function enter(request: Received, visit: Visit, at: number): LoggedRequest {
  const { method, url, headers, body } = request;
  const { service, command } = visit;
  return { at, service, method, url, headers, body, command, status: 'dropped' };
}

/** The reply to send, or nothing where no reply will come. */
async function befall(
  misfortune: Misfortune | undefined,
  visit: Visit,
  response: ServerResponse,
): Promise<Reply | undefined> {
  if (misfortune === undefined) return visit.answer();
  if (misfortune === 'hang') return undefined;
  if (misfortune === 'html') return loginPage;
  if (misfortune === 'empty') return { status: 200, headers: {}, body: '' };
  if (misfortune === 'reset' || misfortune === 'act-then-drop') {
    if (misfortune === 'act-then-drop') visit.answer();
    response.socket?.resetAndDestroy();
    return undefined;
  }
  if (misfortune === 'cut') {
    const reply = visit.answer();
    return { ...reply, body: reply.body.slice(0, Math.floor(reply.body.length / 2)) };
  }
  const asJson = { 'Content-Type': 'application/json' };
  if ('replace' in misfortune) return { status: 200, headers: asJson, body: misfortune.replace };
  if ('delay' in misfortune) {
    const reply = visit.answer();
    await new Promise((resolve) => setTimeout(resolve, misfortune.delay).unref());
    return reply;
  }
  const { status, headers = {}, body = '' } = misfortune;
  return typeof body === 'string'
    ? { status, headers, body }
    : { status, headers: { ...asJson, ...headers }, body: JSON.stringify(body) };
}

/**
 * Every reply closes its connection: a browser silently repeats a request, even a POST, when a
 * kept-alive connection is reset, and would do what `act-then-drop` already did once more.
 */
function send(response: ServerResponse, reply: Reply): void {
  response.writeHead(reply.status, { ...reply.headers, Connection: 'close' });
  response.end(reply.body);
}
