/** Questions before a write lie in a file of their own, with all their words: a glance asks none. */
import { lazily } from '../ui/lazily';
import type { AsideLineProps } from './AsideLine';
import type { ConsentQuestionProps } from './ConsentQuestion';

export const LazyQuestion = lazily<ConsentQuestionProps>(
  async () => (await import('./questions')).ConsentQuestion,
);

export const LazyAsideLine = lazily<AsideLineProps>(
  async () => (await import('./questions')).AsideLine,
);
