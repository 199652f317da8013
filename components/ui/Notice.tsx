import type { ComponentChildren } from 'preact';
import type { Tone } from '@/lib/people/standing';
import { ToneMark } from './ToneMark';
import './notice.css';

interface NoticeProps {
  tone: Tone;
  /** Whether a screen reader hears it: `status` when it may wait, `alert` at once. */
  live?: 'status' | 'alert';
  children: ComponentChildren;
  /** Buttons that answer it. */
  actions?: ComponentChildren;
}

export function Notice({ tone, live, children, actions }: NoticeProps) {
  return (
    <div class={`notice ${tone}`}>
      <ToneMark tone={tone} />
      <div class="notice-words" role={live}>
        {children}
      </div>
      {actions && <div class="notice-actions">{actions}</div>}
    </div>
  );
}
