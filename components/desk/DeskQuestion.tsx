import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Concern } from '@/lib/people/concern';
import { whereOf } from '@/lib/people/receipt-words';
import { questionOf } from '../people/concern-words';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import { Field } from '../ui/Field';
import type { Asked, DeskActing } from './use-desk-acting';

interface DeskQuestionProps {
  asked: Asked;
  acting: DeskActing;
  /** Something is still to be learnt before the yes counts. */
  isWaiting?: boolean;
  /** What only the asking page knows. */
  children?: ComponentChildren;
}

/** Law 8: names what is lost, and by how many, and has the name typed. */
export function DeskQuestion({ asked, acting, isWaiting = false, children }: DeskQuestionProps) {
  const { intent, concerns, load } = asked;
  const [typed, setTyped] = useState('');
  const { title, reasons, yes, toType } = questionOf(intent, concerns);
  const isOff = isWaiting || (toType !== null && typed.trim() !== toType.trim());
  const handleYes = () => {
    if (!isOff)
      void acting.act(
        intent,
        concerns.map((concern) => withTyped(concern, typed)),
        load,
      );
  };
  return (
    <ConfirmDialog
      title={title}
      confirm={yes}
      off={isOff}
      onConfirm={handleYes}
      onCancel={acting.leave}
    >
      <p dir="auto">In {whereOf(intent)}.</p>
      {children}
      {reasons.map((reason) => (
        <p key={reason} dir="auto">
          {reason}
        </p>
      ))}
      {toType !== null && (
        <Field
          label={`Type ${toType} to go on`}
          value={typed}
          onInput={setTyped}
          onKeyDown={(event) => {
            if (event.key === 'Enter') handleYes();
          }}
        />
      )}
    </ConfirmDialog>
  );
}

const withTyped = (concern: Concern, typed: string): Concern =>
  concern.kind === 'type-name' ? { ...concern, typed } : concern;
