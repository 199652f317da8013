import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface Options {
  search: RefObject<HTMLInputElement | null>;
  /** Leaves the innermost thing that is open; false when there is none and the popup may close. */
  leave: () => boolean;
}

/** `/` leads to the search field; Escape leaves one thing at a time. */
export function usePopupKeys({ search, leave }: Options): void {
  const latest = useRef(leave);
  latest.current = leave;
  useEffect(() => {
    const handleKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      if (event.key === 'Escape' && latest.current()) event.preventDefault();
      if (event.key !== '/' || isTypedInto(event.target)) return;
      event.preventDefault();
      search.current?.focus();
      search.current?.select();
    };
    document.addEventListener('keydown', handleKey);
    return () => document.removeEventListener('keydown', handleKey);
  }, [search]);
}

const isTypedInto = (target: EventTarget | null): boolean =>
  target instanceof Element && target.matches('input, textarea, select');
