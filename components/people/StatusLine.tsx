import type { ComponentChildren } from 'preact';
import x from 'lucide-static/icons/x.svg?raw';
import type { Tone } from '@/lib/people/standing';
import { Icon } from '../ui/Icon';
import { Spinner } from '../ui/Spinner';
import { ToneMark } from '../ui/ToneMark';

interface StatusLineProps {
  /** `busy`: it is being worked on. */
  tone: Tone | 'busy';
  /** Absent where it goes by itself. */
  onDismiss?: () => void;
  children: ComponentChildren;
}

export function StatusLine({ tone, onDismiss, children }: StatusLineProps) {
  return (
    <div class={`status-line ${tone}`}>
      {tone === 'busy' ? <Spinner /> : <ToneMark tone={tone} />}
      <div class="status-middle">{children}</div>
      {onDismiss && (
        <button type="button" class="icon-button" aria-label="Dismiss" onClick={onDismiss}>
          <Icon svg={x} />
        </button>
      )}
    </div>
  );
}
