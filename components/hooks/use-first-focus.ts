import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** Takes the focus when it appears, if it may at that moment; never later. */
export function useFirstFocus(element: RefObject<HTMLElement | null>, mayTake = false): void {
  const atFirst = useRef(mayTake);
  useLayoutEffect(() => {
    if (atFirst.current) element.current?.focus();
  }, [element]);
}
