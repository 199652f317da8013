import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { useFirstFocus } from '../hooks/use-first-focus';
import { OptionList } from './OptionList';
import { Spinner } from './Spinner';
import './combobox.css';

export interface ComboboxOption {
  id: string;
  label: string;
  /** Beside the label: a list's name, a number of people. */
  note?: string | null;
  /** Why it cannot be chosen: it is shown, and refused in these words. */
  off?: string | null;
}

interface ComboboxProps<Option extends ComboboxOption> {
  label: string;
  placeholder?: string;
  typed: string;
  onType: (typed: string) => void;
  /** Already filtered. */
  options: Option[];
  onPick: (option: Option) => void;
  isLoading?: boolean;
  /** What was picked is under way: nothing else is until it is answered. */
  isBusy?: boolean;
  /** What the options lack. */
  note?: string | null;
  /** Takes the focus when it appears. */
  takesFocus?: boolean;
  /** What is said when there is no option. */
  nothing: string;
}

/** A list longer than anyone reads is not drawn to its end: typing narrows it. */
const SHOWN_CEILING = 60;

/** A text field over a list that is always open beneath it: nothing floats, nothing is cut off. */
export function Combobox<Option extends ComboboxOption>(props: ComboboxProps<Option>) {
  const id = useId();
  const room = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const shown = props.options.slice(0, SHOWN_CEILING);
  const { at, setAt, pick, refusal, handleKey } = useOptions(shown, props.onPick, props.isBusy);

  useFirstFocus(input, props.takesFocus);
  // The whole of it is brought into sight, and again when the choices or a refusal have come.
  useEffect(() => {
    room.current?.scrollIntoView({ block: 'nearest' });
  }, [props.isLoading, refusal]);

  return (
    <div ref={room} class="combobox">
      <label for={id}>{props.label}</label>
      <input
        ref={input}
        id={id}
        class="field-box"
        role="combobox"
        aria-expanded="true"
        aria-busy={props.isBusy || undefined}
        aria-autocomplete="list"
        aria-controls={`${id}-list`}
        aria-activedescendant={shown.length > 0 ? `${id}-list-${at}` : undefined}
        autocomplete="off"
        spellcheck={false}
        dir="auto"
        placeholder={props.placeholder}
        value={props.typed}
        onKeyDown={handleKey}
        onInput={(event) => {
          setAt(0);
          props.onType(event.currentTarget.value);
        }}
      />
      <OptionList id={`${id}-list`} label={props.label} options={shown} {...{ at, setAt, pick }} />
      <p class="combobox-foot" role="alert">
        {refusal}
      </p>
      {props.note && (
        <p class="combobox-foot" role="status">
          {props.note}
        </p>
      )}
      {!refusal && <ComboboxFoot {...props} hidden={props.options.length - shown.length} />}
    </div>
  );
}

/** Which option is the current one, how the keys move it, and what picking it does. */
function useOptions<Option extends ComboboxOption>(
  options: Option[],
  onPick: (option: Option) => void,
  isBusy = false,
) {
  const [wanted, setWanted] = useState(0);
  const [refusal, setRefusal] = useState<string | null>(null);
  const at = Math.max(0, Math.min(wanted, options.length - 1));
  const setAt = (index: number) => {
    setRefusal(null);
    setWanted(index);
  };
  const pick = (option: Option) => {
    if (isBusy) return;
    setRefusal(option.off ?? null);
    if (!option.off) onPick(option);
  };
  const handleKey = (event: KeyboardEvent) => {
    const to = nextIndex(event.key, at, options.length);
    const current = options[at];
    if (to !== null) setAt(to);
    else if (event.key === 'Enter' && current && !event.isComposing) pick(current);
    else return;
    event.preventDefault();
  };
  return { at, setAt, pick, refusal, handleKey };
}

interface FootProps extends Pick<
  ComboboxProps<ComboboxOption>,
  'isLoading' | 'nothing' | 'options'
> {
  hidden: number;
}

function ComboboxFoot({ isLoading, nothing, options, hidden }: FootProps) {
  if (isLoading) {
    return (
      <p class="combobox-foot">
        <Spinner /> Fetching the choices…
      </p>
    );
  }
  if (options.length === 0) return <p class="combobox-foot">{nothing}</p>;
  return hidden > 0 ? <p class="combobox-foot">Type to narrow: {hidden} more.</p> : null;
}

const PAGE = 5;

function nextIndex(key: string, from: number, count: number): number | null {
  if (count === 0) return null;
  switch (key) {
    case 'ArrowDown':
      return (from + 1) % count;
    case 'ArrowUp':
      return (from - 1 + count) % count;
    case 'PageDown':
      return Math.min(from + PAGE, count - 1);
    case 'PageUp':
      return Math.max(from - PAGE, 0);
    default:
      return null;
  }
}
