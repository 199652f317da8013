import type { ButtonHTMLAttributes, Ref } from 'preact';
import { Spinner } from './Spinner';
import './button.css';

interface ButtonProps extends Omit<ButtonHTMLAttributes, 'type' | 'disabled' | 'size' | 'class'> {
  class?: string;
  kind?: 'primary' | 'quiet' | 'danger' | undefined;
  size?: 'normal' | 'small';
  type?: 'button' | 'submit';
  /** Something is under way: the button keeps its focus and does nothing. */
  busy?: boolean;
  /** Cannot be used now; stays focusable so that the keyboard is never thrown out. */
  off?: boolean;
  ref?: Ref<HTMLButtonElement>;
}

export function Button(props: ButtonProps) {
  const { kind, size, type, busy, off, onClick, children, class: extra, ...rest } = props;
  const isIdle = Boolean(busy || off);
  return (
    <button
      {...rest}
      type={type ?? 'button'}
      class={`button ${kind ?? ''} ${size ?? ''} ${extra ?? ''}`}
      aria-disabled={isIdle || undefined}
      aria-busy={busy || undefined}
      onClick={(event) => {
        if (isIdle) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {busy && <Spinner />}
      {children}
    </button>
  );
}
