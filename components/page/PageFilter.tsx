import type { PageRow } from '@/lib/people/handed-on';
import { MARK_WORDS } from '@/lib/people/mark-words';
import type { MarkKind } from '@/lib/people/mark';
import { ToneMark } from '../ui/ToneMark';
import { countKinds, type RowFilter, TONES } from './page-rows';

interface PageFilterProps {
  rows: readonly PageRow[];
  filter: RowFilter;
  onFilter: (filter: RowFilter) => void;
}

/** The counts are the filter: each kind there is, with how many. */
export function PageFilter({ rows, filter, onFilter }: PageFilterProps) {
  const toggle = (kind: MarkKind) => {
    const others = filter.kinds.filter((other) => other !== kind);
    const isOn = others.length < filter.kinds.length;
    onFilter({ ...filter, kinds: isOn ? others : [...others, kind] });
  };
  return (
    <div class="page-filter" role="group" aria-label="Show only">
      {countKinds(rows).map(({ kind, count }) => (
        <button
          key={kind}
          type="button"
          class={`page-kind ${TONES[kind]}`}
          aria-pressed={filter.kinds.includes(kind)}
          onClick={() => toggle(kind)}
        >
          <ToneMark tone={TONES[kind]} />
          {MARK_WORDS[kind]} <b>{count}</b>
        </button>
      ))}
      <input
        type="text"
        aria-label="Part of an address"
        placeholder="Part of an address"
        spellcheck={false}
        autocomplete="off"
        value={filter.part}
        onInput={(event) => onFilter({ ...filter, part: event.currentTarget.value })}
      />
    </div>
  );
}
