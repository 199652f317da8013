/** What the chosen lists keep to choose from, and changing it. */
import { failed, FailureError } from '../../failure';
import type { Result } from '../../failure';
import type { AccountRef, Place } from '../../people/account';
import { sameAddress } from '../../people/address';
import type { CataloguedField } from '../../people/catalogue';
import type { Choice } from '../../people/details';
import type { Target } from '../../people/intent';
import { partOfName } from '../../people/name-parts';
import { attempt } from '../attempt';
import type { Ask, CatalogueDeeds } from '../crm';
import { assertId, assertName, assertPlace, sameName } from '../guards';
import type { OctethClient } from './client';
import { tagOf } from './map';
import { readTags } from './offers';
import { onList } from './writes';

const FIELDS_ELSEWHERE: Result<never> = failed({
  kind: 'refused',
  reason: 'Octeth’s fields are made and changed in Octeth itself, on the list’s own page',
  code: null,
});

/** With its tags Octeth tells how many carry each, or does not. */
const UNTOLD: Result<never> = failed({
  kind: 'bad-input',
  field: 'tag',
  reason: 'This server does not tell how many people carry a tag',
});

export const catalogueDeeds = (
  client: OctethClient,
  { places, now }: { places: Place[]; now: () => number },
): CatalogueDeeds => ({
  async catalogue(ask) {
    const [{ missing, ...tags }, fields] = await Promise.all([
      readTags(client, places, ask),
      attempt('octeth fields', () => fieldsOf(client, places, ask)),
    ]);
    return {
      at: now(),
      places,
      // A manager that hides one list's tags would say of them that they are not there.
      tags: missing ? failed(unread(missing)) : tags,
      fields,
      courses: null,
      communities: null,
    };
  },
  renameTag: (place, tag, name, ask) =>
    attempt('octeth renameTag', async () => {
      const [{ id: listId }, wanted] = [assertPlace(place), assertName(name)];
      const current = await nameNow(client, { listId, tag }, ask);
      if (current === null) throw new FailureError({ kind: 'not-found', what: 'tag' });
      if (current === wanted) return null;
      assertStill(tag, current);
      await client.updateTag(listId, tag.id, wanted, ask);
      return null;
    }),
  deleteTag: (place, tag, ask) =>
    attempt('octeth deleteTag', async () => {
      const { id: listId } = assertPlace(place);
      const current = await nameNow(client, { listId, tag }, ask);
      // What is gone already needs no taking away.
      if (current === null) return null;
      assertStill(tag, current);
      await client.deleteTag(listId, tag.id, ask);
      return null;
    }),
  countTag: async () => UNTOLD,
  createField: async () => FIELDS_ELSEWHERE,
  renameField: async () => FIELDS_ELSEWHERE,
  deleteField: async () => FIELDS_ELSEWHERE,
});

/** What the list calls the tag now; null where it has none of that number. */
async function nameNow(
  client: OctethClient,
  { listId, tag }: { listId: string; tag: Choice },
  ask: Ask,
): Promise<string | null> {
  const id = assertId(tag.id, 'tag');
  const { Tags } = await client.tags(listId, ask);
  const row = Tags.map(tagOf).find((one) => one.id === id);
  return row ? row.name : null;
}

/** The tag still bears the name that was read and agreed to (law 8). */
function assertStill(tag: Choice, current: string): void {
  if (sameName(current, tag.name)) return;
  const reason = `This tag is called “${current}” by now, no longer “${tag.name}”`;
  throw new FailureError({ kind: 'refused', reason, code: null });
}

const unread = (missing: Place[]) =>
  ({
    kind: 'refused',
    reason: `The tags of ${missing.map(({ name }) => name).join(', ')} could not be read`,
    code: null,
  }) as const;

async function fieldsOf(
  client: OctethClient,
  places: Place[],
  ask: Ask,
): Promise<CataloguedField[]> {
  const all = await Promise.all(
    places.map(async (place) => {
      const { CustomFields } = await client.customFields(place.id, ask);
      return CustomFields.map((row) => ({
        id: row.CustomFieldID,
        name: row.FieldName ?? `Field ${row.CustomFieldID}`,
        place,
        required: row.IsRequired === 'Yes' || row.IsRequired === '1',
        part: partOfName(row.MergeTagAlias, row.FieldName),
      }));
    }),
  );
  return all.flat();
}

/** Read again first: by now the number may be somebody else's (law 1). */
export async function removePerson(
  client: OctethClient,
  { account, target }: { account: AccountRef; target: Target },
  ask: Ask,
): Promise<null> {
  const who = onList(account, target);
  const { SubscriberInformation: person } = await client.subscriber(who, ask);
  if (person.SubscriberID !== who.personId || !sameAddress(person.EmailAddress, target.address)) {
    throw new FailureError({ kind: 'not-found', what: 'person' });
  }
  await client.deletePeople(who.listId, [who.personId], ask);
  return null;
}
