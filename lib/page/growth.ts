/**
 * Whether the page has grown or shrunk. One that does so all the time would be heard in each frame;
 * where that makes no difference it is not heard for a while.
 */
export interface Growth {
  /** Hears of nothing for so long, and afterwards of what has changed meanwhile. */
  rest(ms: number): void;
}

export function createGrowth(onGrowth: (hasShrunk: boolean) => void, signal: AbortSignal): Growth {
  const sizes = new WeakMap<Element, DOMRectReadOnly>();
  let resting = 0;
  const observer = new ResizeObserver((entries) => {
    let [hasGrown, hasShrunk] = [false, false];
    for (const { target, contentRect: now } of entries) {
      const last = sizes.get(target);
      // Whoever begins to observe is told of what has not changed too.
      hasGrown ||= now.width !== last?.width || now.height !== last.height;
      hasShrunk ||= last !== undefined && now.height < last.height;
      sizes.set(target, now);
    }
    if (hasGrown) onGrowth(hasShrunk);
  });
  const observe = (): void => {
    resting = 0;
    const { body } = document;
    const root = document.documentElement as Element | null; // a page may take it away
    for (const each of [root, body]) if (each) observer.observe(each);
  };
  observe();
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(resting);
  });
  return {
    rest(ms) {
      observer.disconnect();
      clearTimeout(resting);
      if (signal.aborted) return;
      resting = window.setTimeout(observe, ms);
    },
  };
}
