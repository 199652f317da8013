import { FailureError, type Failure } from '@/lib/failure';

/** What one tab may ask in a minute: a page must not be able to wear us out or spend calls. */
export const PAGE_CAPS = {
  recognise: 120,
  hovered: 600,
  bringCard: 30,
  bringReader: 30,
  peek: 30,
  open: 10,
} as const;

/** Not `busy`: no server said so, and its limit of calls is untouched. */
const CAPPED: Failure = {
  kind: 'bad-input',
  field: 'address',
  reason: 'Too many cards were opened on this page in a minute; wait a moment.',
};

const WINDOW_MS = 60_000;

/**
 * Counts in memory on purpose: a worker sleeps only after half a minute without any message, so
 * a page that floods us keeps the count alive.
 */
export function createPageCaps(now: () => number = Date.now) {
  const asked = new Map<string, number[]>();
  return {
    /** Counts this ask, or refuses it where the tab has had its share. */
    count(tabId: number, call: keyof typeof PAGE_CAPS): void {
      const key = `${tabId} ${call}`;
      const since = now() - WINDOW_MS;
      const recent = (asked.get(key) ?? []).filter((at) => at > since);
      asked.set(key, recent);
      if (recent.length >= PAGE_CAPS[call]) throw new FailureError(CAPPED);
      recent.push(now());
    },
    forget(tabId: number) {
      for (const key of asked.keys()) if (key.startsWith(`${tabId} `)) asked.delete(key);
    },
  };
}

export type PageCaps = ReturnType<typeof createPageCaps>;
