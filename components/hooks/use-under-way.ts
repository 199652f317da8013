import { useCallback, useState } from 'preact/hooks';

/** What is being worked on meanwhile: servers may take seconds. */
export function useUnderWay<What>() {
  const [underWay, setUnderWay] = useState<What[]>([]);
  const during = useCallback(async (what: What, work: () => Promise<void>) => {
    setUnderWay((old) => [...old, what]);
    await work();
    setUnderWay((old) => old.filter((other) => other !== what));
  }, []);
  return { underWay, during };
}
