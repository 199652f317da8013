import { isSlug, SLUG_LENGTH } from '@/lib/people/slug';

/** The slug that Systeme.io itself would make of a name. */
export const slugOf = (name: string): string =>
  name
    .replace(/ß/g, 'ss')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, SLUG_LENGTH);

/** Why this cannot be the slug of a new field; null where it can. */
export function slugProblem(slug: string): string | null {
  if (slug.length > SLUG_LENGTH) return `At most ${SLUG_LENGTH} characters.`;
  const isGood = /^[a-z]/.test(slug) && isSlug(slug);
  return isGood ? null : 'Small letters, digits and _ only, beginning with a letter.';
}
