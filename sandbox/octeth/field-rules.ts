import type { CustomField, Subscriber } from '../world/octeth.ts';
import type { World } from '../world/world.ts';

export type Breach = 'required' | 'unique' | 'invalid';

/** Which rule of its field a value breaks on that list; `self` may keep what is hers. */
export function breachOf(
  field: CustomField,
  value: string,
  { world, listId, self }: { world: World; listId: number; self?: Subscriber | undefined },
): Breach | null {
  if (value.trim() === '') return field.required ? 'required' : null;
  if (field.validation === 'Numbers' && !/^\d+$/.test(value)) return 'invalid';
  const taken = world
    .onList(listId)
    .some((other) => other !== self && other.fields.get(field.id) === value);
  return field.unique && taken ? 'unique' : null;
}
