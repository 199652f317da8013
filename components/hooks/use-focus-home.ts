import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * When what held the focus is taken off the screen, the focus falls to the body, and the keyboard
 * begins again at the top. This brings it home: `home` says to which element.
 */
export function useFocusHome(
  room: RefObject<HTMLElement | null>,
  home: (room: HTMLElement) => HTMLElement | null,
): void {
  const wasInside = useRef(false);
  useLayoutEffect(() => {
    const element = room.current;
    if (!element) return;
    const note = ({ type, target, relatedTarget }: FocusEvent) => {
      wasInside.current = type === 'focusin' || relatedTarget === null;
      if (type === 'focusin' || relatedTarget !== null) return;
      // Leaving for nowhere: whoever is still there was left on purpose, by a click beside it.
      queueMicrotask(() => {
        if (target instanceof Node && target.isConnected) wasInside.current = false;
      });
    };
    element.addEventListener('focusin', note);
    element.addEventListener('focusout', note);
    return () => {
      element.removeEventListener('focusin', note);
      element.removeEventListener('focusout', note);
    };
  }, [room]);
  useLayoutEffect(() => {
    if (!wasInside.current || !room.current) return;
    const holder = document.activeElement;
    if (holder === null || holder === document.body) home(room.current)?.focus();
  });
}
