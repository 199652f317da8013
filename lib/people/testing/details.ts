import { done } from '../../failure';
import type { Details } from '../details';

const NO_ORIGIN: Details['origin'] = {
  since: null,
  confirmedAt: null,
  unsubscribedAt: null,
  from: null,
  page: null,
  locale: null,
};

/** Details that say nothing but this, for tests. */
export const detailsWith = (change: Partial<Details>): Details => ({
  at: 0,
  fields: done([]),
  places: null,
  segments: null,
  activity: null,
  revenue: null,
  origin: NO_ORIGIN,
  courses: null,
  communities: null,
  subscriptions: null,
  ...change,
});
