import { describe, expect, test } from 'vitest';
import { FailureError, failureOf } from '../failure';
import type { Failure } from '../failure';
import { send } from './http';
import type { HttpCall, Transport } from './http';
import { retryAtOf } from './retry-at';

const NOW = 1_700_000_000_000;
const SECRET = 'sk-very-secret';
const call: HttpCall = {
  url: `https://mail.acme.com/api.php?x=${SECRET}`,
  method: 'POST',
  json: { APIKey: SECRET },
  kind: 'read',
  windowSeconds: 60,
};

const failureIn = async (
  transport: Transport,
  changes: Partial<HttpCall> = {},
): Promise<Failure> => {
  try {
    await send({ ...call, ...changes }, { retryMs: 0, now: () => NOW, ...transport });
  } catch (error) {
    return failureOf(error, 'not a FailureError');
  }
  throw new Error('no failure');
};

const answering = (answer: () => Response | Promise<Response>) => {
  const requests: Request[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    requests.push(input instanceof Request ? input : new Request(input, init));
    return answer();
  };
  return { fetch, requests };
};

test('nothing of the user’s goes along: no cookies, no referrer, no cache, no redirect', async () => {
  const { fetch, requests } = answering(() => Response.json({}));
  await send(call, { fetch });
  const [request] = requests;
  expect(request).toMatchObject({
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
    redirect: 'manual',
  });
});

test.each([
  ['a broken connection', () => Promise.reject(new TypeError(`Failed to fetch ${SECRET}`))],
  ['a reply that is no JSON', async () => new Response(`${SECRET} is no JSON`)],
  ['a server error', async () => new Response(SECRET, { status: 500 })],
  ['our own fault', () => Promise.reject(new RangeError(SECRET))],
])('%s leaves neither address nor message of the error (law 5)', async (_, answer) => {
  const failure = await failureIn(answering(answer));
  expect(JSON.stringify(failure)).not.toContain(SECRET);
  expect(JSON.stringify(failure)).not.toContain('https:');
});

const html = { headers: { 'content-type': 'text/html; charset=UTF-8' } };

test('JSON is read whatever it is said to be: PHP calls HTML what a script does not name', async () => {
  const { fetch } = answering(() => new Response('\uFEFF{"Success":true}', html));
  expect((await send(call, { fetch })).body).toEqual({ Success: true });
});

test.each(['<!doctype html><title>Sign in</title>', 'Please sign in.', ''])(
  'what is HTML and says %o is a page',
  async (body) => {
    const { fetch } = answering(() => new Response(body, html));
    expect(await failureIn({ fetch })).toEqual({ kind: 'web-page', host: 'mail.acme.com' });
  },
);

test('what the fetch handed in says of itself is passed on', async () => {
  const failure: Failure = { kind: 'no-permission', host: 'mail.acme.com' };
  const { fetch } = answering(() => Promise.reject(new FailureError(failure)));
  expect(await failureIn({ fetch })).toEqual(failure);
});

test('a read is sent three times at most, and each time is a call of the budget', async () => {
  const { fetch, requests } = answering(() => new Response(null, { status: 503 }));
  const spent: string[] = [];
  const spend = async () => {
    spent.push('spent');
    return { settled: () => void spent.push('settled') };
  };
  expect(await failureIn({ fetch }, { spend })).toMatchObject({
    kind: 'server-error',
    status: 503,
  });
  expect(requests).toHaveLength(3);
  expect(spent).toEqual(['spent', 'settled', 'spent', 'settled', 'spent', 'settled']);
});

test('with no call left to try again, the first failure is told', async () => {
  const { fetch, requests } = answering(() => new Response(null, { status: 503 }));
  let left = 1;
  const spend = async () => {
    left -= 1;
    if (left < 0) throw new FailureError({ kind: 'busy', retryAt: NOW });
    return { settled: () => undefined };
  };
  expect(await failureIn({ fetch }, { spend })).toMatchObject({ kind: 'server-error' });
  expect(requests).toHaveLength(1);
});

test('a write is sent once', async () => {
  const { fetch, requests } = answering(() => Promise.reject(new TypeError('Failed to fetch')));
  expect(await failureIn({ fetch }, { kind: 'write' })).toMatchObject({ kind: 'offline' });
  expect(requests).toHaveLength(1);
});

test('a call that is never answered gives its place in the budget back', async () => {
  const fetch: typeof globalThis.fetch = (input, init) =>
    new Promise((_, reject) => {
      const { signal } = new Request(input, init);
      signal.addEventListener('abort', () => reject(signal.reason));
    });
  let isSettled = false;
  const spend = async () => ({ settled: () => void (isSettled = true) });
  expect(await failureIn({ fetch, timeoutMs: 20 }, { spend })).toMatchObject({ kind: 'timeout' });
  expect(isSettled).toBe(true);
});

test('a body that never ends is a timeout', async () => {
  const endless = new ReadableStream({ start: (body) => body.enqueue(new Uint8Array([123])) });
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const { signal } = new Request(input, init);
    const reader = endless.getReader();
    return new Response(
      new ReadableStream({
        start: (body) => signal.addEventListener('abort', () => body.error(signal.reason)),
        pull: async (body) => body.enqueue((await reader.read()).value),
      }),
    );
  };
  expect(await failureIn({ fetch, timeoutMs: 20 })).toMatchObject({ kind: 'timeout' });
});

test('a limit holds the budget until the time that is told', async () => {
  const { fetch, requests } = answering(
    () => new Response('{}', { status: 429, headers: { 'Retry-After': '7' } }),
  );
  const held: number[] = [];
  const hold = async (until: number) => void held.push(until);
  expect(await failureIn({ fetch }, { hold })).toEqual({ kind: 'busy', retryAt: NOW + 7_000 });
  expect(held).toEqual([NOW + 7_000]);
  expect(requests).toHaveLength(1);
});

describe('when a 429 lets us come again', () => {
  test.each([
    [{}, 60_000],
    [{ 'Retry-After': '7' }, 7_000],
    [{ 'Retry-After': '0' }, 0],
    [{ 'Retry-After': new Date(NOW + 9_000).toUTCString() }, 9_000],
    [{ 'Retry-After': new Date(NOW - 9_000).toUTCString() }, 0],
    [{ 'Retry-After': 'soon' }, 60_000],
    [{ 'Retry-After': '-3' }, 60_000],
    [{ 'Retry-After': '99999999' }, 3_600_000],
    [{ 'X-RateLimit-Refill': '2' }, 2_000],
    [{ 'X-RateLimit-Refill': String(NOW / 1000 + 4) }, 4_000],
    [{ 'Retry-After': '3', 'X-RateLimit-Refill': '2' }, 3_000],
  ])('%o: in %i ms', (headers, wait) => {
    // A moment in the headers is of whole seconds.
    expect(retryAtOf(new Headers(headers as Record<string, string>), NOW, 60)).toBe(NOW + wait);
  });
});
