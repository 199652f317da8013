// @vitest-environment node
import { describe, expect, test } from 'vitest';
import type { Fault } from './sandbox.ts';
import { notable } from './sandbox.ts';
import { ask, useSandbox } from './testing.ts';

const here = useSandbox();
const asked = { ListID: 12, SubscriberID: 1001, TagID: 6 };
const tags = () => here.world.tagsOf(12, notable.ada.email);
const tagged = () => tags().includes('Webinar');

describe('what does nothing', () => {
  const faults: [Fault['do'], number, string][] = [
    [
      { status: 503, headers: { 'Retry-After': '7' }, body: { broken: true } },
      503,
      '{"broken":true}',
    ],
    [{ status: 500, body: 'oops' }, 500, 'oops'],
    ['empty', 200, ''],
    [{ replace: '{"half":' }, 200, '{"half":'],
  ];
  test.each(faults)('%j', async (misfortune, status, text) => {
    here.sandbox.break({ do: misfortune });
    const answer = await fetchTag();
    expect([answer.status, answer.text]).toEqual([status, text]);
    expect(tagged()).toBe(false);
  });

  test('html is a login page that says 200', async () => {
    here.sandbox.break({ do: 'html' });
    const answer = await fetchTag();
    expect([answer.status, answer.type]).toEqual([200, 'text/html']);
    expect(answer.text).toContain('Sign in');
    expect(tagged()).toBe(false);
  });

  test('reset', async () => {
    here.sandbox.break({ do: 'reset' });
    await expect(fetchTag()).rejects.toThrow('fetch failed');
    expect(tagged()).toBe(false);
    expect(here.sandbox.log.map(({ status }) => status)).toEqual(['dropped']);
  });

  test('hang', async () => {
    here.sandbox.break({ do: 'hang' });
    const given = new AbortController();
    const answer = fetchTag(given.signal);
    await expect.poll(() => here.sandbox.log).toHaveLength(1);
    given.abort();
    await expect(answer).rejects.toThrow('abort');
    expect(tagged()).toBe(false);
  });
});

describe('what does what was asked', () => {
  test('act-then-drop', async () => {
    here.sandbox.break({ do: 'act-then-drop' });
    await expect(fetchTag()).rejects.toThrow('fetch failed');
    expect(tagged()).toBe(true);
    expect(here.sandbox.log.map(({ status }) => status)).toEqual(['dropped']);
  });

  test('cut', async () => {
    here.sandbox.break({ do: 'cut' });
    expect((await fetchTag()).text).toBe('{"Success":true');
    expect(tagged()).toBe(true);
  });

  test('delay', async () => {
    here.sandbox.break({ do: { delay: 5 } });
    expect((await fetchTag()).json).toEqual({ Success: true, ErrorCode: 0 });
    expect(tagged()).toBe(true);
  });
});

test('a fault befalls its own command and service, as often as it says, until mended', async () => {
  here.sandbox.break({
    service: 'octeth',
    command: 'subscriber.tag',
    do: { status: 503 },
    times: 2,
  });
  here.sandbox.break({ service: 'gateway', command: 'GET /contacts', do: { status: 502 } });
  expect((await here.octeth('user.current')).status).toBe(200);
  expect((await fetchTag()).status).toBe(503);
  expect((await fetchTag()).status).toBe(503);
  expect((await fetchTag()).status).toBe(200);
  expect((await here.systeme('GET', '/tags')).status).toBe(200);
  expect((await here.systeme('GET', '/contacts')).status).toBe(502);
  here.sandbox.mend();
  expect((await here.systeme('GET', '/contacts')).status).toBe(200);
});

function fetchTag(signal?: AbortSignal) {
  return ask(`${here.sandbox.octeth.url}/api.php`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      Command: 'subscriber.tag',
      APIKey: here.sandbox.octeth.key,
      ...asked,
    }),
    ...(signal && { signal }),
  });
}
