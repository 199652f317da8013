import { useEffect, useState } from 'preact/hooks';
import { useAnnounce } from '../hooks/use-announce';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { ToneMark } from '../ui/ToneMark';
import type { Comparison } from './comparison';

/** Above the accounts, in a place that is kept from the start: nothing below it ever moves. */
export function Disagreements({ comparison }: { comparison: Comparison }) {
  const announce = useAnnounce();
  const [isWhole, setWhole] = useState(false);
  const worst = comparison.state === 'disagree' ? comparison.all[0].text : null;
  useEffect(() => {
    if (worst) announce(worst);
  }, [worst, announce]);
  return <div class="comparison">{drawn(comparison, isWhole, setWhole)}</div>;
}

function drawn(comparison: Comparison, isWhole: boolean, setWhole: (isWhole: boolean) => void) {
  switch (comparison.state) {
    case 'waiting':
      return null;
    case 'quiet':
      return (
        <p class="comparison-quiet" dir="auto">
          <ToneMark tone="none" />
          <span>{comparison.words}</span>
        </p>
      );
    case 'disagree': {
      const [worst, ...others] = comparison.all;
      return (
        <Notice
          tone="warn"
          actions={
            others.length > 0 && (
              <Button
                kind="quiet"
                size="small"
                aria-expanded={isWhole}
                onClick={() => setWhole(!isWhole)}
              >
                {isWhole ? 'Less' : `${others.length} more`}
              </Button>
            )
          }
        >
          <p dir="auto">{worst.text}</p>
          {isWhole &&
            others.map(({ kind, text }) => (
              <p key={kind} dir="auto">
                {text}
              </p>
            ))}
        </Notice>
      );
    }
  }
}
