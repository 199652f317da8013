import { done, failed, failureOf, type Result } from '../failure';
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
import type { Crm } from '../crm/crm';

const ASK = { urgency: 'click' } as const;

/** One request. A new tag must have been created before, see `createTag`. */
export function perform(crm: Crm, intent: Intent): Promise<Result<null>> {
  return guarded(async () => {
    if (isListIntent(intent)) return performOnList(crm, intent);
    if (intent.kind === 'remove-connection') {
      return crm.removeConnection(intent.connection.id, ASK);
    }
    // What it makes has to be kept: `makeConnection`.
    if (intent.kind === 'create-connection') return failed({ kind: 'broken', where: 'connection' });
    if ('desk' in intent) return performAtDesk(crm, intent);
    return intent.kind === 'add' ? crm.add(intent.person, ASK) : performOn(crm, intent);
  });
}

async function performOn(crm: Crm, intent: PersonIntent): Promise<Result<null>> {
  const { target } = intent;
  switch (intent.kind) {
    case 'tag':
      if (intent.tag.id === null) return failed({ kind: 'not-found', what: 'tag' });
      return crm.tag(target, intent.tag.id, ASK);
    case 'untag':
      return crm.untag(target, intent.tag.id, ASK);
    case 'trigger-journey':
      return crm.triggerJourney(target, intent.journey, ASK);
    case 'leave-journey':
      return crm.leaveJourney(target, intent.journey, ASK);
    case 'exit-journey':
      return crm.exitJourney(target, intent.journey, ASK);
    case 'update':
      return crm.update(target, { fields: intent.fields, address: intent.newAddress }, ASK);
    case 'unsubscribe': {
      const { ipAddress, suppress } = intent;
      return crm.unsubscribe(target, { ipAddress, suppress }, ASK);
    }
    case 'confirm':
      return crm.confirm(target, intent.code.trim(), ASK);
    case 'delete':
      return crm.removePerson(target, ASK);
    // How it ended has to be kept: `cancelPlan`.
    case 'cancel':
      return failed({ kind: 'broken', where: 'cancel' });
    default:
      return performAccess(crm, intent);
  }
}

function performAccess(
  crm: Crm,
  intent: IntentOf<'enrol' | 'unenrol' | 'join' | 'leave'>,
): Promise<Result<null>> {
  const { target } = intent;
  switch (intent.kind) {
    case 'enrol':
      return crm.enrol(target, intent.course, intent.access, ASK);
    case 'unenrol':
      return crm.unenrol(target, intent.course, ASK);
    case 'join':
      return crm.join(target, intent.community, ASK);
    case 'leave':
      return crm.leave(target, intent.community, ASK);
  }
}

/** The same intent, which then knows when it ended. */
export const cancelPlan = (
  crm: Crm,
  intent: IntentOf<'cancel'>,
): Promise<Result<IntentOf<'cancel'>>> =>
  guarded(async () => {
    const { target, subscription, when } = intent;
    const ended = await crm.cancel(target, subscription.id, when, ASK);
    return ended.ok ? done({ ...intent, ended: ended.value }) : ended;
  });

async function performAtDesk(crm: Crm, intent: DeskIntent): Promise<Result<null>> {
  const { place } = intent.desk;
  switch (intent.kind) {
    case 'create-tag': {
      const description = intent.description?.trim();
      const wanted = { name: intent.name.trim(), ...(description && { description }) };
      const tag = await crm.ensureTag(place, wanted, ASK);
      return tag.ok ? done(null) : tag;
    }
    case 'rename-tag':
      return crm.renameTag(place, intent.tag, intent.name.trim(), ASK);
    case 'delete-tag':
      return crm.deleteTag(place, intent.tag, ASK);
    case 'create-field':
      return crm.createField({ name: intent.name.trim(), slug: intent.slug.trim() }, ASK);
    case 'rename-field':
      return crm.renameField(intent.field.id, intent.name.trim(), ASK);
    case 'delete-field':
      return crm.deleteField(intent.field.id, ASK);
  }
}

async function performOnList(crm: Crm, intent: ListIntent): Promise<Result<null>> {
  const { place } = intent.desk;
  if (!place) return failed({ kind: 'not-found', what: 'list' });
  switch (intent.kind) {
    case 'import':
      // Its load is needed too: `beginImport`.
      return failed({ kind: 'broken', where: 'import' });
    case 'delete-people': {
      const [first, ...others] = intent.people.map(({ id }) => id);
      if (first === undefined) return failed({ kind: 'not-found', what: 'person' });
      return crm.removePeople(place, [first, ...others], ASK);
    }
    case 'empty-list':
      return crm.removeEveryone(place, { alsoTags: intent.alsoTags }, ASK);
  }
}

/** The same intent, which then knows what to ask after. */
export const beginImport = (
  crm: Crm,
  intent: IntentOf<'import'>,
  load: ImportLoad,
): Promise<Result<IntentOf<'import'>>> =>
  guarded(async () => {
    const { desk, tags, updateKnown, startActions } = intent;
    if (!desk.place) return failed({ kind: 'not-found', what: 'list' });
    const order = { ...load, tags, updateKnown, startActions };
    const job = await crm.importPeople(desk.place, order, ASK);
    if (!job.ok) return job;
    // An import of the old way is over at once, and the server knows nothing of it afterwards.
    return done({ ...intent, jobId: job.value.state === 'done' ? null : job.value.id });
  });

/** The same intent, which then knows the connection. */
export const makeConnection = (
  crm: Crm,
  intent: IntentOf<'create-connection'>,
): Promise<Result<IntentOf<'create-connection'>>> =>
  guarded(async () => {
    const made = await crm.createConnection(ASK);
    return made.ok ? done({ ...intent, connectionId: made.value }) : made;
  });

export const createTag = (crm: Crm, intent: IntentOf<'tag'>): Promise<Result<Tag>> =>
  guarded(() => crm.ensureTag(intent.target.place, { name: intent.tag.name.trim() }, ASK));

/** A back end returns its failures; one that throws all the same leaves doubt. */
async function guarded<Value>(ask: () => Promise<Result<Value>>): Promise<Result<Value>> {
  try {
    return await ask();
  } catch (error) {
    return failed(failureOf(error, 'outbox'));
  }
}
