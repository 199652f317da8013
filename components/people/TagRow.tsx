import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import plus from 'lucide-static/icons/plus.svg?raw';
import x from 'lucide-static/icons/x.svg?raw';
import { sayLacking } from '@/lib/people/ability';
import type { Findings } from '@/lib/people/findings';
import { type Intent, accountOf } from '@/lib/people/intent';
import { type Carried, tagsOf, targetOf } from '@/lib/people/person';
import type { Tag } from '@/lib/people/profile';
import { intentKey } from './intent-key';
import { profileKey } from '../details/details-book';
import { useAbility } from '../hooks/use-ability';
import { Icon } from '../ui/Icon';
import { OffReason } from '../ui/OffReason';
import { Spinner } from '../ui/Spinner';
import { TagPicker } from './TagPicker';
import { useCard } from './card';
import './chips.css';

export function TagRow({ findings }: { findings: Findings }) {
  const { address, half, setHalf, acting } = useCard();
  const { account, profiles } = findings;
  const tags = tagsOf(findings);
  const [isWhole, setWhole] = useState(false);
  // One more is drawn as easily as the words that it is left out.
  const isLong = tags.length > TAGS_SHOWN + 1;
  const shown = isLong && !isWhole ? tags.slice(0, TAGS_SHOWN) : tags;
  const room = useRef<HTMLElement>(null);
  const open = half?.kind === 'tag' && half.accountId === account.id ? half : null;
  const id = useId();
  const lacked = { tag: useAbility('tag'), untag: useAbility('untag') };
  const noteFocus = useNeighbourFocus(room, tags.length);

  const untag = (tag: Carried<Tag>): Intent => ({
    kind: 'untag',
    target: targetOf(tag.profile, address),
    tag: { id: tag.id, name: tag.name },
  });
  const isAdding = acting.doing.some(
    (intent) => intent.kind === 'tag' && accountOf(intent).id === account.id,
  );
  const handleAdd = () => {
    if (open) setHalf(null);
    else if (lacked.tag === null) setHalf({ kind: 'tag', accountId: account.id, typed: '' });
  };

  return (
    <div class="row">
      <dt>Tags</dt>
      <dd ref={room} class="chips">
        <ul aria-label="Tags">
          {shown.map((tag, index) => (
            <TagChip
              key={`${profileKey(tag.profile)} ${tag.id}`}
              tag={tag}
              hasSeveral={profiles.length > 1}
              isBusy={acting.doing.some((one) => intentKey(one) === intentKey(untag(tag)))}
              onFocus={(isOn) => noteFocus(isOn ? index : null)}
              lacking={lacked.untag}
              onRemove={() => void acting.act(untag(tag))}
            />
          ))}
          {tags.length === 0 && <li class="chip-none">No tags</li>}
        </ul>
        {isLong && (
          <button
            type="button"
            class="chip-add is-more"
            aria-expanded={isWhole}
            onClick={() => setWhole(!isWhole)}
          >
            {isWhole ? 'Fewer' : `${tags.length - TAGS_SHOWN} more`}
          </button>
        )}
        <button
          type="button"
          class="chip-add"
          data-home="tag untag"
          aria-expanded={open !== null}
          aria-busy={isAdding || undefined}
          aria-disabled={lacked.tag !== null || undefined}
          aria-describedby={lacked.tag === null ? undefined : id}
          onClick={handleAdd}
        >
          {isAdding ? <Spinner /> : <Icon svg={plus} />}
          Add tag
        </button>
        <OffReason id={id} reason={lacked.tag && sayLacking(lacked.tag)} />
      </dd>
      {open && (
        <dd class="row-wide">
          <TagPicker
            findings={findings}
            typed={open.typed}
            onType={(typed) => setHalf({ ...open, typed })}
          />
        </dd>
      )}
    </div>
  );
}

const TAGS_SHOWN = 8;

interface TagChipProps {
  tag: Carried<Tag>;
  /** She is on several lists here, so the chip names its own. */
  hasSeveral: boolean;
  isBusy: boolean;
  /** The right the key lacks to remove it; null where it may. */
  lacking: string | null;
  /** It got the focus, or gave it away. */
  onFocus: (isOn: boolean) => void;
  onRemove: () => void;
}

function TagChip({ tag, hasSeveral, isBusy, lacking, onFocus, onRemove }: TagChipProps) {
  const place = hasSeveral ? tag.profile.place?.name : null;
  return (
    <li class="chip" title={place ? `${tag.name} · ${place}` : tag.name}>
      <span class="chip-name" dir="auto">
        {tag.name}
      </span>
      {place && (
        <span class="chip-place" dir="auto">
          {place}
        </span>
      )}
      <button
        type="button"
        aria-label={`Remove tag ${tag.name}${place ? ` from ${place}` : ''}`}
        aria-busy={isBusy || undefined}
        aria-disabled={lacking !== null || undefined}
        title={lacking === null ? undefined : sayLacking(lacking)}
        onFocus={() => onFocus(true)}
        onBlur={({ currentTarget }) => {
          // Whoever is taken away gives nothing away.
          queueMicrotask(() => currentTarget.isConnected && onFocus(false));
        }}
        onClick={() => !isBusy && lacking === null && onRemove()}
      >
        {isBusy ? <Spinner /> : <Icon svg={x} />}
      </button>
    </li>
  );
}

/** A chip that goes while it has the focus gives it to the chip that takes its place. */
function useNeighbourFocus(room: { current: HTMLElement | null }, count: number) {
  const last = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (last.current === null || !room.current) return;
    if (document.activeElement !== null && document.activeElement !== document.body) return;
    const buttons = room.current.querySelectorAll('button');
    buttons[Math.min(last.current, count)]?.focus();
  }, [count, room]);
  return (index: number | null) => {
    last.current = index;
  };
}
