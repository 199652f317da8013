/** How accounts lie in storage. Reading one bad account never costs the others (law 4). */
import * as v from 'valibot';
import { ACCOUNTS_KEY, type Account } from '../people/account';
import type { KeptShape } from '../storage/kept';

const id = v.pipe(v.string(), v.minLength(1));
const place = v.object({ id, name: v.string() });
const base = {
  id,
  name: v.pipe(v.string(), v.minLength(1)),
  paused: v.boolean(),
  keyTail: v.string(),
  limit: v.object({
    calls: v.pipe(v.number(), v.integer(), v.minValue(1)),
    seconds: v.pipe(v.number(), v.integer(), v.minValue(1)),
  }),
};

const accountSchema = v.variant('system', [
  v.object({
    ...base,
    system: v.literal('octeth'),
    server: v.pipe(v.string(), v.url()),
    lists: v.array(v.object({ ...place.entries, searched: v.boolean() })),
    listsByHand: v.boolean(),
    journeysByHand: v.array(place),
  }),
  v.object({
    ...base,
    system: v.literal('systeme'),
    gateway: v.pipe(v.string(), v.url()),
    control: v.pipe(v.string(), v.url()),
    connection: v.object({ id, label: v.string() }),
  }),
]) satisfies v.GenericSchema<unknown, Account>;

export const accountsShape: KeptShape<Account[]> = {
  key: ACCOUNTS_KEY,
  schema: v.array(accountSchema),
  fallback: [],
  salvage: (value) => {
    if (!Array.isArray(value)) return null;
    const read = value.map((entry: unknown) => ({ entry, ...v.safeParse(accountSchema, entry) }));
    return {
      value: read.flatMap(({ success, output }) => (success ? [output] : [])),
      broken: read.filter(({ success }) => !success).map(({ entry }) => entry),
    };
  },
};

const named = v.object({ name: v.string() });
const identified = v.object({ id: v.string() });
/** Of all accounts: what was kept by another version, or is no list of accounts. */
const whole = v.union([v.object({ version: v.number() }), v.array(v.unknown())]);

/** What is said of an account that was set aside, or of all of them. */
export function sayBrokenAccount(value: unknown): string {
  const read = v.safeParse(named, value);
  if (read.success) {
    return `The account “${read.output.name}” could not be read and was set aside. Connect it again; your other accounts are untouched.`;
  }
  return v.is(whole, value)
    ? 'Your accounts could not be read and were set aside. Another version of Addressee may have kept them. Connect them again.'
    : 'An account could not be read and was set aside. Connect again whichever is missing.';
}

/**
 * Of one account its id. Of all of them, in whatever shape, every text and every name of a field:
 * ids are among these, and nothing else there is taken for one, since ids are made at random.
 */
export function idsOfBroken(value: unknown): string[] {
  const read = v.safeParse(identified, value);
  return read.success ? [read.output.id] : textsOf(value);
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => [name, ...textsOf(part)]);
}
