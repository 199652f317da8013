import { useEffect, useState } from 'preact/hooks';
import type { Powers, Shortcut } from '@/components/accounts/powers';
import { Button } from '@/components/ui/Button';
import { Skeleton } from '@/components/ui/Skeleton';
import { Section } from './Section';

/** Nothing is set for it at first: an extension should claim one shortcut at most. */
const NEXT_FLAG = 'next-flag';

export function KeyboardSection({ powers }: { powers: Powers }) {
  const [shortcuts, setShortcuts] = useState<Shortcut[] | null>(null);
  const [isStuck, setStuck] = useState(false);
  useEffect(() => {
    powers.shortcuts().then(setShortcuts, () => setShortcuts([]));
  }, [powers]);
  const handleChange = async () => setStuck(!(await powers.openShortcutPage().catch(() => false)));
  return (
    <Section
      id="keyboard"
      title="Keyboard"
      lead="What the keyboard reaches from any page. Your browser lets you change it."
    >
      {shortcuts ? (
        <ul class="rows">
          {shortcuts.map(({ name, does, keys }) => (
            <li key={name}>
              <div>
                {does}
                {name === NEXT_FLAG && !keys && (
                  <p>
                    <small>Set it to open cards without a mouse.</small>
                  </p>
                )}
              </div>
              {keys ? <kbd>{keys}</kbd> : <span class="soft">not set</span>}
            </li>
          ))}
        </ul>
      ) : (
        <Skeleton widths={[60, 60]} />
      )}
      <div class="buttons">
        <Button onClick={() => void handleChange()}>Change shortcuts</Button>
      </div>
      <p role="status" class="soft">
        {isStuck &&
          'Your browser does not let us open that page. Open its list of extensions and look for keyboard shortcuts there.'}
      </p>
    </Section>
  );
}
