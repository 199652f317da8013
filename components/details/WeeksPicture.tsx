import type { Activity } from '@/lib/people/details';
import { dayOf } from '../people/times';
import { type Week, countOf, sayWeeks, weeksOf } from './weeks';

const BAR_WIDTH = 12;
const GAP = 10;
const BAR_HEIGHT = 18;
/** One open in a week is no peak. */
const LEAST_PEAK = 3;
const MIDDLE = BAR_HEIGHT + 1;

/** Opens stand on the line, clicks hang from it: told apart without their colours. */
export function WeeksPicture({ activity }: { activity: Activity[] }) {
  const weeks = weeksOf(activity, new Date());
  const most = Math.max(LEAST_PEAK, ...weeks.flatMap(({ opens, clicks }) => [opens, clicks]));
  const width = weeks.length * (BAR_WIDTH + GAP) - GAP;
  const opens = weeks.reduce((sum, week) => sum + week.opens, 0);
  const clicks = weeks.reduce((sum, week) => sum + week.clicks, 0);
  if (opens + clicks === 0) return null;
  return (
    <figure class="weeks">
      <svg viewBox={`0 0 ${width} ${2 * MIDDLE}`} role="img" aria-label={sayWeeks(weeks)}>
        <path class="weeks-line" d={`M0 ${MIDDLE}H${width}`} />
        {weeks.map((week, index) => (
          <Bars
            key={week.from}
            week={week}
            x={index * (BAR_WIDTH + GAP)}
            scale={BAR_HEIGHT / most}
          />
        ))}
      </svg>
      <figcaption aria-hidden="true">
        <span class="weeks-opens">{countOf(opens, 'open')} above</span>
        <span class="weeks-clicks">{countOf(clicks, 'click')} below</span>
        <span>since {dayOf(weeks[0]?.from ?? '')}</span>
      </figcaption>
    </figure>
  );
}

function Bars({ week, x, scale }: { week: Week; x: number; scale: number }) {
  const up = week.opens * scale;
  const down = week.clicks * scale;
  return (
    <g>
      <title>{`Week of ${dayOf(week.from)}: ${countOf(week.opens, 'open')}, ${countOf(week.clicks, 'click')}`}</title>
      <rect class="weeks-opens" x={x} y={MIDDLE - 1 - up} width={BAR_WIDTH} height={up} rx="2" />
      <rect class="weeks-clicks" x={x} y={MIDDLE + 1} width={BAR_WIDTH} height={down} rx="2" />
    </g>
  );
}
