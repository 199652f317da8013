const SLUG_LENGTH = 60;

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

/** Why this cannot be a slug; null where it can. */
export const slugProblem = (slug: string): string | null =>
  /^[a-z][a-z\d_]*$/.test(slug) && slug.length <= SLUG_LENGTH
    ? null
    : 'Small letters, digits and _ only, beginning with a letter.';
