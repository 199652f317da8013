import { Button } from '../ui/Button';
import { Disclosure } from '../ui/Disclosure';
import type { BadLine } from './read-csv';

const LISTED = 50;

interface BadLinesProps {
  bad: BadLine[];
  onSave: () => void;
}

/** Whom nobody can write to: told before anything is sent. */
export function BadLines({ bad, onSave }: BadLinesProps) {
  if (bad.length === 0) return null;
  const words = bad.length === 1 ? '1 line has' : `${bad.length} lines have`;
  return (
    <Disclosure summary={`${words} no valid address and will be left out`} open>
      <ul class="bad-lines">
        {bad.slice(0, LISTED).map(({ number, cells }) => (
          <li key={number} dir="auto">
            <b>Row {number}</b> {cells.join(', ')}
          </li>
        ))}
      </ul>
      {bad.length > LISTED && <p class="soft">and {bad.length - LISTED} more</p>}
      <Button size="small" class="list-save" onClick={onSave}>
        Save these lines
      </Button>
    </Disclosure>
  );
}
