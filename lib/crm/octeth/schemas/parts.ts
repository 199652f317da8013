/**
 * What Octeth's replies are made of, in every version's spelling: ids are numbers or strings, an
 * empty list may be `false`, a PHP array with gaps comes as an object. Strict about what is used,
 * silent about the rest.
 */
import * as v from 'valibot';

/** A positive whole number, kept as text. */
export const Id = v.pipe(
  v.union([v.string(), v.number()]),
  v.transform(String),
  v.check((id) => /^[1-9]\d{0,15}$/.test(id), 'a positive whole number'),
);

export const Text = v.optional(v.nullable(v.string()));
export const Count = v.optional(v.nullable(v.union([v.number(), v.string()])));

const FLAGS = new Map<unknown, boolean>([
  ...[true, 1, '1', 'true', 'Yes'].map((yes) => [yes, true] as const),
  ...[false, 0, '0', 'false', 'No', ''].map((no) => [no, false] as const),
]);
export const Flag = v.pipe(
  v.unknown(),
  v.transform((value) => FLAGS.get(value) ?? value),
  v.boolean(),
);

export const listOf = <Item extends v.GenericSchema>(item: Item) =>
  v.pipe(v.unknown(), v.transform(asArray), v.array(item));

export function asArray(value: unknown): unknown {
  if (value === false || value === null) return [];
  if (typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.keys(value).every((key) => /^\d+$/.test(key)) ? Object.values(value) : value;
}

/** A write's reply of which nothing is used once it is no refusal. */
export const AnyReply = v.looseObject({});
