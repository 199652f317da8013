import type { Place } from '@/lib/people/account';
import { Button } from '../ui/Button';

interface IdListProps {
  rows: Place[];
  onRemove: (row: Place) => void;
}

export function IdList({ rows, onRemove }: IdListProps) {
  if (rows.length === 0) return null;
  return (
    <ul>
      {rows.map((row) => (
        <li key={row.id}>
          <span class="id-rows-id">{row.id}</span>
          <span dir="auto">{row.name}</span>
          <Button kind="quiet" size="small" onClick={() => onRemove(row)}>
            <span>
              Remove<span class="unseen"> {row.name}</span>
            </span>
          </Button>
        </li>
      ))}
    </ul>
  );
}
