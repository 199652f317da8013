// @vitest-environment node
import { afterEach, expect, test } from 'vitest';
import { startSandbox } from './sandbox.ts';
import type { Sandbox } from './sandbox.ts';

let sandbox: Sandbox;

afterEach(() => sandbox.close());

test('each service listens on loopback, on a port of its own in the seed dialect', async () => {
  sandbox = await startSandbox();
  const urls = [sandbox.octeth.url, sandbox.maton.gateway, sandbox.maton.control];
  expect(new Set(urls).size).toBe(3);
  for (const url of urls) expect(new URL(url).hostname).toBe('127.0.0.1');
});

test('gateway and control are one address in the public dialect', async () => {
  sandbox = await startSandbox({ dialect: 'public' });
  expect(sandbox.maton.control).toBe(sandbox.maton.gateway);
});
