import type { MarkKind } from '@/lib/people/mark';
import './mark-legend.css';

const LINES: [MarkKind, string][] = [
  ['one', 'Known in one system, and in good standing'],
  ['both', 'Known in Octeth and in Systeme.io, and in good standing'],
  ['pending', 'Not confirmed yet'],
  ['attention', 'Unsubscribed or soft bounced'],
  ['stop', 'Suppressed or bounced: do not mail'],
  ['absent', 'Looked up and not found'],
  ['unknown', 'Not looked up yet'],
];

/** What each mark means, drawn as on a page. */
export function MarkLegend() {
  return (
    <ul class="mark-legend" aria-label="What the marks mean">
      {LINES.map(([kind, meaning]) => (
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
