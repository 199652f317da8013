/** The forms lie in files of their own: a glance does without them. */
import { lazily } from '../ui/lazily';
import type { AddPersonFormProps } from './AddPersonForm';
import type { DeedPanelProps } from './DeedPanel';
// Their styles come with the page: what is shown later is never without them.
import '../ui/choice.css';
import './deed-form.css';

export const LazyDeed = lazily<DeedPanelProps>(async () => (await import('./DeedPanel')).DeedPanel);

export const LazyAddPersonForm = lazily<AddPersonFormProps>(
  async () => (await import('./AddPersonForm')).AddPersonForm,
);
