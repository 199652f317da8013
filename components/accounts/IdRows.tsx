import { useRef, useState } from 'preact/hooks';
import type { Place } from '@/lib/people/account';
import { useFocusHome } from '../hooks/use-focus-home';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { IdList } from './IdList';

interface IdRowsProps {
  what: 'list' | 'journey';
  why: string;
  rows: Place[];
  onChange: (rows: Place[], said: string) => void;
}

const WORDS = { list: 'List', journey: 'Journey' };
/** Octeth's ids are whole numbers; more digits than this no database hands out. */
const ID = /^[1-9]\d{0,14}$/;
const NAME_LENGTH = 200;

/** Ids with names, typed one at a time. */
export function IdRows({ what, why, rows, onChange }: IdRowsProps) {
  const [id, setId] = useState('');
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const room = useRef<HTMLDivElement>(null);
  useFocusHome(room, (element) => element.querySelector('input'));
  const handleAdd = () => {
    const typed = id.trim();
    const found = problemOf(typed, name, rows);
    setProblem(found);
    if (found) return;
    const label = name.trim() || `${WORDS[what]} ${typed}`;
    onChange([...rows, { id: typed, name: label }], `Saved: ${label} added.`);
    setId('');
    setName('');
  };
  return (
    <div ref={room} class="id-rows">
      <p class="soft">{why}</p>
      <IdList
        rows={rows}
        onRemove={(row) =>
          onChange(
            rows.filter((other) => other !== row),
            `Saved: ${row.name} removed.`,
          )
        }
      />
      <form
        class="id-rows-add"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          handleAdd();
        }}
      >
        <Field
          label={`${WORDS[what]} id`}
          value={id}
          onInput={(typed) => {
            setId(typed);
            setProblem(null);
          }}
          error={problem}
        />
        <Field label={`${WORDS[what]} name`} value={name} onInput={setName} />
        <Button type="submit">Add {what}</Button>
      </form>
    </div>
  );
}

function problemOf(id: string, name: string, rows: Place[]): string | null {
  if (!ID.test(id)) return 'An id is a whole number above 0, like 12.';
  if (rows.some((row) => row.id === id)) return `${id} is there already.`;
  if (name.trim().length > NAME_LENGTH) return `A name has at most ${NAME_LENGTH} characters.`;
  return null;
}
