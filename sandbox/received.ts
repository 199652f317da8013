import type { IncomingMessage } from 'node:http';

/** A request as it came in, read to its end. */
export interface Received {
  method: string;
  /** Path and query, as sent. */
  url: string;
  path: string;
  query: URLSearchParams;
  headers: Record<string, string>;
  bytes: Buffer;
  body: string;
  /** The media type alone, lower-cased: `application/json`. */
  contentType: string;
}

export async function receive(message: IncomingMessage): Promise<Received> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  const url = message.url ?? '/';
  const { pathname, searchParams } = new URL(url, 'http://127.0.0.1');
  const headers = Object.fromEntries(
    Object.entries(message.headers).map(([name, value]) => [name, String(value)]),
  );
  return {
    method: message.method ?? 'GET',
    url,
    path: pathname,
    query: searchParams,
    headers,
    bytes,
    body: bytes.toString('utf8'),
    contentType: (headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase(),
  };
}
