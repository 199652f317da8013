import { useState } from 'preact/hooks';
import type { MatonConnection } from '@/lib/messaging/protocol';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import { Field } from '../ui/Field';

interface RemoveConnectionProps {
  connection: MatonConnection;
  onConfirm: () => void;
  onCancel: () => void;
}

/** Law 8: says what stops working, and has the beginning of its id typed: names may be alike. */
export function RemoveConnection({ connection, onConfirm, onCancel }: RemoveConnectionProps) {
  const { id, label, usedBy } = connection;
  const [typed, setTyped] = useState('');
  const wanted = id.slice(0, 8);
  const isOff = typed.trim() !== wanted;
  return (
    <ConfirmDialog
      title={`Remove “${label}” from Maton?`}
      confirm="Remove connection"
      off={isOff}
      onConfirm={onConfirm}
      onCancel={onCancel}
    >
      {usedBy.length > 0 && (
        <p>
          <b dir="auto">{usedBy.join(' and ')}</b> {usedBy.length === 1 ? 'goes' : 'go'} through it
          and will stop working until another connection is chosen.
        </p>
      )}
      <p>
        Every tool that reaches Systeme.io through this connection loses it. Nothing changes in
        Systeme.io itself. To have it again it must be authorised anew.
      </p>
      <Field
        label={`Type ${wanted} to go on`}
        value={typed}
        onInput={setTyped}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !isOff) onConfirm();
        }}
      />
    </ConfirmDialog>
  );
}
