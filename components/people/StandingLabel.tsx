import type { System } from '@/lib/people/account';
import { type Standing, standingWord, toneOf } from '@/lib/people/standing';
import { ToneMark } from '../ui/ToneMark';
import './standing.css';

interface StandingLabelProps {
  standing: Standing;
  system: System;
}

/** A standing is a shape and a word, and only then a colour. */
export function StandingLabel({ standing, system }: StandingLabelProps) {
  const tone = toneOf(standing);
  return (
    <span class={`standing ${tone}`}>
      <ToneMark tone={tone} />
      {standingWord(standing, system)}
    </span>
  );
}
