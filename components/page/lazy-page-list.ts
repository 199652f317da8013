import { lazily } from '../ui/lazily';
import type { PageListProps } from './PageList';

/** A glance does without it: its file and its styles are read when the list is opened. */
export const LazyPageList = lazily<PageListProps>(
  async () => (await import('./PageList')).PageList,
);
