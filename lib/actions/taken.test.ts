/** A write that the server took, and then no more answers: over the real clients, in both systems. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { notable, startSandbox } from '../../sandbox/sandbox.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import type { Crm } from '../crm/crm';
import { octethOn, systemeOn } from '../crm/testing/fakes';
import { FailureError } from '../failure';
import { foldAddress } from '../people/address';
import { concernsOf } from '../people/consent';
import type { Intent, PersonIntent, Target } from '../people/intent';
import { outboxOver } from './testing/real-outbox';

const limit = { calls: 1000, seconds: 1 };
const NEWSLETTER = { id: '12', name: 'Newsletter' };
const STUDIO = { id: '801', name: 'The studio' };
const WATERCOLOUR = { id: '301', name: 'Watercolour for beginners' };

const answer = (status: number, body: object) => async (): Promise<Response> =>
  Response.json(body, { status });

/** What meets the request after the write. */
const THEN = {
  'calls are used up': answer(429, {}),
  'the keys lock': async () => {
    throw new FailureError({ kind: 'locked' });
  },
  'the key is withdrawn': answer(401, {}),
  'the connection is gone': answer(400, { error: 'Connection not found' }),
  'the key may not read': answer(403, { detail: 'Forbidden' }),
  'the reading is refused': answer(422, { detail: 'Not now' }),
} satisfies Record<string, () => Promise<Response>>;

describe.each(['seed', 'public'] as const)('laws 3, 4: in %s dialect', (dialect) => {
  let sandbox: Sandbox;
  let clock = 0;
  beforeAll(async () => {
    sandbox = await startSandbox({ dialect, octethLimit: limit, matonLimit: limit });
  });
  beforeEach(() => {
    sandbox.reset();
    indexedDB = new IDBFactory();
    clock = Date.UTC(2026, 10, 20, 9);
  });
  afterAll(() => sandbox.close());

  /** Lets a write through, and so many requests after it not. */
  function cutAfter(
    isWrite: (request: Request, body: string) => boolean,
    then: keyof typeof THEN,
    times = 1,
  ) {
    let left: number | null = null;
    return async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
      const request = new Request(input, init);
      if (left !== null && left > 0) {
        left -= 1;
        return THEN[then]();
      }
      const body = await request.clone().text();
      const response = await fetch(request);
      if (left === null && isWrite(request, body)) left = times;
      return response;
    };
  }
  const now = () => clock;
  const act = async (crm: Crm, intent: Intent) => {
    const reply = await outboxOver(crm, now).act({ intent, agreed: concernsOf(intent, null) });
    if (reply.outcome !== 'receipt') throw new Error('needs a yes');
    return reply.receipt;
  };
  const sent = (command: string) => sandbox.log.filter((entry) => entry.command === command).length;
  const pupil = (name: keyof typeof notable, { account }: Crm): Target => ({
    account,
    place: null,
    profileId: String(sandbox.world.contact(notable[name].email)?.id),
    address: foldAddress(notable[name].email),
  });
  const isSysteme = ({ method }: Request): boolean => method !== 'GET';

  test.each(Object.keys(THEN) as (keyof typeof THEN)[])(
    'she joins once, is told so, and it can be taken back, although %s right after',
    async (then) => {
      const crm = systemeOn(sandbox, { limit, now, fetch: cutAfter(isSysteme, then) });
      const target = pupil('systemeOnly', crm);
      const intent: PersonIntent = { kind: 'join', target, community: STUDIO };
      const first = await act(crm, intent);
      expect(['unknown', 'done']).toContain(first.state);
      clock += 3_600_000;
      const settled = await outboxOver(crm, now).settle(first.id);
      expect(settled).toMatchObject({ state: 'done', failure: null });
      expect(settled).not.toHaveProperty('already');
      expect(sent('POST /community/communities/{id}/memberships')).toBe(1);
      expect(await outboxOver(crm, now).undo(first.id)).toMatchObject({ state: 'done' });
    },
  );

  test.each(Object.keys(THEN) as (keyof typeof THEN)[])(
    'of two enrolments none is told as untouched, although %s after the first',
    async (then) => {
      const crm = systemeOn(sandbox, { limit, now, fetch: cutAfter(isSysteme, then) });
      const target = pupil('ada', crm);
      const again = { id: 990_001, courseId: 301, contactId: Number(target.profileId) };
      sandbox.world.right.enrollments.push({ ...again, accessType: 'full_access', active: true });
      const intent: PersonIntent = {
        ...{ kind: 'unenrol', target, course: WATERCOLOUR, access: 'full_access' },
      };
      const each = { kind: 'consequence', of: 'takes-each', name: WATERCOLOUR.name } as const;
      const agreed = [...concernsOf(intent, null), each];
      const reply = await outboxOver(crm, now).act({ intent, agreed });
      if (reply.outcome !== 'receipt') throw new Error('needs a yes');
      const { receipt } = reply;
      expect(receipt.state).not.toBe('planned');
      clock += 3_600_000;
      const settled = await outboxOver(crm, now).settle(receipt.id);
      const isTold = settled.state === 'done' || JSON.stringify(settled.failure).includes('1 of 2');
      expect([settled.state, isTold]).toEqual([settled.state, true]);
      expect(settled).not.toHaveProperty('already');
    },
  );

  test.each(['calls are used up', 'the keys lock'] as const)(
    'she is unsubscribed once by a preview that acts, although %s before she is looked at',
    async (then) => {
      sandbox.become({ preview: 'ignored' });
      const isPreview = (_: Request, body: string) => body.includes('"Preview":1');
      const cut = cutAfter(isPreview, then, 2);
      const crm = octethOn(sandbox, { limit, now, retryMs: 0, fetch: cut });
      const target: Target = {
        ...{ account: crm.account, place: NEWSLETTER },
        profileId: String(sandbox.world.subscriber(12, notable.ann.email)?.id),
        address: foldAddress(notable.ann.email),
      };
      const intent: PersonIntent = {
        ...{ kind: 'unsubscribe', target, ipAddress: '192.0.2.7', suppress: false },
      };
      const first = await act(crm, intent);
      clock += 3_600_000;
      const settled = await outboxOver(crm, now).settle(first.id);
      expect(settled).toMatchObject({ state: 'done', failure: null });
      expect(settled).not.toHaveProperty('already');
      expect(sent('subscriber.unsubscribe')).toBe(1);
    },
  );
});
