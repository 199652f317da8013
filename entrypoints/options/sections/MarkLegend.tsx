import type { MarkKind } from '@/lib/people/mark';
import './mark-legend.css';

const LINES: [MarkKind, string][] = [
  ['one', 'Known in one system, and in good standing'],
  ['both', 'Known in Octeth and in Systeme.io, and in good standing'],
  ['attention', 'Unsubscribed, soft bounced or not confirmed yet'],
  ['stop', 'Suppressed or bounced: do not mail'],
  ['unknown', 'Not known, or not looked up yet'],
];

/** What each mark means, drawn as on a page. */
export function MarkLegend() {
  return (
    <ul class="mark-legend" aria-label="What the marks mean">
      {LINES.map(([kind, meaning]) => (
        <li key={kind}>
          <span class={`mark ${kind}`} aria-hidden="true">
            name@…
          </span>
          {meaning}
        </li>
      ))}
    </ul>
  );
}
