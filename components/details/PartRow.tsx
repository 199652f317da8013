import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import plus from 'lucide-static/icons/plus.svg?raw';
import type { Result } from '@/lib/failure';
import { sayLacking } from '@/lib/people/ability';
import type { Findings } from '@/lib/people/findings';
import { type Target, accountOf } from '@/lib/people/intent';
import { LazyDeed } from '../deeds/lazy-deed';
import { BEGUN } from '../deeds/deeds';
import { useCard } from '../people/card';
import { useAbility } from '../hooks/use-ability';
import { Icon } from '../ui/Icon';
import { OffReason } from '../ui/OffReason';
import { Skeleton } from '../ui/Skeleton';
import { Spinner } from '../ui/Spinner';
import { PartFailure } from './PartFailure';
import type { DetailsState } from './details-book';
import './details.css';

interface PartRowProps {
  findings: Findings;
  target: Target;
  state: DetailsState;
  label: string;
  /** Null while it has not come. */
  part: Result<unknown> | null;
  /** What is said when there is none. */
  none: string;
  /** A list item for each. */
  children: JSX.Element[];
  /** What is done about it; its form stands under the row. */
  deed: 'enrol' | 'join' | 'cancel';
  /** The button that adds one more: its word, and its whole name. */
  add?: { word: string; name: string };
}

/** One line of what she has, in its four states. */
export function PartRow(props: PartRowProps) {
  const { findings, target, state, label, part, none, children, deed, add } = props;
  const { half } = useCard();
  const open = half?.kind === deed && half.accountId === findings.account.id ? half : null;
  return (
    <div class="row">
      <dt>{label}</dt>
      <dd class="held-all">
        {state.details === null && state.isAsking && <Skeleton widths={[48]} />}
        <PartFailure part={part} state={state} target={target} />
        {part?.ok && (
          <ul aria-label={label}>
            {children}
            {children.length === 0 && <li class="chip-none">{none}</li>}
          </ul>
        )}
        {add && deed !== 'cancel' && state.details && (
          <AddButton
            {...{ findings, deed, add }}
            isBare={children.length > 0}
            isOpen={open !== null}
          />
        )}
      </dd>
      {open && (
        <dd class="row-wide">
          <LazyDeed findings={findings} half={open} />
        </dd>
      )}
    </div>
  );
}

interface AddButtonProps {
  findings: Findings;
  isOpen: boolean;
  /** The sign alone, where the row is full enough. */
  isBare: boolean;
  deed: 'enrol' | 'join';
  add: { word: string; name: string };
}

function AddButton({ findings: { account }, isOpen, isBare, deed, add }: AddButtonProps) {
  const { setHalf, acting } = useCard();
  const id = useId();
  const lacking = useAbility(deed);
  const isBusy = acting.doing.some(
    (intent) => intent.kind === deed && accountOf(intent).id === account.id,
  );
  const handleClick = () => {
    if (isOpen) setHalf(null);
    else if (lacking === null) setHalf({ ...BEGUN[deed], accountId: account.id });
  };
  return (
    <>
      <button
        type="button"
        class={`chip-add ${isBare ? 'is-bare' : ''}`}
        title={isBare ? add.name : undefined}
        data-home={HOMES[deed]}
        aria-label={add.name}
        aria-expanded={isOpen}
        aria-busy={isBusy || undefined}
        aria-disabled={lacking !== null || undefined}
        aria-describedby={lacking === null ? undefined : id}
        onClick={handleClick}
      >
        {isBusy ? <Spinner /> : <Icon svg={plus} />}
        {!isBare && add.word}
      </button>
      <OffReason id={id} reason={lacking && sayLacking(lacking)} />
    </>
  );
}

const HOMES = { enrol: 'enrol unenrol', join: 'join leave' };
