import { useEffect } from 'preact/hooks';

/** The browser asks before the page goes with what is kept nowhere else. */
export function useLeaveWarning(isLoaded: boolean): void {
  useEffect(() => {
    if (!isLoaded) return;
    const handleLeaving = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', handleLeaving);
    return () => removeEventListener('beforeunload', handleLeaving);
  }, [isLoaded]);
}
