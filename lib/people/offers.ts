import type { Result } from '../failure';
import type { Place } from './account';
import type { Tag } from './profile';

export interface TagOffer extends Tag {
  place: Place | null;
  /** How many people carry it, where the server says. */
  people: number | null;
  /** What it is for, where the server keeps that. */
  description?: string;
}

export interface NewTag {
  name: string;
  /** What it is for; only Octeth keeps that. */
  description?: string;
}

export interface JourneyOffer {
  id: string;
  name: string;
  enabled: boolean;
  /** The list whose subscription starts it, where the server says. */
  placeId: string | null;
}

/** What can be chosen in an account; the two halves fail separately. */
export interface Offers {
  tags: Result<TagOffer[]>;
  /** Lists whose tags could not be read although others' could; absent where there is none. */
  missing?: Place[];
  journeys: Result<JourneyOffer[]>;
}
