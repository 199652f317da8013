import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test, vi } from 'vitest';
import { done, type Failure, failed } from '../failure';
import type { Intent } from '../people/intent';
import type { Preview } from '../people/preview';
import { openJournal } from './journal';
import type { Locks } from './needs';
import { createOutbox } from './outbox';
import { yesToAll } from './testing/cases';
import { createCrm } from './testing/crm';
import { ACCOUNT, createServer, DROPPED, findings, type Server, TARGET } from './testing/server';

const ipAddress = '192.0.2.7';
const UNSUBSCRIBE: Intent = { kind: 'unsubscribe', target: TARGET, ipAddress, suppress: false };

let server: Server = createServer(ACCOUNT);
let forgotten: Intent[] = [];
let isPaused = false;
let events: string[] = [];
/** The lines that were joined, in the order of it. */
let joined: string[] = [];
beforeEach(() => {
  indexedDB = new IDBFactory();
  [server, forgotten, isPaused, events] = [createServer(ACCOUNT), [], false, []];
  joined = [];
});

/** Over a server that says this of a preview, or fails, as soon as it is let. */
function outboxOf(told: Preview | Failure, answered: Promise<unknown> = Promise.resolve()) {
  const lines = new Map<string, Promise<unknown>>();
  const locks: Locks = (name, work) => {
    joined.push(name);
    const turn = (lines.get(name) ?? Promise.resolve()).then(work);
    lines.set(name, turn);
    return turn;
  };
  const crm = createCrm(server);
  return createOutbox({
    journal: openJournal(),
    crmOf: async () => ({
      ...crm,
      previewUnsubscribe: async () => {
        events.push('asked');
        await answered;
        events.push('answered');
        return 'outcome' in told ? done(told) : failed(told);
      },
      unsubscribe: (...how) => {
        events.push('unsubscribed');
        return crm.unsubscribe(...how);
      },
    }),
    lookUp: async (_, address) => findings(server, address),
    forget: async (intent) => {
      forgotten.push(intent);
    },
    isPaused: async () => isPaused,
    wakeAt: () => undefined,
    locks,
  });
}

test('that changed nothing leaves no trace', async () => {
  const outbox = outboxOf({ outcome: 'would' });
  expect(await outbox.preview({ target: TARGET, ipAddress })).toEqual({ outcome: 'would' });
  expect([forgotten, await outbox.journal(null)]).toEqual([[], []]);
});

test('that unsubscribed her is kept as that, and what was known of her is forgotten', async () => {
  const outbox = outboxOf({ outcome: 'out' });
  expect(await outbox.preview({ target: TARGET, ipAddress })).toEqual({ outcome: 'out' });
  expect(forgotten).toEqual([UNSUBSCRIBE]);
  expect(await outbox.receipts()).toMatchObject([{ state: 'done', intent: UNSUBSCRIBE }]);
});

test('of which nobody knows what it did forgets her, and claims nothing', async () => {
  const told: Preview = { outcome: 'unsure', failure: DROPPED };
  const outbox = outboxOf(told);
  expect(await outbox.preview({ target: TARGET, ipAddress })).toEqual(told);
  expect([forgotten, await outbox.journal(null)]).toEqual([[UNSUBSCRIBE], []]);
});

test('that failed says why, and a paused account is asked nothing', async () => {
  await expect(outboxOf(DROPPED).preview({ target: TARGET, ipAddress })).rejects.toMatchObject({
    failure: DROPPED,
  });
  isPaused = true;
  events = [];
  const paused = outboxOf({ outcome: 'would' }).preview({ target: TARGET, ipAddress });
  await expect(paused).rejects.toMatchObject({ failure: { kind: 'bad-input' } });
  expect(events).toEqual([]);
});

test('the deed waits until the look after it is over, and is not taken for its work', async () => {
  const answer = Promise.withResolvers<void>();
  const outbox = outboxOf({ outcome: 'would' }, answer.promise);
  const asked = outbox.preview({ target: TARGET, ipAddress });
  const acted = outbox.act({ intent: UNSUBSCRIBE, agreed: yesToAll(UNSUBSCRIBE, server) });
  // It stands behind the look, in the same line.
  await vi.waitFor(() => expect(joined).toHaveLength(2));
  expect(joined[1]).toBe(joined[0]);
  answer.resolve();
  await Promise.all([asked, acted]);
  expect(events).toEqual(['asked', 'answered', 'unsubscribed']);
});
