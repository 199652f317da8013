import { useRef } from 'preact/hooks';
import { useFocusHome } from '../hooks/use-focus-home';
import { HandedOnList, HandedOnNotice } from './HandedOnNotice';
import type { Handed } from './use-handed-on';

interface WithoutListProps {
  /** Whether it is told that there is none; else it could not be read. */
  isTold: boolean;
  handed: Handed | null;
}

/** Nothing can be imported yet; what was handed on is there all the same. */
export function WithoutList({ isTold, handed }: WithoutListProps) {
  const room = useRef<HTMLDivElement>(null);
  useFocusHome(room, (all) => all.querySelector('p'));
  return (
    <div ref={room} class="list-part">
      {isTold && (
        <p tabIndex={-1}>
          No Octeth account with a list is connected. Systeme.io has no lists; connect Octeth in the
          options.
        </p>
      )}
      {handed && (
        <>
          <HandedOnNotice handed={handed} />
          <HandedOnList rows={handed.handedOn.rows} />
        </>
      )}
    </div>
  );
}
