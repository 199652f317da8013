/** Neither of Systeme.io's references names a limit: it has the last word. */
export const SLUG_LENGTH = 100;

/** Whether this may be the slug of a field of Systeme.io: it goes into a path, and nothing else may. */
export const isSlug = (text: string): boolean =>
  /^[a-z\d_]+$/.test(text) && text.length <= SLUG_LENGTH;
