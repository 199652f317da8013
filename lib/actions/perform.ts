import type { Crm } from '../crm/crm';
import { failed, failureOf, type Result } from '../failure';
import type { Intent } from '../people/intent';
import type { Tag } from '../people/profile';

const ASK = { urgency: 'click' } as const;

/** One request. A new tag must have been created before, see `createTag`. */
export function perform(crm: Crm, intent: Intent): Promise<Result<null>> {
  return guarded(async () => {
    switch (intent.kind) {
      case 'tag':
        if (intent.tag.id === null) return failed({ kind: 'not-found', what: 'tag' });
        return crm.tag(intent.target, intent.tag.id, ASK);
      case 'untag':
        return crm.untag(intent.target, intent.tag.id, ASK);
      case 'trigger-journey':
        return crm.triggerJourney(intent.target, intent.journey, ASK);
      case 'leave-journey':
        return crm.leaveJourney(intent.target, intent.journey, ASK);
      case 'add':
        return crm.add(intent.person, ASK);
    }
  });
}

export const createTag = (
  crm: Crm,
  intent: Extract<Intent, { kind: 'tag' }>,
): Promise<Result<Tag>> =>
  guarded(() => crm.ensureTag(intent.target.place, intent.tag.name.trim(), ASK));

/** A back end returns its failures; one that throws all the same leaves doubt. */
async function guarded<Value>(ask: () => Promise<Result<Value>>): Promise<Result<Value>> {
  try {
    return await ask();
  } catch (error) {
    return failed(failureOf(error, 'outbox'));
  }
}
