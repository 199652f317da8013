import button from '@/components/ui/button.css?inline';
import standing from '@/components/people/standing.css?inline';
import theme from '@/components/theme.css?inline';
import tone from '@/components/ui/tone.css?inline';
import card from './card.css?inline';

/**
 * As one text for a shadow root. The tokens go on the dialog and not on the host, where rules of
 * the page would win over ours.
 */
export const STYLES = [
  theme.replaceAll(':root', '[role=dialog]'),
  tone,
  standing,
  button,
  card,
].join('');
