/** Requests that are refused with a documented code: one for each, in each dialect. */
import type { Dialect } from '../dialect.ts';
import type { useSandbox } from '../testing.ts';

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
  bad?: Record<number, Change>;
  /** …and where they differ. */
  seed?: Record<number, Change>;
  public?: Record<number, Change>;
}

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
