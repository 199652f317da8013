import { Field } from '../ui/Field';

interface FilterProps {
  what: 'tags' | 'fields';
  typed: string;
  onType: (typed: string) => void;
  found: number;
  shown: number;
}

/** Narrows a list; says when that leaves nothing, or more than is drawn. */
export function Filter({ what, typed, onType, found, shown }: FilterProps) {
  return (
    <div class="desk-filter">
      <Field type="search" label={`Filter ${what}`} value={typed} onInput={onType} />
      <p class="soft" role="status">
        {found === 0 && `No ${what} of that name.`}
        {found > shown && `${found - shown} more: type to narrow.`}
      </p>
    </div>
  );
}
