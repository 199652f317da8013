/**
 * Systeme.io has no list of codes: the statuses are those of its errors, and what is said of each
 * operation is what that one can be refused for.
 */
import type { Codes } from './operation.ts';

/** What the gateway and Systeme.io say of any operation. */
export const SYSTEME_ANY: Codes = {
  400: 'Missing Systeme.io connection or bad request',
  401: 'Invalid or missing Maton API key; or Systeme.io no longer knows the key Maton keeps',
  403: 'Not accessible with this plan or key',
  429: 'Rate limited (check Retry-After header)',
  500: 'Passthrough error from Systeme.io API',
};

export const GONE: Codes = { 404: 'Not Found' };
export const REFUSED: Codes = { 422: 'A value is not accepted: violations name it' };
export const PAGES: Codes = { 422: 'Wrong value of pagination limit parameter' };
export const BOTH: Codes = { ...GONE, ...REFUSED };
export const system = 'systeme';
