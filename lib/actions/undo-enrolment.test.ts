/** Law 10: what is taken back is the enrolment that we made, over the real client. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { notable, startSandbox } from '../../sandbox/sandbox.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { systemeOn } from '../crm/testing/fakes';
import { foldAddress } from '../people/address';
import type { PersonIntent } from '../people/intent';
import { outboxOver } from './testing/real-outbox';

const limit = { calls: 1000, seconds: 1 };
const SOURDOUGH = { id: '302', name: 'Sourdough from scratch' };
const BOUGHT = 990_001;

describe.each(['seed', 'public'] as const)('law 10: in %s dialect', (dialect) => {
  let sandbox: Sandbox;
  let clock = 0;
  beforeAll(async () => {
    sandbox = await startSandbox({ dialect, matonLimit: limit });
  });
  beforeEach(() => {
    sandbox.reset();
    indexedDB = new IDBFactory();
    clock = Date.UTC(2026, 10, 20, 9);
  });
  afterAll(() => sandbox.close());

  const adaId = () => sandbox.world.contact(notable.ada.email)?.id ?? 0;
  const hers = () =>
    sandbox.world.right.enrollments
      .filter((one) => one.contactId === adaId() && one.courseId === 302)
      .map(({ id }) => id);
  const buy = () =>
    sandbox.world.right.enrollments.push({
      ...{ id: BOUGHT, courseId: 302, contactId: adaId() },
      ...{ accessType: 'full_access', active: true },
    });
  const removals = () =>
    sandbox.log.filter(({ command }) => command === 'DELETE /school/enrollments/{id}').length;

  /** Support enrols her; `isMute`: by a server that answers with nothing. */
  async function enrol(isMute = false) {
    const now = () => clock;
    const muted = async (input: string | URL | Request, init?: RequestInit) => {
      const request = new Request(input, init);
      const response = await fetch(request);
      return request.method === 'POST' ? new Response(null, { status: 204 }) : response;
    };
    const crm = systemeOn(sandbox, { limit, now, ...(isMute && { fetch: muted }) });
    const outbox = outboxOver(crm, now);
    const address = foldAddress(notable.ada.email);
    const target = { account: crm.account, place: null, profileId: String(adaId()), address };
    const intent: PersonIntent = {
      ...{ kind: 'enrol', target, course: SOURDOUGH, access: { type: 'full_access' } },
    };
    const reply = await outbox.act({ intent, agreed: [] });
    if (reply.outcome !== 'receipt') throw new Error('needs a yes');
    return { outbox, id: reply.receipt.id };
  }

  test('what she bought since stays', async () => {
    const { outbox, id } = await enrol();
    buy();
    expect(await outbox.undo(id)).toMatchObject({ state: 'done', undoes: id });
    expect(hers()).toEqual([BOUGHT]);
  });

  test('what she bought after ours was taken away stays, and nothing is sent', async () => {
    const { outbox, id } = await enrol();
    const { right } = sandbox.world;
    right.enrollments = right.enrollments.filter((one) => !hers().includes(one.id));
    buy();
    expect(await outbox.undo(id)).toMatchObject({ state: 'done', already: true });
    expect([hers(), removals()]).toEqual([[BOUGHT], 0]);
  });

  test('what she bought stays where it is not told which is ours, and why is said', async () => {
    const { outbox, id } = await enrol(true);
    buy();
    await expect(outbox.undo(id)).rejects.toMatchObject({
      failure: { kind: 'bad-input', reason: expect.stringContaining('more than one enrolment') },
    });
    expect([hers().length, removals()]).toEqual([2, 0]);
  });

  test('where ours is the only one it is taken away, told or not', async () => {
    for (const isMute of [false, true]) {
      const { outbox, id } = await enrol(isMute);
      expect(hers()).toHaveLength(1);
      expect(await outbox.undo(id)).toMatchObject({ state: 'done' });
      expect(hers()).toEqual([]);
    }
  });

  test.each([false, true])(
    'what she bought while the taking back had to wait stays, %s',
    async (isMute) => {
      const { outbox, id } = await enrol(isMute);
      sandbox.break({ command: 'DELETE /school/enrollments/{id}', do: { status: 429 }, times: 1 });
      const waiting = await outbox.undo(id);
      expect(waiting.state).toBe('planned');
      buy();
      clock += 60_000;
      const settled = await outbox.settle(waiting.id);
      expect(settled.state).toBe(isMute ? 'refused' : 'done');
      expect(hers()).toContain(BOUGHT);
    },
  );
});
