import { useRef } from 'preact/hooks';
import { useFocusHome } from '../hooks/use-focus-home';
import { Button } from '../ui/Button';
import { HandedOnList, HandedOnNotice } from './HandedOnNotice';
import type { Handed } from './use-handed-on';

interface WithoutListProps {
  /** Why there is none; null where it could not be read. */
  why: string | null;
  handed: Handed | null;
  /** Null where a choice is all that is missing. */
  openOptions: (() => void) | null;
}

/** Nothing can be done at a list yet; what was handed on is there all the same. */
export function WithoutList({ why, handed, openOptions }: WithoutListProps) {
  const room = useRef<HTMLDivElement>(null);
  useFocusHome(room, (all) => all.querySelector('p'));
  return (
    <div ref={room} class="list-part">
      {why && (
        <p tabIndex={-1} role="status">
          {why}
        </p>
      )}
      {why && openOptions && <Button onClick={openOptions}>Open options</Button>}
      {handed && (
        <>
          <HandedOnNotice handed={handed} />
          <HandedOnList rows={handed.handedOn.rows} />
        </>
      )}
    </div>
  );
}
