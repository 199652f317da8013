import { expect, test } from 'vitest';
import type { ConnectRequest } from '@/lib/messaging/protocol';
import { tryToConnect } from './attempt';
import { octeth } from './testing/accounts';
import { fakePowers } from './testing/fake-powers';

const saved = { outcome: 'saved' as const, account: octeth(), said: [] };

const octethRequest = (changed: Partial<Extract<ConnectRequest, { system: 'octeth' }>> = {}) => ({
  system: 'octeth' as const,
  accountId: null,
  name: '',
  server: 'https://mail.acme.com/',
  key: 'abcd',
  ...changed,
});

const systemeRequest = {
  system: 'systeme' as const,
  accountId: null,
  name: '',
  gateway: 'https://gateway.maton.ai',
  control: 'https://ctrl.maton.ai',
  key: 'abcd',
  connectionId: null,
};

test('law 9: hosts are asked for within the click, and only those of this account', () => {
  const powers = fakePowers({ replies: { connect: () => saved } });
  void tryToConnect(octethRequest(), powers);
  // Nothing has been awaited here: Firefox asks at no later time.
  expect(powers.asked).toEqual([['https://mail.acme.com/*']]);
});

test('law 9: Maton’s three hosts are asked for together, another gateway alone', () => {
  const powers = fakePowers({ replies: { connect: () => saved } });
  void tryToConnect(systemeRequest, powers);
  void tryToConnect(
    { ...systemeRequest, gateway: 'https://maton.acme.com', control: 'https://maton.acme.com' },
    powers,
  );
  expect(powers.asked[0]?.toSorted()).toEqual([
    'https://api.maton.ai/*',
    'https://ctrl.maton.ai/*',
    'https://gateway.maton.ai/*',
  ]);
  expect(powers.asked[1]).toEqual(['https://maton.acme.com/*']);
});

test('a host that is refused is named, and nothing is sent', async () => {
  const powers = fakePowers({ isAllowed: false });
  expect(await tryToConnect(octethRequest(), powers)).toMatchObject({
    outcome: 'failed',
    field: 'server',
    failure: { kind: 'no-permission', host: 'mail.acme.com' },
  });
  expect(powers.sent).toEqual([]);
});

test.each([
  ['server', octethRequest({ server: 'mail.acme.com' })],
  ['key', octethRequest({ key: null })],
  ['key', octethRequest({ key: 'two words' })],
  ['key', octethRequest({ key: 'k'.repeat(10_000) })],
  ['name', octethRequest({ name: 'n'.repeat(10_000) })],
  ['gateway', { ...systemeRequest, gateway: 'http://gateway.maton.ai' }],
  ['control', { ...systemeRequest, control: ' ' }],
])('bad input at %s is refused before anything is asked or sent', async (field, request) => {
  const powers = fakePowers();
  expect(await tryToConnect(request, powers)).toMatchObject({ outcome: 'failed', field });
  expect([...powers.asked, ...powers.sent]).toEqual([]);
});

test('an account that is kept may be tested without typing its key', async () => {
  const powers = fakePowers({ replies: { connect: () => saved } });
  expect(await tryToConnect(octethRequest({ accountId: 'mail', key: null }), powers)).toBe(saved);
});

test('law 4: the browser is asked to clear nothing once a new account is saved, and only then', async () => {
  const powers = fakePowers({ replies: { connect: () => saved } });
  await tryToConnect(octethRequest({ accountId: 'mail', key: null }), powers);
  expect(powers.persisted()).toBe(0);
  await tryToConnect(octethRequest(), powers);
  expect(powers.persisted()).toBe(1);
  const failure = { kind: 'timeout' as const, host: 'mail.acme.com' };
  const reply = { outcome: 'failed' as const, failure, field: 'server' as const, offer: null };
  const refused = fakePowers({ replies: { connect: () => reply } });
  await tryToConnect(octethRequest(), refused);
  expect(refused.persisted()).toBe(0);
});

test('a name that the background refuses is said at the name', async () => {
  const failure = { kind: 'bad-input' as const, field: 'name', reason: 'No.' };
  const reply = { outcome: 'failed' as const, failure, field: 'key' as const, offer: null };
  const powers = fakePowers({ replies: { connect: () => reply } });
  expect(await tryToConnect(octethRequest(), powers)).toMatchObject({ field: 'name' });
});

test('a background that does not answer is no field’s fault', async () => {
  const failure = { kind: 'broken' as const, where: 'background' };
  const powers = fakePowers({ replies: { connect: () => ({ ok: false, failure }) } });
  expect(await tryToConnect(octethRequest(), powers)).toMatchObject({ field: null, failure });
});
