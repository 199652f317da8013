/** What an account keeps to choose from, as its managers and pickers show it. */
import type { Result } from '../failure';
import type { Place } from './account';
import type { Choice } from './details';
import type { NamePart } from './name-parts';

export interface CataloguedTag extends Choice {
  /** The Octeth list it belongs to; null in Systeme.io. */
  place: Place | null;
  /** How many people carry it, where the server says. */
  people: number | null;
  /** What it is for, where the server keeps that. */
  description?: string;
}

/** How many people carry a tag, as far as they were counted. */
export interface TagCount {
  people: number;
  /** How many were looked at for it: everybody, where the server cannot be asked for these alone. */
  looked: number;
  /** Where to go on; null when nobody is left. */
  next: { way: 'filter' | 'walk'; after: string | null } | null;
}

/** A field of a list (Octeth) or of all contacts (Systeme.io, `id` is its slug). */
export interface CataloguedField extends Choice {
  place: Place | null;
  /** The server refuses to do without it. */
  required: boolean;
  /** Which part of a name it holds, where the server tells its merge tag too. */
  part?: NamePart | null;
}

export interface Course extends Choice {
  modules: Choice[];
}

/** Each part fails on its own; null where the system has no such thing. */
export interface Catalogue {
  /** When it was read, in milliseconds since 1970. */
  at: number;
  /** The Octeth lists it was read from; of others it says nothing. */
  places?: Place[];
  tags: Result<CataloguedTag[]>;
  fields: Result<CataloguedField[]>;
  courses: Result<Course[]> | null;
  communities: Result<Choice[]> | null;
}
