import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { foldAddress } from '../../people/address';
import { notable, startSandbox } from '../../../sandbox/sandbox.ts';
import type { Sandbox } from '../../../sandbox/sandbox.ts';
import { CLICK, systemeOn } from '../testing/fakes';

const limit = { calls: 1000, seconds: 1 };
const OK = { ok: true, value: null };
const watercolour = { id: '301', name: 'Watercolour for beginners' };

describe.each(['seed', 'public'] as const)('%s: one person twice in one course', (dialect) => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ dialect, matonLimit: limit });
  });
  beforeEach(() => sandbox.reset());
  afterAll(() => sandbox.close());

  const crmOf = () => systemeOn(sandbox, { limit });
  const contactId = () => sandbox.world.contact(notable.ada.email)?.id ?? 0;
  const target = () => ({
    account: crmOf().account,
    place: null,
    profileId: String(contactId()),
    address: foldAddress(notable.ada.email),
  });
  /** Newer than the one she has, so that it comes first. */
  const enrolAgain = (active: boolean, id = 990_001) =>
    sandbox.world.right.enrollments.push({
      ...{ id, courseId: 301, contactId: contactId() },
      ...{ accessType: 'full_access', active },
    });
  const hers = () =>
    sandbox.world.right.enrollments
      .filter((one) => one.contactId === contactId() && one.courseId === 301)
      .map(({ active }) => active);
  const writes = () => sandbox.log.filter(({ method }) => method !== 'GET').length;

  test('the one that is active is taken away, whichever comes first', async () => {
    enrolAgain(false);
    expect(await crmOf().unenrol(target(), watercolour, CLICK)).toEqual(OK);
    expect(hers()).toEqual([false]);
  });

  test('of two that are active the one that is named is taken away, once', async () => {
    enrolAgain(true);
    const crm = crmOf();
    const named = { id: '990001', course: watercolour };
    expect(await crm.endEnrolment(target(), named, CLICK)).toEqual(OK);
    expect(await crm.endEnrolment(target(), named, CLICK)).toEqual(OK);
    expect([hers(), writes()]).toEqual([[true], 1]);
    expect(sandbox.world.right.enrollments.some(({ id }) => id === 990_001)).toBe(false);
  });

  test('law 1: one that is named, and is in another course or another’s, is left', async () => {
    const others = sandbox.world.right.enrollments.filter((one) => one.contactId !== contactId());
    const before = sandbox.world.right.enrollments.length;
    for (const id of others.map((one) => String(one.id))) {
      expect(await crmOf().endEnrolment(target(), { id, course: watercolour }, CLICK)).toEqual(OK);
    }
    const elsewhere = { id: '302', name: 'Sourdough from scratch' };
    enrolAgain(true);
    await crmOf().endEnrolment(target(), { id: '990001', course: elsewhere }, CLICK);
    expect([sandbox.world.right.enrollments.length, writes()]).toEqual([before + 1, 0]);
  });

  test('with two that are active none is left', async () => {
    enrolAgain(true);
    expect(await crmOf().unenrol(target(), watercolour, CLICK)).toEqual(OK);
    expect(hers()).toEqual([]);
  });

  test('where none is active nothing is sent', async () => {
    for (const one of sandbox.world.right.enrollments) one.active = false;
    expect(await crmOf().unenrol(target(), watercolour, CLICK)).toEqual(OK);
    expect(writes()).toBe(0);
  });

  test('law 3: where one of two stays, that is said', async () => {
    enrolAgain(true);
    const crm = crmOf();
    sandbox.break({
      command: 'DELETE /school/enrollments/{id}',
      do: { delay: 0 },
      times: 1,
    });
    sandbox.break({
      command: 'DELETE /school/enrollments/{id}',
      do: { status: 422, body: { detail: 'Locked' } },
    });
    expect(await crm.unenrol(target(), watercolour, CLICK)).toMatchObject({
      failure: {
        kind: 'refused',
        reason: '1 of 2 enrolments was taken away, the next one not: Locked',
      },
    });
    expect(hers()).toHaveLength(1);
  });

  test('an inactive one does not hide that she is in the course already', async () => {
    enrolAgain(false);
    const full = { type: 'full_access' } as const;
    expect(await crmOf().enrol(target(), watercolour, full, CLICK)).toEqual(OK);
    expect(writes()).toBe(0);
    const drip = { type: 'dripping_content' } as const;
    expect(await crmOf().enrol(target(), watercolour, drip, CLICK)).toMatchObject({
      failure: { kind: 'refused', code: null },
    });
  });
});
