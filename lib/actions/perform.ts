import { done, failed, type Result, valueOf } from '../failure';
import {
  type DeskIntent,
  type Intent,
  type IntentOf,
  isListIntent,
  type ListIntent,
  type PersonIntent,
} from '../people/intent';
import type { ImportLoad } from '../people/list-work';
import type { Tag } from '../people/profile';
import { attempt } from '../crm/attempt';
import type { Ask, Crm, Noted } from '../crm/crm';

/** `isOpen`: a write was taken before this failed, so it may be done, whatever the failure says. */
export type Performed<Value> = Result<Value> & { isOpen?: true };

/** One deed. A new tag must have been created before, see `createTag`. */
export function perform(crm: Crm, intent: Intent): Promise<Performed<null>> {
  return guarded(async (ask) => {
    if (isListIntent(intent)) return performOnList(crm, intent, ask);
    if (intent.kind === 'remove-connection') {
      return crm.removeConnection(intent.connection.id, ask);
    }
    // What it makes has to be kept: `makeConnection`.
    if (intent.kind === 'create-connection') return failed({ kind: 'broken', where: 'connection' });
    if ('desk' in intent) return performAtDesk(crm, intent, ask);
    return intent.kind === 'add' ? crm.add(intent.person, ask) : performOn(crm, intent, ask);
  });
}

async function performOn(crm: Crm, intent: PersonIntent, ask: Ask): Promise<Result<null>> {
  const { target } = intent;
  switch (intent.kind) {
    case 'tag':
      if (intent.tag.id === null) return failed({ kind: 'not-found', what: 'tag' });
      return crm.tag(target, intent.tag.id, ask);
    case 'untag':
      return crm.untag(target, intent.tag.id, ask);
    case 'trigger-journey':
      return crm.triggerJourney(target, intent.journey, ask);
    case 'leave-journey':
      return crm.leaveJourney(target, intent.journey, ask);
    case 'exit-journey':
      return crm.exitJourney(target, intent.journey, ask);
    case 'update':
      return crm.update(target, { fields: intent.fields, address: intent.newAddress }, ask);
    case 'unsubscribe': {
      const { ipAddress, suppress } = intent;
      return crm.unsubscribe(target, { ipAddress, suppress }, ask);
    }
    case 'confirm':
      return crm.confirm(target, intent.code.trim(), ask);
    case 'delete':
      return crm.removePerson(target, ask);
    // What came of it has to be kept: `enrolIn`, `cancelPlan`.
    case 'enrol':
    case 'cancel':
      return failed({ kind: 'broken', where: intent.kind });
    default:
      return performAccess(crm, intent, ask);
  }
}

function performAccess(
  crm: Crm,
  intent: IntentOf<'unenrol' | 'join' | 'leave'>,
  ask: Ask,
): Promise<Result<null>> {
  const { target } = intent;
  switch (intent.kind) {
    case 'unenrol':
      return intent.only === undefined
        ? crm.unenrol(target, intent.course, ask)
        : crm.endEnrolment(target, { id: intent.only, course: intent.course }, ask);
    case 'join':
      return crm.join(target, intent.community, ask);
    case 'leave':
      return crm.leave(target, intent.community, ask);
  }
}

/** The same intent, which then knows the enrolment. */
export const enrolIn = (
  crm: Crm,
  intent: IntentOf<'enrol'>,
): Promise<Performed<IntentOf<'enrol'>>> =>
  guarded(async (ask) => {
    const { target, course, access } = intent;
    const made = await crm.enrol(target, course, access, ask);
    if (!made.ok) return made;
    return done(made.value === null ? intent : { ...intent, made: made.value });
  });

/** The same intent, which then knows when it ended. */
export const cancelPlan = (
  crm: Crm,
  intent: IntentOf<'cancel'>,
): Promise<Performed<IntentOf<'cancel'>>> =>
  guarded(async (ask) => {
    const { target, subscription, when } = intent;
    const ended = await crm.cancel(target, subscription.id, when, ask);
    return ended.ok ? done({ ...intent, ended: ended.value }) : ended;
  });

async function performAtDesk(crm: Crm, intent: DeskIntent, ask: Ask): Promise<Result<null>> {
  const { place } = intent.desk;
  switch (intent.kind) {
    case 'create-tag': {
      const description = intent.description?.trim();
      const wanted = { name: intent.name.trim(), ...(description && { description }) };
      const tag = await crm.ensureTag(place, wanted, ask);
      return tag.ok ? done(null) : tag;
    }
    case 'rename-tag':
      return crm.renameTag(place, intent.tag, intent.name.trim(), ask);
    case 'delete-tag':
      return crm.deleteTag(place, intent.tag, ask);
    case 'create-field':
      return crm.createField({ name: intent.name.trim(), slug: intent.slug.trim() }, ask);
    case 'rename-field':
      return crm.renameField(intent.field.id, intent.name.trim(), ask);
    case 'delete-field':
      return crm.deleteField(intent.field.id, ask);
  }
}

async function performOnList(crm: Crm, intent: ListIntent, ask: Ask): Promise<Result<null>> {
  const { place } = intent.desk;
  if (!place) return failed({ kind: 'not-found', what: 'list' });
  switch (intent.kind) {
    case 'import':
      // Its load is needed too: `beginImport`.
      return failed({ kind: 'broken', where: 'import' });
    case 'delete-people': {
      const [first, ...others] = intent.people.map(({ id }) => id);
      if (first === undefined) return failed({ kind: 'not-found', what: 'person' });
      return crm.removePeople(place, [first, ...others], ask);
    }
    case 'empty-list':
      return crm.removeEveryone(place, { alsoTags: intent.alsoTags }, ask);
  }
}

/** The same intent, which then knows what to ask after. */
export const beginImport = (
  crm: Crm,
  intent: IntentOf<'import'>,
  load: ImportLoad,
): Promise<Performed<IntentOf<'import'>>> =>
  guarded(async (ask) => {
    const { desk, tags, updateKnown, startActions } = intent;
    if (!desk.place) return failed({ kind: 'not-found', what: 'list' });
    const order = { ...load, tags, updateKnown, startActions };
    const job = await crm.importPeople(desk.place, order, ask);
    if (!job.ok) return job;
    // An import of the old way is over at once, and the server knows nothing of it afterwards.
    return done({ ...intent, jobId: job.value.state === 'done' ? null : job.value.id });
  });

/** The same intent, which then knows the connection. */
export const makeConnection = (
  crm: Crm,
  intent: IntentOf<'create-connection'>,
): Promise<Performed<IntentOf<'create-connection'>>> =>
  guarded(async (ask) => {
    const made = await crm.createConnection(ask);
    return made.ok ? done({ ...intent, connectionId: made.value }) : made;
  });

export const createTag = (crm: Crm, intent: IntentOf<'tag'>): Promise<Performed<Tag>> =>
  guarded((ask) => crm.ensureTag(intent.target.place, { name: intent.tag.name.trim() }, ask));

/** A back end returns its failures; one that throws all the same leaves doubt. */
async function guarded<Value>(
  deed: (ask: Ask) => Promise<Result<Value>>,
): Promise<Performed<Value>> {
  let isTaken = false;
  let isOpen = false;
  const note = (what: Noted): void => {
    if (what === 'taken') isTaken = true;
    else isOpen ||= isTaken;
  };
  const reply = await attempt('outbox', async () =>
    valueOf(await deed({ urgency: 'click', note })),
  );
  return isOpen && !reply.ok ? { ...reply, isOpen } : reply;
}
