import type { ComponentChildren } from 'preact';
import './disclosure.css';

interface DisclosureProps {
  summary: ComponentChildren;
  /** Opens it from outside, e.g. because something inside needs attention. */
  open?: boolean;
  onToggle?: (isOpen: boolean) => void;
  children: ComponentChildren;
}

/** What most people never need, one click away. */
export function Disclosure({ summary, open, onToggle, children }: DisclosureProps) {
  return (
    <details
      class="disclosure"
      open={open}
      onToggle={(event) => onToggle?.(event.currentTarget.open)}
    >
      <summary>{summary}</summary>
      <div class="disclosure-body">{children}</div>
    </details>
  );
}
