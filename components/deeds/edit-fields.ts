/** Fields of one list or of several at once, what is typed into them, and what that changes: pure. */
import type { AddressChange, Field, FieldChange } from '@/lib/people/details';
import type { EmailAddress } from '@/lib/people/address';
import type { PersonIntent } from '@/lib/people/intent';
import { targetOf } from '@/lib/people/person';
import type { Profile } from '@/lib/people/profile';
import { fold } from '../ui/matching';
import type { Typed } from './deeds';

/** What one of her lists says. */
export interface FieldsOf {
  profile: Profile;
  fields: readonly Field[];
}

export interface EditField {
  /** The same on every list, so that typing outlives another choice of lists. */
  key: string;
  name: string;
  stands: { profile: Profile; id: string; value: string }[];
}

/** Fields of one list have ids of their own: over several lists only their names are the same. */
export function editFields(lists: readonly FieldsOf[]): EditField[] {
  const [first, ...others] = lists.map(keyed);
  if (!first) return [];
  return first.flatMap(({ key, name, stand }) => {
    const same = others.flatMap((list) => list.filter((field) => field.key === key));
    if (same.length < others.length) return [];
    return [{ key, name, stands: [stand, ...same.map((field) => field.stand)] }];
  });
}

/** Two fields of one name are told apart by their order. */
function keyed({ profile, fields }: FieldsOf) {
  const seen = new Map<string, number>();
  return fields.map(({ id, name, value }) => {
    const count = (seen.get(fold(name)) ?? 0) + 1;
    seen.set(fold(name), count);
    const key = count === 1 ? fold(name) : `${fold(name)} ${count}`;
    return { key, name, stand: { profile, id, value } };
  });
}

/** What stands in it everywhere; null where lists differ. */
export function valueOf({ stands }: EditField): string | null {
  const [first] = stands;
  return first && stands.every(({ value }) => value === first.value) ? first.value : null;
}

export const typedIn = (typed: readonly Typed[], key: string): string | null =>
  typed.find((entry) => entry.key === key)?.text ?? null;

/** Whether anything would be written into this field. */
export const isChanged = (field: EditField, typed: readonly Typed[]): boolean =>
  field.stands.some((stand) => changes(stand.value, typedIn(typed, field.key)));

const changes = (before: string, text: string | null): text is string =>
  text !== null && text !== before && text.trim() !== before;

/** What stood there, once something else is typed: “Newsletter: Ada · Customers: empty”. */
export function sayBefore(field: EditField): string {
  const value = valueOf(field);
  if (value !== null) return `Before: ${value === '' ? 'empty' : value}`;
  return field.stands
    .map(({ profile, value }) => `${profile.place?.name ?? ''}: ${value === '' ? 'empty' : value}`)
    .join(' · ');
}

interface Edit {
  lists: readonly FieldsOf[];
  typed: readonly Typed[];
  newAddress: EmailAddress | null;
  address: EmailAddress;
}

/** One write for each list, of what changes there and nothing else. */
export function updatesOf({ lists, typed, newAddress, address }: Edit): PersonIntent[] {
  const fields = editFields(lists);
  return lists.flatMap(({ profile }) => {
    const changed = fields.flatMap((field) => changesIn(field, typed, profile));
    const move: AddressChange | null =
      newAddress === null || newAddress === address
        ? null
        : { before: profile.address, after: newAddress };
    if (changed.length === 0 && move === null) return [];
    const target = targetOf(profile, address);
    return [{ kind: 'update', target, fields: changed, newAddress: move }];
  });
}

function changesIn(field: EditField, typed: readonly Typed[], profile: Profile): FieldChange[] {
  const stand = field.stands.find((each) => each.profile === profile);
  const text = typedIn(typed, field.key);
  if (!stand || !changes(stand.value, text)) return [];
  return [{ id: stand.id, name: field.name, before: stand.value, after: text.trim() }];
}
