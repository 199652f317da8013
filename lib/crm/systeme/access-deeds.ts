/**
 * Courses, communities and subscriptions. The server's own numbers are looked up before each
 * write; what is so already is done.
 */
import * as v from 'valibot';
import { FailureError, failureOf } from '../../failure';
import type { CourseAccess } from '../../people/details';
import type { Target } from '../../people/intent';
import { attempt } from '../attempt';
import type { AccessDeeds, Ask } from '../crm';
import { assertId } from '../guards';
import { cancel } from './cancel';
import type { Systeme } from './find';
import { isInvalid, isMissing } from './refusals';
import { enrollmentsOf, isActive, membershipsOf } from './rows';
import { Enrollment } from './schemas';
import { needHer } from './target';

/** How often a queued membership is looked for before it is called unknown. */
const LOOKS = 3;

export interface AccessOptions extends Systeme {
  /** Between two looks at what the server has only queued. */
  pauseMs: number;
  gateway: string;
}

export function accessDeeds(options: AccessOptions): AccessDeeds {
  const { account, client } = options;
  const idOf = async (target: Target, ask: Ask) =>
    (await needHer({ account, client, target }, ask)).id;
  return {
    enrol: (target, course, access, ask) =>
      attempt('systeme enrol', async () => {
        const [of, wanted] = [assertId(course.id, 'course'), checked(access)];
        return enrol(options, { contactId: await idOf(target, ask), of, access: wanted }, ask);
      }),
    unenrol: (target, course, ask) =>
      attempt('systeme unenrol', async () => {
        const of = assertId(course.id, 'course');
        const whose = { contactId: await idOf(target, ask), of };
        return takeAway(
          async () => (await enrollmentsOf(client, whose, ask)).filter(isActive),
          (id) => client.deleteEnrollment(id, ask),
        );
      }),
    endEnrolment: (target, { id, course }, ask) =>
      attempt('systeme end enrolment', async () => {
        const [of, only] = [assertId(course.id, 'course'), assertId(id, 'enrolment')];
        const whose = { contactId: await idOf(target, ask), of, only };
        return takeAway(
          async () => (await enrollmentsOf(client, whose, ask)).filter(isActive),
          (its) => client.deleteEnrollment(its, ask),
        );
      }),
    join: (target, community, ask) =>
      attempt('systeme join', async () => {
        const of = assertId(community.id, 'community');
        return join(options, { contactId: await idOf(target, ask), of }, ask);
      }),
    leave: (target, community, ask) =>
      attempt('systeme leave', async () => {
        const of = assertId(community.id, 'community');
        const whose = { contactId: await idOf(target, ask), of };
        return takeAway(
          () => membershipsOf(client, whose, ask),
          (id) => client.deleteMembership(id, ask),
        );
      }),
    cancel: (target, subscriptionId, when, ask) =>
      attempt('systeme cancel', async () => {
        const id = assertId(subscriptionId, 'subscription');
        return cancel(options, { contactId: await idOf(target, ask), id, when }, ask);
      }),
  };
}

interface Entry {
  contactId: string;
  of: string;
}

async function enrol(
  { client }: Systeme,
  { access, ...whose }: Entry & { access: CourseAccess },
  ask: Ask,
): Promise<string | null> {
  const read = async () =>
    (await unlessCutShort(enrollmentsOf(client, whose, ask))).filter(isActive);
  const before = await read();
  if (before.some((one) => isSo(one, access))) return null;
  assertNotOtherwise(before, access);
  try {
    const { contactId } = whose;
    return idIn(await client.createEnrollment(whose.of, { contactId, access }, ask), whose);
  } catch (error) {
    if (!isInvalid(error)) throw error;
    if (!(await read()).some((one) => isSo(one, access))) throw error;
  }
  return null;
}

/** What was made, where the answer tells of it; law 1: of this person and this course. */
function idIn(reply: unknown, { contactId, of }: Entry): string | null {
  const made = v.safeParse(Enrollment, reply);
  if (!made.success) return null;
  const { id, contact, course } = made.output;
  return contact.id === contactId && course.id === of ? id : null;
}

/** Which modules are open is not told, so of partial access it is never known. */
const isSo = ({ accessType }: Enrollment, access: CourseAccess): boolean =>
  accessType === access.type && !('modules' in access);

/** Access is not changed by enrolling once more. */
function assertNotOtherwise(before: Enrollment[], access: CourseAccess): void {
  if (before.every(({ accessType }) => accessType === access.type)) return;
  throw new FailureError({
    kind: 'refused',
    reason: 'She is in this course with another kind of access; take her out of it first',
    code: null,
  });
}

async function join(
  { client, pauseMs, gateway }: AccessOptions,
  whose: Entry,
  ask: Ask,
): Promise<null> {
  const read = () => unlessCutShort(membershipsOf(client, whose, ask));
  if ((await read()).length > 0) return null;
  try {
    await client.createMembership(whose.of, whose.contactId, ask);
  } catch (error) {
    if (isInvalid(error) && (await read()).length > 0) return null;
    throw error;
  }
  for (let look = 1; ; look += 1) {
    if ((await read()).length > 0) return null;
    if (look === LOOKS) break;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  // Accepted and not there yet: neither done nor refused.
  throw new FailureError({ kind: 'timeout', host: new URL(gateway).host });
}

/** All there are; what is gone already needs no taking away. */
async function takeAway(
  read: () => Promise<{ id: string }[]>,
  remove: (id: string) => Promise<unknown>,
): Promise<null> {
  const rows = await read();
  for (const [index, row] of rows.entries()) {
    try {
      await remove(row.id);
    } catch (error) {
      const isGone = isMissing(error) && !(await read()).some(({ id }) => id === row.id);
      if (!isGone) throw saidAfter(error, [index, rows.length]);
    }
  }
  return null;
}

/** Law 3: that some were taken away before one was refused is not kept back. */
function saidAfter(error: unknown, [gone, all]: [gone: number, all: number]): unknown {
  const failure = failureOf(error, 'systeme access');
  if (gone === 0 || failure.kind !== 'refused') return error;
  const before = `${gone} of ${all} enrolments ${gone === 1 ? 'was' : 'were'} taken away`;
  return new FailureError({ ...failure, reason: `${before}, the next one not: ${failure.reason}` });
}

/** Before something is added: the server itself refuses what we did not come far enough to see. */
async function unlessCutShort<Row>(rows: Promise<Row[]>): Promise<Row[]> {
  try {
    return await rows;
  } catch (error) {
    if (failureOf(error, 'systeme access').kind === 'cut-short') return [];
    throw error;
  }
}

/** The types ask for a module; what came over a message may have lost them. */
function checked(access: CourseAccess): CourseAccess {
  if ('modules' in access) for (const module of access.modules) assertId(module, 'module');
  return access;
}
