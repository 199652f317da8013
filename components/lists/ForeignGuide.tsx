import { useEffect, useRef } from 'preact/hooks';
import type { ForeignList } from '@/lib/people/list-work';
import { countedPeople } from '@/lib/people/people-words';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import type { AtList } from './ListWork';

/** A list of another service that somebody means to bring here. */
export interface Foreign {
  service: string;
  list: ForeignList;
}

interface ForeignGuideProps {
  foreign: Foreign;
  at: AtList;
  /** How many lines the file has that was chosen; null before. */
  found: number | null;
  onLeave: () => void;
}

/** Octeth tells what is there and has no way to fetch it: the file is the bridge. */
export function ForeignGuide({ foreign, at, found, onLeave }: ForeignGuideProps) {
  const { service, list } = foreign;
  const room = useRef<HTMLDivElement>(null);
  useEffect(() => room.current?.focus(), [list]);
  const known = at.offers.fields.map(({ name }) => name.toLowerCase());
  const missing = list.fields.filter(({ name }) => !known.includes(name.toLowerCase()));
  return (
    <div ref={room} tabIndex={-1} role="group" aria-label={`Importing ${list.name}`}>
      <Notice
        tone="wait"
        actions={
          <Button size="small" onClick={onLeave}>
            Leave this list
          </Button>
        }
      >
        <p dir="auto">
          <b>{list.name}</b> cannot be fetched by Octeth: it looks at {service}, and imports CSV
          files alone. Export the list in {service} as a CSV file and choose it here; its columns
          are recognised by their names.
        </p>
        {list.people !== null && <p>{sayCounted(list.people, found, service)}</p>}
        {missing.length > 0 && (
          <p dir="auto">
            This list has no field of the name {missing.map(({ name }) => `“${name}”`).join(', ')}:
            make it in Octeth first, or choose another for its column.
          </p>
        )}
      </Notice>
    </div>
  );
}

function sayCounted(people: number, found: number | null, service: string): string {
  const told = `${service} counts ${countedPeople(people)}`;
  if (found === null) return `${told}.`;
  return found === people
    ? `${told}, and so many are in the file.`
    : `${told}; the file has ${found}.`;
}
