import { ToneMark } from '../ui/ToneMark';
import type { Saying } from './use-saving';

/** Says what became of a change; always there, so that a screen reader hears it fill. */
export function SavedLine({ saying }: { saying: Saying | null }) {
  return (
    <p class={`saved-line ${saying?.tone ?? 'none'}`} role="status">
      {saying && (
        <>
          <ToneMark tone={saying.tone} /> <span dir="auto">{saying.words}</span>
        </>
      )}
    </p>
  );
}
