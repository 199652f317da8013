// @vitest-environment node
import { expect, test } from 'vitest';
import { ask, useSandbox } from './testing.ts';

const here = useSandbox();
const door = (method: string, path: string, body?: unknown) =>
  ask(`${here.sandbox.octeth.url}/sandbox/${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });

test('about tells the addresses, keys, ids and people', async () => {
  const { octeth, maton } = here.sandbox;
  const { json } = await door('GET', 'about');
  expect(json).toMatchObject({ dialect: 'seed', octeth, maton });
  expect(json.notable).toMatchObject({ ada: 'ada@lovelace.dev' });
  expect(json.lists).toHaveLength(3);
});

test('the log holds each request, but nothing that came through the door', async () => {
  await here.octeth('User.Current');
  await here.systeme('DELETE', '/contacts/70008/tags/501');
  await here.control('GET', '/connections?app=systeme');
  const { json } = await door('GET', 'log');
  expect(json).toMatchObject([
    { service: 'octeth', method: 'POST', url: '/api.php', command: 'user.current', status: 200 },
    { service: 'gateway', command: 'DELETE /contacts/{id}/tags/{tagId}', status: 200 },
    { service: 'control', url: '/connections?app=systeme', command: 'GET /connections' },
  ]);
});

test('break, mend and reset do from outside what they do from inside', async () => {
  await door('POST', 'break', { do: { status: 500 } });
  expect((await here.octeth('user.current')).status).toBe(500);
  await door('POST', 'mend');
  expect((await here.octeth('user.current')).status).toBe(200);
  await here.octeth('subscriber.untag', { ListID: 12, SubscriberID: 1001, TagID: 4 });
  expect(here.world.tagsOf(12, 'ada@lovelace.dev')).toEqual(['Trial']);
  await door('POST', 'reset');
  expect(here.world.tagsOf(12, 'ada@lovelace.dev')).toEqual(['VIP', 'Trial']);
  expect(here.sandbox.log).toEqual([]);
});

test('the key can be given fewer permissions', async () => {
  await door('POST', 'octeth-key-permissions', { permissions: 'Subscribers.Get' });
  expect((await here.octeth('lists.get')).json.ErrorCode).toBe(99999);
});

test('the code in a confirmation mail can be had, where there is one', async () => {
  const { json } = await door('POST', 'confirmation-code', {
    list: 12,
    email: 'katherine@johnson.example',
  });
  const code = here.world.confirmationCodeOf(12, 'katherine@johnson.example');
  expect(json).toEqual({ code: expect.stringMatching(/^\w{12}$/) });
  expect(json.code).toBe(code);
  const none = { list: 12, email: 'ada@lovelace.dev' };
  expect((await door('POST', 'confirmation-code', none)).status).toBe(404);
});

test('what is not behind the door is 404, and what is not JSON 400', async () => {
  expect((await door('GET', 'treasure')).status).toBe(404);
  const broken = await ask(`${here.sandbox.octeth.url}/sandbox/break`, {
    method: 'POST',
    body: '{',
  });
  expect(broken.status).toBe(400);
});
