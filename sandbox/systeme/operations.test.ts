import { describe, expect, test } from 'vitest';
import type { SystemeName } from '../../docs/operations/names.ts';
import { matonOperations, systemeOperations } from '../../docs/operations/table.ts';
import { systemeRequests } from '../bad-requests/systeme.ts';
import type { SystemeRequests } from '../bad-requests/systeme.ts';
import { useSandbox } from '../testing.ts';

describe.each(['seed', 'public'] as const)('%s dialect: every documented answer', (dialect) => {
  const here = useSandbox({ dialect });

  describe.each(systemeOperations)('$name', (row) => {
    const { good, bad } = systemeRequests[row.name as SystemeName]; // the table has no other names
    const [method = ''] = row.name.split(' ');
    const send = (request: SystemeRequests['good'], headers = {}) => {
      const [path, body] = typeof request === 'function' ? request(here.world) : request;
      return here.systeme(method, path, body, headers);
    };

    test('it answers a good request', async () => {
      expect((await send(good)).status).toBeLessThan(300);
      expect(here.sandbox.log.at(-1)?.command).toBe(row.name);
    });

    test.each(Object.keys(row.codes[dialect]).map(Number))('status %i', async (status) => {
      const request = bad[status as keyof typeof bad];
      if (!request) throw new Error('no request brings it about');
      expect((await send(request)).status).toBe(status);
    });

    test('what the gateway says of any operation', async () => {
      expect((await send(good, { Authorization: 'Bearer wrong' })).status).toBe(401);
      expect((await send(good, { 'Maton-Connection': 'none' })).status).toBe(400);
      here.world.breakKey(here.sandbox.maton.connection);
      expect((await send(good)).status).toBe(401);
      for (let call = 0; call < 8; call += 1) await send(good);
      expect((await send(good)).status).toBe(429);
    });
  });

  const CONNECTION: Record<string, [method: string, path: string, body?: unknown]> = {
    'GET /connections': ['GET', '/connections?app=systeme'],
    'POST /connections': ['POST', '/connections', { app: 'systeme' }],
    'GET /connections/{id}': ['GET', '/connections/{id}'],
    'DELETE /connections/{id}': ['DELETE', '/connections/{id}'],
  };

  describe.each(matonOperations)('$name', ({ name, codes }) => {
    const [method, path, body] = CONNECTION[name] ?? ['', ''];
    const at = (id: string) => path.replace('{id}', id);

    test('it answers a good request', async () => {
      const answer = await here.control(method, at(here.sandbox.maton.connection), body);
      expect(answer.status).toBeLessThan(300);
      expect(here.sandbox.log.at(-1)?.command).toBe(name);
    });

    test.each(Object.keys(codes[dialect]).map(Number))('status %i', async (status) => {
      const answer = await here.control(method, at('none'), body && { app: 'nonsense' });
      expect(answer.status).toBe(status);
    });
  });
});
