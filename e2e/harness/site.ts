import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve, sep } from 'node:path';

/** Somebody's web site: the files of `e2e/pages`, under any name in *.test. */
export interface Site {
  url(path: string, host?: string): string;
  /** A page that exists for one test alone; headers in lower case. */
  put(path: string, content: string, headers?: Record<string, string>): void;
  close(): Promise<void>;
}

interface Served {
  content: string;
  headers: Record<string, string>;
}

const FOLDER = resolve(import.meta.dirname, '../pages');
const KINDS: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
};

export async function serveSite(): Promise<Site> {
  const put = new Map<string, Served>();
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://site.test').pathname);
    void contentOf(path, put).then((served) => {
      response.writeHead(served ? 200 : 204, {
        'content-type': KINDS[extname(path)] ?? 'text/plain; charset=utf-8',
        ...served?.headers,
      });
      response.end(served?.content ?? '');
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  // A TCP server's address is an object.
  const { port } = server.address() as AddressInfo;

  return {
    url: (path, host = 'mail.test') => `http://${host}:${port}/${path.replace(/^\//, '')}`,
    put: (path, content, headers = {}) =>
      void put.set(`/${path.replace(/^\//, '')}`, { content, headers }),
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

async function contentOf(path: string, put: Map<string, Served>): Promise<Served | null> {
  const own = put.get(path);
  if (own) return own;
  const file = resolve(join(FOLDER, path));
  if (!file.startsWith(FOLDER + sep)) return null;
  const content = await readFile(file, 'utf8').catch(() => null);
  return content === null ? null : { content, headers: {} };
}
