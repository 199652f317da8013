import type { PersonRow } from '@/lib/people/list-work';
import { StandingLabel } from '../people/StandingLabel';
import { dayOf } from '../people/times';
import './list-table.css';

interface PeopleTableProps {
  rows: PersonRow[];
  /** Ids of those that are ticked. */
  ticked: string[];
  onTick: (ticked: string[]) => void;
  onOpen: (address: string) => void;
}

export function PeopleTable({ rows, ticked, onTick, onOpen }: PeopleTableProps) {
  const isAll = ticked.length === rows.length;
  return (
    <table class="people-table">
      <thead>
        <tr>
          <th scope="col">
            <input
              type="checkbox"
              aria-label="Tick everyone on this page"
              checked={isAll}
              onChange={() => onTick(isAll ? [] : rows.map(({ id }) => id))}
            />
          </th>
          <th scope="col">Address</th>
          <th scope="col">Standing</th>
          <th scope="col">Since</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row
            key={row.id}
            row={row}
            isTicked={ticked.includes(row.id)}
            onTick={(isTicked) =>
              onTick(isTicked ? [...ticked, row.id] : ticked.filter((id) => id !== row.id))
            }
            onOpen={onOpen}
          />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  row: PersonRow;
  isTicked: boolean;
  onTick: (isTicked: boolean) => void;
  onOpen: (address: string) => void;
}

function Row({ row, isTicked, onTick, onOpen }: RowProps) {
  const { address, standing, since } = row;
  return (
    <tr>
      <td>
        <input
          type="checkbox"
          aria-label={`Tick ${address}`}
          checked={isTicked}
          onChange={(event) => onTick(event.currentTarget.checked)}
        />
      </td>
      <td>
        <button type="button" class="people-open" dir="auto" onClick={() => onOpen(address)}>
          {address}
        </button>
      </td>
      <td>
        <StandingLabel standing={standing} system="octeth" />
      </td>
      <td class="soft">{since ? dayOf(since) : ''}</td>
    </tr>
  );
}
