import { afterEach, describe, expect, test } from 'vitest';
import { startSandbox } from '../../../sandbox/sandbox.ts';
import type { Sandbox, SandboxOptions } from '../../../sandbox/sandbox.ts';
import { probeOcteth } from './probe';

let sandbox: Sandbox | undefined;
afterEach(() => sandbox?.close());

const probe = async (options: SandboxOptions, key?: string) => {
  sandbox = await startSandbox(options);
  return probeOcteth({ server: sandbox.octeth.url, key: key ?? sandbox.octeth.key, retryMs: 0 });
};
const lists = [
  { id: '31', name: 'Archive 2019' },
  { id: '27', name: 'Customers' },
  { id: '12', name: 'Newsletter' },
];

describe.each(['seed', 'public'] as const)('%s dialect', (dialect) => {
  test('a key that is right tells whose it is and which lists there are', async () => {
    const result = await probe({ dialect });
    expect(result).toEqual({
      ok: true,
      value: { lists, listsByHand: false, as: 'studio@harbour.example' },
    });
    expect(JSON.stringify(result)).not.toMatch(/secret/i);
  });

  test('a key typed with spaces around it is the same key', async () => {
    sandbox = await startSandbox({ dialect });
    const key = ` ${sandbox.octeth.key}\n`;
    expect(await probeOcteth({ server: sandbox.octeth.url, key })).toMatchObject({ ok: true });
  });

  test('a wrong key is told as such', async () => {
    const failure = { kind: 'wrong-key', service: 'octeth' };
    expect(await probe({ dialect }, 'wrong')).toEqual({ ok: false, failure });
  });

  test.each([[['user.current']], [['lists.get']], [['user.current', 'lists.get']]])(
    'a server without %s is connected all the same',
    async (lacks) => {
      const result = await probe({ dialect, lacks });
      const listsByHand = lacks.includes('lists.get');
      expect(result).toMatchObject({ ok: true, value: { listsByHand } });
    },
  );

  test('a wrong key is told even where the server lacks both', async () => {
    const failure = { kind: 'wrong-key', service: 'octeth' };
    const lacks = ['user.current', 'lists.get'];
    expect(await probe({ dialect, lacks }, 'wrong')).toEqual({ ok: false, failure });
  });

  test('a key that may not read lists has its lists typed', async () => {
    const result = await probe({ dialect, octethPermissions: 'Subscribers.Get' });
    expect(result).toMatchObject({ ok: true, value: { listsByHand: true } });
  });

  test('a web page is told as a web page', async () => {
    sandbox = await startSandbox({ dialect });
    sandbox.break({ do: 'html' });
    const { url, key } = sandbox.octeth;
    const host = new URL(url).host;
    expect(await probeOcteth({ server: url, key })).toEqual({
      ok: false,
      failure: { kind: 'web-page', host },
    });
  });
});

test('where nobody listens, that is told with the host', async () => {
  sandbox = await startSandbox();
  const { url, key } = sandbox.octeth;
  await sandbox.close();
  const failure = { kind: 'offline', host: new URL(url).host };
  expect(await probeOcteth({ server: url, key, retryMs: 0 })).toEqual({ ok: false, failure });
});
