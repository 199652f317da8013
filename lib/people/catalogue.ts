/** What an account keeps to choose from, as its managers and pickers show it. */
import type { Result } from '../failure';
import type { Place } from './account';
import type { Choice } from './details';

export interface CataloguedTag extends Choice {
  /** The Octeth list it belongs to; null in Systeme.io. */
  place: Place | null;
  /** How many people carry it, where the server says. */
  people: number | null;
}

/** A field of a list (Octeth) or of all contacts (Systeme.io, `id` is its slug). */
export interface CataloguedField extends Choice {
  place: Place | null;
  /** The server refuses to do without it. */
  required: boolean;
}

export interface Course extends Choice {
  modules: Choice[];
}

/** Each part fails on its own; null where the system has no such thing. */
export interface Catalogue {
  /** When it was read, in milliseconds since 1970. */
  at: number;
  tags: Result<CataloguedTag[]>;
  fields: Result<CataloguedField[]>;
  courses: Result<Course[]> | null;
  communities: Result<Choice[]> | null;
}
