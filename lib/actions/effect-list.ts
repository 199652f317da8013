/** Whether what is wanted is seen to be so on a list; and whether it may still be done to it. */
import type { Crm } from '../crm/crm';
import { done, type Failure, failed, type Result } from '../failure';
import type { IntentOf, ListIntent } from '../people/intent';
import { countedPeople } from '../people/people-words';
import { refusedBecause } from './words';

export interface ListSight {
  isSo: boolean;
  /** As many people as there are now, not as many as there were when she was asked. */
  intent: ListIntent;
  /** Why it may not be sent: those who were ticked are no longer who they were. */
  stale: Failure | null;
}

const ASK = { urgency: 'click' } as const;
const NO_LIST: Failure = { kind: 'not-found', what: 'list' };

/** Fails where the list could not be read. */
export async function seeOnList(intent: ListIntent, crm: Crm): Promise<Result<ListSight>> {
  switch (intent.kind) {
    case 'import':
      return done({ isSo: false, intent, stale: null });
    case 'delete-people':
      return seeDeleting(intent, crm);
    case 'empty-list':
      return seeEmptying(intent, crm);
  }
}

async function seeDeleting(
  intent: IntentOf<'delete-people'>,
  crm: Crm,
): Promise<Result<ListSight>> {
  const { desk, people } = intent;
  if (!desk.place) return failed(NO_LIST);
  const there = await crm.stillThere(desk.place, people, ASK);
  if (!there.ok) return there;
  const missing = people.length - there.value.length;
  const isSo = there.value.length === 0;
  return done({ isSo, intent, stale: missing > 0 && !isSo ? refusedBecause(gone(missing)) : null });
}

const gone = (missing: number): string =>
  `${countedPeople(missing)} of these ${missing === 1 ? 'is' : 'are'} gone or have another address by now; load the page again and choose once more`;

async function seeEmptying(intent: IntentOf<'empty-list'>, crm: Crm): Promise<Result<ListSight>> {
  if (!intent.desk.place) return failed(NO_LIST);
  const size = await crm.listSize(intent.desk.place, ASK);
  if (!size.ok) return size;
  const { people, tags, name } = size.value;
  const isSo = people === 0 && (tags === 0 || !intent.alsoTags);
  const stale = isSo ? null : renamedFrom(intent.desk.place.name, name);
  return done({ isSo, intent: { ...intent, people }, stale });
}

/** What is emptied is the list whose name was typed (law 8). */
function renamedFrom(seen: string, name: string | null): Failure | null {
  if (name === null || name.trim() === seen.trim()) return null;
  return refusedBecause(
    `“${seen}” is called “${name}” by now; press Test and save in the options of this account, then decide again`,
  );
}
