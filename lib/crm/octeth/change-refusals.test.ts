import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { notable, startSandbox } from '../../../sandbox/sandbox.ts';
import type { Sandbox } from '../../../sandbox/sandbox.ts';
import { CLICK } from '../testing/fakes';
import { createOctethClient } from './client';

const who = { listId: '12', personId: '1001' };
const from = '192.0.2.7';
const newcomer = {
  listId: '12',
  address: 'nova@example.org',
  since: '2026-11-20 08:00:00',
  ipAddress: from,
  fields: {},
};
let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const client = () =>
  createOctethClient({ server: sandbox.octeth.url, key: async () => sandbox.octeth.key });

test('a preview lets nobody go, and says what would stand in the way', async () => {
  await client().previewUnsubscribe(who, from, CLICK);
  expect(sandbox.world.subscriberById(12, 1001)?.status).toBe('Subscribed');
  const gone = String(sandbox.world.subscriber(12, notable.unsubscribed.email)?.id);
  const asked = client().previewUnsubscribe({ ...who, personId: gone }, from, CLICK);
  await expect(asked).rejects.toMatchObject({ failure: { kind: 'refused', code: 9 } });
});

test('somebody can be written down as gone, with when and from where', async () => {
  const { since: leftAt, ipAddress: leftFrom, ...whom } = newcomer;
  await client().createSubscriber({ ...whom, status: 'Unsubscribed', leftAt, leftFrom }, CLICK);
  expect(sandbox.world.subscriber(12, newcomer.address)).toMatchObject({
    status: 'Unsubscribed',
    unsubscriptionDate: leftAt,
    unsubscriptionIp: leftFrom,
  });
});

test('a disabled journey, told with a 403 as up to 5.6, is not taken for a missing permission', async () => {
  const body = { Errors: [{ Code: 10, Message: 'Journey is disabled.' }] };
  const command = 'subscriber.journey.trigger';
  sandbox.break({ command, do: { status: 403, body: JSON.stringify(body) } });
  await expect(client().triggerJourney(who, '7', CLICK)).rejects.toMatchObject({
    failure: { kind: 'refused', code: 10 },
  });
});
