/** Whether what is wanted is seen to be so in an account's catalogue. */
import { done, type Failure, failed, type Result } from '../failure';
import type { Catalogue } from '../people/catalogue';
import type { Choice } from '../people/details';
import type { Desk, DeskIntent } from '../people/intent';
import { NOT_SEARCHED, refusedBecause } from './words';

export interface CatalogueSight {
  isSo: boolean;
  /** As many people as carry the tag now, not as many as did when she was asked. */
  intent: DeskIntent;
  /** Why it may not be sent: the tag or field is no longer the one she saw. */
  stale: Failure | null;
}

const NO_TAG: Failure = { kind: 'not-found', what: 'tag' };
const NO_FIELD = refusedBecause('There is no such field any more');

/** Fails where the part that would tell could not be read. */
export function seeInCatalogue(intent: DeskIntent, catalogue: Catalogue): Result<CatalogueSight> {
  const { place } = intent.desk;
  const isRead = !place || !catalogue.places || catalogue.places.some(({ id }) => id === place.id);
  if (!isRead) return failed(NOT_SEARCHED);
  switch (intent.kind) {
    case 'create-tag':
    case 'rename-tag':
    case 'delete-tag':
      return seeTag(intent, catalogue);
    default:
      return seeField(intent, catalogue);
  }
}

function seeTag(
  intent: Extract<DeskIntent, { kind: 'create-tag' | 'rename-tag' | 'delete-tag' }>,
  { tags }: Catalogue,
): Result<CatalogueSight> {
  if (!tags.ok) return tags;
  const here = tags.value.filter(({ place }) => isAt(intent.desk, place?.id ?? null));
  if (intent.kind === 'create-tag') {
    return done({ isSo: here.some(isNamed(intent.name)), intent, stale: null });
  }
  const tag = here.find(({ id }) => id === intent.tag.id);
  if (intent.kind === 'rename-tag') return seeRenaming(intent, [intent.tag, tag], NO_TAG);
  const people = tag?.people ?? intent.people;
  return done({ isSo: !tag, intent: { ...intent, people }, stale: staleOf(intent.tag, tag) });
}

function seeField(
  intent: Extract<DeskIntent, { kind: 'create-field' | 'rename-field' | 'delete-field' }>,
  { fields }: Catalogue,
): Result<CatalogueSight> {
  if (!fields.ok) return fields;
  const here = fields.value.filter(({ place }) => isAt(intent.desk, place?.id ?? null));
  if (intent.kind === 'create-field') {
    const same = here.find(({ id }) => id === intent.slug);
    const isSo = same !== undefined && isNamed(intent.name)(same);
    return done({ isSo, intent, stale: same && !isSo ? refusedBecause(taken(same)) : null });
  }
  const field = here.find(({ id }) => id === intent.field.id);
  if (intent.kind === 'rename-field') return seeRenaming(intent, [intent.field, field], NO_FIELD);
  return done({ isSo: !field, intent, stale: staleOf(intent.field, field) });
}

function seeRenaming(
  intent: Extract<DeskIntent, { kind: 'rename-tag' | 'rename-field' }>,
  [seen, found]: [seen: Choice, found: Choice | undefined],
  missing: Failure,
): Result<CatalogueSight> {
  if (!found) return failed(missing);
  const isSo = found.name.trim() === intent.name.trim();
  return done({ isSo, intent, stale: isSo ? null : staleOf(seen, found) });
}

/** Never another one under the same id: what is destroyed is what was named (law 8). */
export function staleOf(seen: Choice, found: Choice | undefined): Failure | null {
  if (!found || isNamed(seen.name)(found)) return null;
  return refusedBecause(
    `“${seen.name}” is called “${found.name}” by now; look once more and decide again`,
  );
}

const taken = ({ id, name }: Choice): string =>
  `There is a field of that key (${id}) already, called “${name}”; choose another key`;

const isAt = ({ place }: Desk, placeId: string | null): boolean => (place?.id ?? null) === placeId;

/** Octeth keeps names small. */
const isNamed =
  (wanted: string) =>
  ({ name }: Choice): boolean =>
    name.trim().toLowerCase() === wanted.trim().toLowerCase();
