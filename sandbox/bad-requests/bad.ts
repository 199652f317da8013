/** Requests that are refused with a documented code: one for each, in each dialect. */
import type { Dialect } from '../dialect.ts';
import type { useSandbox } from '../testing.ts';
import type { Condition } from '../world/conditions.ts';

export type Parameters = Record<string, unknown>;
export type Here = ReturnType<typeof useSandbox>;

/** What is changed in the good request; what is `undefined` is left out of it. */
export type Change =
  | Parameters
  | ((here: Here, dialect: Dialect) => Parameters | Promise<Parameters>);

export interface BadRequests {
  /** Answered with success. */
  good: Change;
  /** By code, in both dialects… */
  bad?: ByCode;
  /** …and where they differ. */
  seed?: ByCode;
  public?: ByCode;
}

/** One for each reading that a number has. */
type ByCode = Record<number, Change | Change[]>;

export function badOf(
  { bad, ...asked }: BadRequests,
  dialect: Dialect,
): { code: number; change: Change }[] {
  return Object.entries({ ...bad, ...asked[dialect] }).flatMap(([code, changes]) =>
    [changes].flat().map((change) => ({ code: Number(code), change })),
  );
}

/** The good request with the change made to it. */
export async function madeOf(
  { good }: BadRequests,
  change: Change,
  [here, dialect]: [here: Here, dialect: Dialect],
): Promise<Parameters> {
  const made = (one: Change) => (typeof one === 'function' ? one(here, dialect) : one);
  return { ...(await made(good)), ...(await made(change)) };
}

/** As it is, on a server of which this is so. */
export const where =
  (condition: Condition, change: Parameters = {}): Change =>
  ({ world }) => {
    world.conditions.add(condition);
    return change;
  };

/** Without this parameter. */
export const without = (...names: string[]): Parameters =>
  Object.fromEntries(names.map((name) => [name, undefined]));

/** No list has it. */
export const NO_LIST = 999;
/** No person, tag or journey has it. */
export const NO_ID = 999_999;
export const ADA = 'ada@lovelace.dev';
export const ADA_ID = 1001;
/** Somebody else on the same list. */
export const LINUS = 'linus@kernel.org';
export const LEFT = 'tim@berners-lee.example';
export const PENDING = 'katherine@johnson.example';
/** Required, unique and numeric, on the list 27. */
export const CUSTOMER_NUMBER = 53;
export const CUSTOMERS = 27;
