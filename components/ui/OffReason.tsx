import './off-reason.css';

interface OffReasonProps {
  /** Named by the `aria-describedby` of what is off. */
  id: string;
  /** Null: nothing is off. */
  reason: string | null;
}

/** Why something is off, beside it: shown to everybody, not to a pointer alone. */
export function OffReason({ id, reason }: OffReasonProps) {
  if (reason === null) return null;
  return (
    <small id={id} class="off-reason">
      {reason}
    </small>
  );
}
