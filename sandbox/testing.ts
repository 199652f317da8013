import { afterAll, beforeAll, beforeEach } from 'vitest';
import { startSandbox } from './sandbox.ts';
import type { Sandbox, SandboxOptions } from './sandbox.ts';

export interface Answer {
  status: number;
  type: string;
  headers: Headers;
  text: string;
  /** The body as JSON; an empty object where it is none. */
  json: Record<string, unknown>;
}

type Parameters = Record<string, unknown>;

/** One sandbox for a group of tests, as new for each, with a clock that moves when it is told. */
export function useSandbox(options: SandboxOptions = {}) {
  let sandbox: Sandbox;
  const clock = { now: Date.UTC(2026, 10, 20, 9) };

  beforeAll(async () => {
    sandbox = await startSandbox({ now: () => clock.now, ...options });
  });
  beforeEach(() => sandbox.reset());
  afterAll(() => sandbox.close());

  return {
    clock,
    get sandbox() {
      return sandbox;
    },
    get world() {
      return sandbox.world;
    },
    /** To `/api.php` as JSON, with the right key unless another is given. */
    octeth: (command: string, parameters: Parameters = {}) =>
      ask(`${sandbox.octeth.url}/api.php`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ Command: command, APIKey: sandbox.octeth.key, ...parameters }),
      }),
    /** To a v1 route, as JSON. */
    route: (path: string, parameters: Parameters = {}) =>
      ask(`${sandbox.octeth.url}/api/v1/${path}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ APIKey: sandbox.octeth.key, ...parameters }),
      }),
    /** To Systeme.io's own path, through the right connection unless headers say otherwise. */
    systeme(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
      const type = method === 'PATCH' ? 'application/merge-patch+json' : 'application/json';
      return ask(`${sandbox.maton.gateway}/systeme/api${path}`, {
        method,
        headers: {
          Authorization: `Bearer ${sandbox.maton.key}`,
          'Maton-Connection': sandbox.maton.connection,
          ...(body === undefined ? {} : { 'Content-Type': type }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    },
    control: (method: string, path: string, body?: unknown) =>
      ask(`${sandbox.maton.control}${path}`, {
        method,
        headers: {
          Authorization: `Bearer ${sandbox.maton.key}`,
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
  };
}

export async function ask(url: string, request?: RequestInit): Promise<Answer> {
  const response = await fetch(url, request);
  const text = await response.text();
  const type = (response.headers.get('content-type') ?? '').split(';')[0]!;
  return {
    status: response.status,
    type,
    headers: response.headers,
    text,
    json: type.includes('json') ? parse(text) : {},
  };
}

function parse(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
}
