import { lazily } from '../ui/lazily';
import type { MorePanelProps } from './MorePanel';
// Its styles come with the page: it is never shown without them.
import './more.css';

export const LazyMore = lazily<MorePanelProps>(async () => (await import('./MorePanel')).MorePanel);
