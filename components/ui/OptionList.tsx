import { useEffect } from 'preact/hooks';
import type { ComboboxOption } from './Combobox';

interface OptionListProps<Option> {
  /** Its options are `ID-INDEX`. */
  id: string;
  label: string;
  options: Option[];
  /** The current option. */
  at: number;
  setAt: (index: number) => void;
  pick: (option: Option) => void;
}

export function OptionList<Option extends ComboboxOption>({
  id,
  label,
  options,
  at,
  setAt,
  pick,
}: OptionListProps<Option>) {
  useEffect(() => {
    document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, at]);
  return (
    <div id={id} class="combobox-list" role="listbox" aria-label={label}>
      {options.map((option, index) => (
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field above has the focus and the keys
        <div
          key={option.id}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === at}
          aria-disabled={option.off ? true : undefined}
          title={option.label}
          onPointerMove={() => index !== at && setAt(index)}
          onPointerDown={(event) => event.preventDefault()} // the focus stays in the field
          onClick={() => pick(option)}
        >
          <span class="combobox-name" dir="auto">
            {option.label}
          </span>
          {option.note && (
            <span class="combobox-note" dir="auto">
              {option.note}
            </span>
          )}
        </div>
      ))}
    </div>
  );
}
