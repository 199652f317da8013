// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { absent, notable } from '../sandbox.ts';
import { ask, useSandbox } from '../testing.ts';

const named = (id: string) => ({ 'Maton-Connection': id });
const pendingId = 'b0a6d7c2-1f38-4c0e-9d4f-5be1a7730c68';

describe.each(['seed', 'public'] as const)('%s: the gateway', (dialect) => {
  const here = useSandbox({ dialect });
  const bare = (path: string, headers: Record<string, string> = {}) =>
    ask(`${here.sandbox.maton.gateway}${path}`, {
      headers: { Authorization: `Bearer ${here.sandbox.maton.key}`, ...headers },
    });
  const emails = (json: Record<string, unknown>) =>
    (json.items as { email: string }[]).map(({ email }) => email);

  test('a wrong or missing key is 401, and no problem of Systeme.io', async () => {
    for (const Authorization of ['Bearer wrong', '', here.sandbox.maton.key]) {
      const answer = await bare('/systeme/api/contacts', { Authorization });
      expect([answer.status, answer.type]).toEqual([401, 'application/json']);
    }
  });

  test('without a connection named it takes the oldest active one: the wrong account', async () => {
    const { json } = await bare('/systeme/api/contacts');
    expect(json.hasMore).toBe(false);
    expect(emails(json)).toContain(absent.stranger);
    expect(emails(json)).not.toContain(notable.newest.email);
    const { connection, wrongConnection } = here.sandbox.maton;
    const wrong = await bare('/systeme/api/contacts', named(wrongConnection));
    expect(emails(wrong.json)).toEqual(emails(json));
    const right = await bare('/systeme/api/contacts', named(connection));
    expect(emails(right.json)).toContain(notable.newest.email);
  });

  test('the wrong account takes no payments: 404', async () => {
    const wrong = named(here.sandbox.maton.wrongConnection);
    const path = '/payment/subscriptions?contact=1';
    expect((await here.systeme('GET', path, undefined, wrong)).status).toBe(404);
  });

  test('a connection that is unknown or not active is 400; so is none at all', async () => {
    for (const id of ['nonsense', pendingId]) {
      expect((await bare('/systeme/api/contacts', named(id))).status).toBe(400);
    }
    here.world.connections = [];
    expect((await bare('/systeme/api/contacts')).status).toBe(400);
  });

  test('a path that does not start with systeme', async () => {
    const { status, type } = await bare('/api/contacts');
    expect([status, type]).toEqual([dialect === 'seed' ? 400 : 404, 'application/json']);
  });

  test('a connection whose Systeme.io key broke answers as Systeme.io does', async () => {
    here.world.breakKey(here.sandbox.maton.connection);
    const { status, type, json, headers } = await here.systeme('GET', '/contacts');
    expect([status, type]).toEqual([401, 'application/problem+json']);
    expect(json).toEqual({ detail: 'Invalid API Key.' });
    expect(headers.get('www-authenticate')).toBe('API Key');
  });

  test('ten requests in a second, and then Retry-After', async () => {
    const first = await here.systeme('GET', '/tags');
    expect(first.headers.get('x-ratelimit-limit')).toBe('10');
    expect(first.headers.get('x-ratelimit-remaining')).toBe('9');
    expect(first.headers.get('x-ratelimit-refill')).toBe('1');
    for (let call = 1; call < 10; call += 1) await here.systeme('GET', '/tags');
    const refused = await here.systeme('GET', '/tags');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '1']);
    here.clock.now += 1000;
    expect((await here.systeme('GET', '/tags')).status).toBe(200);
  });

  test('no CORS header is sent', async () => {
    const { headers } = await here.systeme('GET', '/tags');
    expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});

describe.each(['seed', 'public'] as const)('%s: control', (dialect) => {
  const here = useSandbox({ dialect });
  const list = async (query = '') =>
    (await here.control('GET', `/connections${query}`)).json.connections as {
      connection_id: string;
      status: string;
      url: string;
    }[];

  test('lists connections, by status and by app', async () => {
    const all = await list('?app=systeme');
    expect(all.map(({ status }) => status)).toEqual(['ACTIVE', 'ACTIVE', 'PENDING', 'FAILED']);
    const active = await list('?app=systeme&status=ACTIVE');
    const { connection, wrongConnection } = here.sandbox.maton;
    expect(active.map((one) => one.connection_id)).toEqual([wrongConnection, connection]);
    expect(await list('?app=slack')).toEqual([]);
  });

  test('a connection has the keys of the reference and no name', async () => {
    const { connection } = here.sandbox.maton;
    const { json } = await here.control('GET', `/connections/${connection}`);
    expect(json.connection).toEqual({
      connection_id: connection,
      status: 'ACTIVE',
      creation_time: '2026-02-19T15:02:11.104927Z',
      last_updated_time: expect.any(String),
      url: expect.stringContaining('?session_token='),
      app: 'systeme',
      metadata: {},
      ...(dialect === 'public' && { method: 'API_KEY' }),
    });
  });

  test('a new connection is PENDING until its page was opened', async () => {
    const { json } = await here.control('POST', '/connections', { app: 'systeme' });
    const made = json.connection as { connection_id: string; status: string; url: string };
    expect(made.status).toBe('PENDING');
    const through = named(made.connection_id);
    expect((await here.systeme('GET', '/contacts', undefined, through)).status).toBe(400);
    expect((await fetch(made.url)).status).toBe(200);
    const polled = await here.control('GET', `/connections/${made.connection_id}`);
    expect(polled.json.connection).toMatchObject({ status: 'ACTIVE' });
    expect((await here.systeme('GET', '/contacts', undefined, through)).status).toBe(200);
  });

  test('the world can finish that page too', async () => {
    expect(here.world.authorise(pendingId)).toBe(true);
    expect(await list('?status=ACTIVE')).toHaveLength(3);
  });

  test('delete', async () => {
    const path = `/connections/${here.sandbox.maton.wrongConnection}`;
    const answer = await here.control('DELETE', path);
    expect([answer.status, answer.text]).toEqual(dialect === 'seed' ? [200, '{}'] : [204, '']);
    expect((await here.control('GET', path)).status).toBe(404);
    expect(await list('?status=ACTIVE')).toHaveLength(1);
  });

  test.each([undefined, {}, { app: 'nonsense' }])('creating with %j is 400', async (body) => {
    expect((await here.control('POST', '/connections', body)).status).toBe(400);
  });

  test('a wrong key is 401', async () => {
    const answer = await ask(`${here.sandbox.maton.control}/connections`);
    expect([answer.status, answer.type]).toEqual([401, 'application/json']);
  });
});
