import { MARK_MEANINGS } from '@/lib/people/mark-words';
import './mark-legend.css';

/** What each mark means, drawn as on a page. */
export function MarkLegend() {
  return (
    <ul class="mark-legend" aria-label="What the marks mean">
      {Object.entries(MARK_MEANINGS).map(([kind, meaning]) => (
        <li key={kind}>
          <span class={`mark ${kind}`} aria-hidden="true">
            <span>name@…</span>
          </span>
          {meaning}
        </li>
      ))}
    </ul>
  );
}
