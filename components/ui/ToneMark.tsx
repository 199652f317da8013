import type { JSX } from 'preact';
import type { Tone } from '@/lib/people/standing';
import './tone.css';

/** Five shapes that can be told apart without their colours. */
const SHAPES: Record<Tone, JSX.Element> = {
  good: <circle cx="6" cy="6" r="5" fill="currentColor" />,
  wait: (
    <>
      <circle cx="6" cy="6" r="4.4" fill="none" stroke="currentColor" stroke-width="1.5" />
      <path d="M6 1.6a4.4 4.4 0 0 0 0 8.8z" fill="currentColor" />
    </>
  ),
  warn: <path d="M6 .9 11.7 11H.3z" fill="currentColor" />,
  stop: <path d="M6 0 12 6 6 12 0 6z" fill="currentColor" />,
  none: <circle cx="6" cy="6" r="4.4" fill="none" stroke="currentColor" stroke-width="1.5" />,
};

export function ToneMark({ tone }: { tone: Tone }) {
  return (
    <svg class={`tone-mark ${tone}`} viewBox="0 0 12 12" aria-hidden="true">
      {SHAPES[tone]}
    </svg>
  );
}
