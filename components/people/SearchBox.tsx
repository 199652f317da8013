import type { Ref } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import search from 'lucide-static/icons/search.svg?raw';
import type { EmailAddress } from '@/lib/people/address';
import { useSearch } from '../hooks/use-search';
import { Icon } from '../ui/Icon';
import './search-box.css';

interface SearchBoxProps {
  draft: string;
  /** Nobody can be looked up, and what is typed may be meant for the passphrase (law 5). */
  isLocked: boolean;
  /** What she typed before there was anybody to hear it. */
  typed: string;
  /** With an Enter after it. */
  isEntered: boolean;
  /** Whose card is shown already. */
  shown: EmailAddress | null;
  onDraft: (draft: string) => void;
  onAddress: (address: EmailAddress) => void;
  /** Down into what is below. */
  onDown: () => void;
  ref: Ref<HTMLInputElement>;
}

/** The same elements stand in popup.html, so that the field can be typed into before this runs. */
export function SearchBox({
  draft,
  isLocked,
  typed,
  isEntered,
  shown,
  onDraft,
  onAddress,
  onDown,
  ref,
}: SearchBoxProps) {
  const { refused, ask, askLater, forget } = useSearch({ shown, onAddress });
  useLayoutEffect(() => {
    if (typed) (isEntered ? ask : askLater)(typed);
  }, []);

  useLayoutEffect(() => {
    if (isLocked) forget();
  }, [isLocked]);

  const handleInput = (event: InputEvent & { currentTarget: HTMLInputElement }) => {
    const text = event.currentTarget.value;
    onDraft(text);
    if (text.trim() === '') forget();
    else if (PASTED.includes(event.inputType)) ask(text);
    else askLater(text);
  };
  const handleKey = (event: KeyboardEvent & { currentTarget: HTMLInputElement }) => {
    // What stands in the field: Enter may come before the last keystroke has been drawn.
    if (event.key === 'Enter' && !event.isComposing) ask(event.currentTarget.value);
    else if (event.key === 'ArrowDown') onDown();
    else return;
    event.preventDefault();
  };
  const handleChoose = (address: EmailAddress) => {
    forget();
    onAddress(address);
  };
  return (
    <div class="search-box">
      <div class="search-line">
        <Icon svg={search} />
        <input
          ref={ref}
          id="address"
          type="search"
          aria-label="Email address"
          placeholder="ada@example.com"
          autocomplete="off"
          spellcheck={false}
          dir="auto"
          value={draft}
          disabled={isLocked}
          aria-invalid={refused ? true : undefined}
          onInput={handleInput}
          onKeyDown={handleKey}
        />
        <kbd aria-hidden="true">↵</kbd>
      </div>
      <p class="search-refusal" role="alert">
        {refused?.words}
      </p>
      {refused && <Found addresses={refused.found} onChoose={handleChoose} />}
    </div>
  );
}

const PASTED = ['insertFromPaste', 'insertFromDrop'];

interface FoundProps {
  addresses: EmailAddress[];
  onChoose: (address: EmailAddress) => void;
}

function Found({ addresses, onChoose }: FoundProps) {
  if (addresses.length === 0) return null;
  return (
    <ul class="search-found" aria-label="Addresses found">
      {addresses.map((address) => (
        <li key={address}>
          <button type="button" class="line-button" onClick={() => onChoose(address)}>
            {address}
          </button>
        </li>
      ))}
    </ul>
  );
}
