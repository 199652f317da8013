import { sayFailure } from '@/lib/failure-words';
import type { EmailAddress } from '@/lib/people/address';
import type { useLookUps } from '../hooks/use-look-ups';
import type { usePanelState } from '../hooks/use-panel-state';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { PersonCard } from './PersonCard';
import { Recents } from './Recents';
import { Unlock } from './Unlock';
import { Welcome } from './Welcome';
import type { Kept } from './half-made';

interface PopupMainProps {
  panel: ReturnType<typeof usePanelState>;
  kept: Kept;
  lookUps: ReturnType<typeof useLookUps>;
  onShow: (address: EmailAddress) => void;
  onForget: () => void;
}

/** What stands under the search field: the card, or what is in its way, or where to begin. */
export function PopupMain({ panel, kept, lookUps, onShow, onForget }: PopupMainProps) {
  const { state, failure, slots, readAgain } = panel;
  if (failure) {
    const { what, next } = sayFailure(failure);
    return (
      <div class="popup-notice">
        <Notice
          tone="stop"
          live="alert"
          actions={
            <Button size="small" onClick={() => void readAgain()}>
              Try again
            </Button>
          }
        >
          {/* Put in anew each time, so that it is read out each time. */}
          <span key={failure}>
            <b>{what}</b> {next}
          </span>
        </Notice>
      </div>
    );
  }
  if (state?.lock === 'locked') return <Unlock onUnlocked={() => void readAgain()} />;
  if (state && slots.length === 0) return <Welcome hasPaused={state.accounts.length > 0} />;
  const paused = state?.accounts.filter((account) => account.paused) ?? [];
  return (
    <>
      {kept.address ? (
        <PersonCard
          address={kept.address}
          slots={slots}
          byAccount={lookUps.byAccount}
          onRetry={(account) => void lookUps.ask(account)}
          onStop={lookUps.stop}
        />
      ) : (
        <>
          <h1 class="unseen">Addressee</h1>
          <Recents onChoose={onShow} onForget={onForget} />
        </>
      )}
      {kept.address && paused.length > 0 && (
        <p class="popup-aside" dir="auto">
          Paused, not asked: {paused.map((account) => account.name).join(', ')}
        </p>
      )}
      {state?.trouble.map((words) => (
        <div key={words} class="popup-notice">
          <Notice tone="warn">{words}</Notice>
        </div>
      ))}
    </>
  );
}
