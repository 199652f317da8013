import { useEffect, useState } from 'preact/hooks';
import type { Powers } from './powers';

/** Whether the browser still lets us talk to these hosts; users can take that back at any time. */
export function useAllowed(patterns: string[], powers: Powers) {
  const [isAllowed, setAllowed] = useState<boolean | null>(null);
  const joined = patterns.join(' ');
  useEffect(() => {
    let isStale = false;
    void powers.hasHosts(joined.split(' ')).then((has) => {
      if (!isStale) setAllowed(has);
    });
    return () => {
      isStale = true;
    };
  }, [joined, powers]);
  /** To be called inside the click itself. */
  const allow = () => {
    void powers.askHosts(patterns).then((has) => has && setAllowed(true));
  };
  return { isAllowed, allow };
}
