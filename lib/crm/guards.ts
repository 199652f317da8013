/** What is refused before any request goes out. */
import { FailureError } from '../failure';
import type { AccountRef, Place } from '../people/account';

/** Law 2: a write reaches no account but the one it names. */
export function assertAccount(expected: AccountRef, named: AccountRef): void {
  if (expected.id !== named.id)
    throw new FailureError({ kind: 'broken', where: 'account of write' });
}

/** Law 8: an empty or wild id could be read by a server as "everyone". */
export function assertId(id: string, field: string): string {
  if (/^[1-9]\d{0,15}$/.test(id)) return id;
  throw badInput(field, `The ${field} has no number of its own on the server, so nothing was sent`);
}

export function assertPlace(place: Place | null): Place {
  if (place) return { ...place, id: assertId(place.id, 'list') };
  throw badInput('list', 'In Octeth this needs a list, and none is named');
}

export function assertName(name: string): string {
  const trimmed = name.trim();
  if (trimmed === '') throw badInput('tag', 'A tag needs a name');
  if (trimmed.length > 64) throw badInput('tag', 'A tag’s name may have 64 characters at most');
  return trimmed;
}

export const badInput = (field: string, reason: string): FailureError =>
  new FailureError({ kind: 'bad-input', field, reason });

export const sameName = (one: string, other: string): boolean =>
  one.trim().toLowerCase() === other.trim().toLowerCase();
