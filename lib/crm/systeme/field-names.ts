import { badInput } from '../guards';

/** It goes into a path: nothing else may. */
export function assertSlug(slug: string): string {
  if (/^[a-z0-9_]{1,100}$/i.test(slug)) return slug;
  throw badInput('slug', 'A slug has only letters, digits and underscores');
}

export function assertFieldName(name: string): string {
  const trimmed = name.trim();
  if (trimmed !== '') return trimmed;
  throw badInput('field', 'A field needs a name');
}
