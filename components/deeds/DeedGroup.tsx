import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { useCard } from '../people/card';
import { Button } from '../ui/Button';
import './deed-form.css';

interface DeedGroupProps {
  /** Names the group and stands above it. */
  title: string;
  text: string;
  /** What stands above the answers. */
  notDone?: ComponentChildren;
  /** The answers beside “Cancel”. */
  children?: ComponentChildren;
}

/** The frame of a deed with several answers, or with none. */
export function DeedGroup({ title, text, notDone, children }: DeedGroupProps) {
  const { setHalf, mayTakeFocus } = useCard();
  const id = useId();
  const room = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    room.current?.scrollIntoView({ block: 'nearest' });
    if (mayTakeFocus()) room.current?.querySelector('button')?.focus();
  }, []);
  return (
    <div ref={room} class="deed" role="group" aria-labelledby={id} aria-describedby={`${id}-text`}>
      <h3 id={id} dir="auto">
        {title}
      </h3>
      <p id={`${id}-text`}>{text}</p>
      {notDone}
      <div class="deed-answers">
        {children}
        <Button size="small" kind="quiet" onClick={() => setHalf(null)}>
          Cancel
        </Button>
      </div>
    </div>
  );
}

/** Law 3: why a deed that was half made can be done no more. */
export const NOT_THERE = 'This address was not found there, or could not be looked up.';
