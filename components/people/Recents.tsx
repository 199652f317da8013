import { useEffect, useRef, useState } from 'preact/hooks';
import type { Recent } from '@/lib/messaging/protocol';
import type { EmailAddress } from '@/lib/people/address';
import { Button } from '../ui/Button';
import { usePanel } from './panel';
import { ago } from './times';
import './recents.css';

interface RecentsProps {
  onChoose: (address: EmailAddress) => void;
  /** Everything kept about whom she looked at goes with the list. */
  onForget: () => void;
}

export function Recents({ onChoose, onForget }: RecentsProps) {
  const { client } = usePanel();
  const list = useRef<HTMLUListElement>(null);
  const [read, setRead] = useState<{ recents: Recent[]; at: number } | null>(null);
  useEffect(() => {
    void client.recents().then((reply) => {
      setRead({ recents: reply.ok ? reply.value : [], at: Date.now() });
    });
  }, [client]);

  if (read === null) return null;
  const { recents, at } = read;
  if (recents.length === 0) {
    return (
      <p class="recents-nothing">
        Type or paste an address, or select one on a page before you open this.
      </p>
    );
  }
  const handleForget = () => {
    setRead({ recents: [], at });
    void client.forgetRecents();
    onForget();
  };
  return (
    <section class="recents" aria-label="Recent">
      <header>
        <h2>Recent</h2>
        <Button kind="quiet" size="small" onClick={handleForget}>
          Clear recents
        </Button>
      </header>
      <ul ref={list}>
        {recents.map((recent) => (
          <li key={recent.address}>
            <button
              type="button"
              class="line-button"
              onKeyDown={(event) => moveFocus(event, list.current)}
              onClick={() => onChoose(recent.address)}
            >
              <span class="line-who" title={recent.name ?? recent.address}>
                <b dir="auto">{recent.name ?? recent.address}</b>
                {recent.name && <span>{recent.address}</span>}
              </span>
              <time>{ago(recent.at, at)}</time>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Arrow keys walk the list; up from the first leads back to the search field. */
function moveFocus(event: KeyboardEvent, list: HTMLElement | null) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || !list) return;
  event.preventDefault();
  const buttons = [...list.querySelectorAll('button')];
  const at = buttons.findIndex((button) => button === document.activeElement) + step;
  if (at < 0) document.getElementById('address')?.focus();
  else buttons[Math.min(at, buttons.length - 1)]?.focus();
}
