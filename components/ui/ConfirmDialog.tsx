import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from './Button';
import './confirm-dialog.css';

interface ConfirmDialogProps {
  /** A question that names what it is about. */
  title: string;
  /** What will happen, and what will not. */
  children: ComponentChildren;
  /** The word on the button that does it. */
  confirm: string;
  busy?: boolean;
  /** Not yet: something is still to be typed. */
  off?: boolean;
  onConfirm: () => void;
  onCancel: () => void;
}

/**
 * Asks before something that cannot be taken back. The safe way out has the focus, and whoever
 * opened it has it again afterwards.
 */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const cancel = useRef<HTMLButtonElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    cancel.current?.focus();
    // Only closing gives the focus back: before the dialog is taken away, which would drop it.
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      class="confirm-dialog"
      aria-labelledby={id}
      aria-describedby={`${id}-text`}
      onCancel={(event) => {
        event.preventDefault();
        props.onCancel();
      }}
    >
      <h2 id={id} dir="auto">
        {props.title}
      </h2>
      <div id={`${id}-text`} class="confirm-dialog-text">
        {props.children}
      </div>
      <div class="confirm-dialog-actions">
        <Button ref={cancel} onClick={props.onCancel}>
          Cancel
        </Button>
        <Button
          kind="danger"
          busy={props.busy ?? false}
          off={props.off ?? false}
          onClick={props.onConfirm}
        >
          {props.confirm}
        </Button>
      </div>
    </dialog>
  );
}
