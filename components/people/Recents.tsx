import { useEffect, useRef, useState } from 'preact/hooks';
import type { Recent } from '@/lib/messaging/protocol';
import type { EmailAddress } from '@/lib/people/address';
import { Button } from '../ui/Button';
import { moveFocus } from '../ui/move-focus';
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
              onKeyDown={(event) =>
                moveFocus(event, list.current, document.getElementById('address'))
              }
              onClick={() => onChoose(recent.address)}
            >
              <span class="line-who" title={recent.name ?? recent.address}>
                <b>
                  <bdi>{recent.name ?? recent.address}</bdi>
                </b>
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
