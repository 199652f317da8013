import { useEffect, useRef } from 'preact/hooks';
import type { Client } from '@/components/accounts/powers';
import { SavedLine } from '@/components/accounts/SavedLine';
import type { AccountsView } from '@/components/accounts/use-accounts';
import { useSaving } from '@/components/accounts/use-saving';
import { useFocusHome } from '@/components/hooks/use-focus-home';
import { writeKept } from '@/components/hooks/use-kept';
import { Skeleton } from '@/components/ui/Skeleton';
import { OpenKeys } from './OpenKeys';
import { PassphraseForm } from './PassphraseForm';
import { Section } from './Section';
import { UnlockForm } from './UnlockForm';

interface KeysSectionProps {
  view: AccountsView;
  client: Client;
  onReload: () => Promise<void>;
}

/** The passphrase over all keys: none, open, or locked. */
export function KeysSection({ view, client, onReload }: KeysSectionProps) {
  const { saying, save } = useSaving();
  const room = useRef<HTMLDivElement>(null);
  useFocusHome(room, (element) => element.querySelector<HTMLElement>('input, button'));
  const lock = view.is === 'there' ? view.value.lock : null;
  const keep: typeof save = async (sending, words) => {
    const isKept = await save(sending, words);
    if (isKept) await onReload();
    return isKept;
  };
  // The popup keeps nothing that is typed until it knows; it may not have been open since.
  useEffect(() => {
    if (lock !== null) writeKept('passphrase', lock !== 'none');
  }, [lock]);
  return (
    <Section
      id="keys"
      title="Keys"
      lead="Your API keys are sealed in this browser and never leave it, except towards their own servers. A passphrase keeps them closed until you enter it."
    >
      <div ref={room}>
        {lock === null && view.is === 'waiting' && <Skeleton widths={[45]} />}
        {lock === null && view.is === 'failed' && (
          <p class="soft">Not known now: your accounts could not be read.</p>
        )}
        {lock === 'none' && (
          <PassphraseForm
            button="Set passphrase"
            onSet={(passphrase) =>
              keep(
                client.setPassphrase({ passphrase }),
                'Passphrase set. It is asked for after each start of the browser.',
              )
            }
          />
        )}
        {lock === 'open' && <OpenKeys client={client} keep={keep} />}
        {lock === 'locked' && <UnlockForm client={client} onUnlocked={onReload} />}
      </div>
      <SavedLine saying={saying} />
    </Section>
  );
}
