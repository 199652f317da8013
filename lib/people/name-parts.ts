/** Which custom field holds a person's name, by what it is called: no server says so itself. */
export type NamePart = 'first' | 'last' | 'whole';

const CALLED: Record<NamePart, string[]> = {
  first: ['firstname', 'givenname', 'forename'],
  last: ['lastname', 'surname', 'familyname'],
  whole: ['name', 'fullname'],
};
const PARTS: NamePart[] = ['first', 'last', 'whole'];

/** “first_name”, “First name” and “FirstName” are one. */
export const plainName = (name: string): string =>
  name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

/** By the first of its names that says so: its merge tag, or its title. Null for all others. */
export function partOfName(...names: (string | null | undefined)[]): NamePart | null {
  const called = names.map((name) => plainName(name ?? ''));
  const parts = called.flatMap((name) => PARTS.filter((part) => CALLED[part].includes(name)));
  return parts[0] ?? null;
}

/** What cannot be kept of a name where these parts alone have a field: the whole stands in for both. */
export function unheldBy(parts: readonly (NamePart | null)[]): { first: boolean; last: boolean } {
  const [first, last] = [parts.includes('first'), parts.includes('last')];
  const isWhole = !first && !last && parts.includes('whole');
  return { first: !first && !isWhole, last: !last && !isWhole };
}
