import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { sayLacking } from '@/lib/people/ability';
import { Button } from '../ui/Button';
import type { DeskActing } from './use-desk-acting';

interface CreateFormProps {
  /** Of the button. */
  label: string;
  kind: 'create-field' | 'create-tag';
  acting: DeskActing;
  /** The right that the key lacks for it. */
  lacking: string | null;
  onCreate: () => Promise<void>;
  children: ComponentChildren;
}

/** What is filled in for something new in an account, and the button that makes it. */
export function CreateForm({ label, kind, acting, lacking, onCreate, children }: CreateFormProps) {
  const id = useId();
  return (
    <form
      class="desk-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (lacking === null) void onCreate();
      }}
    >
      {children}
      <Button
        type="submit"
        busy={acting.doing?.kind === kind}
        off={lacking !== null}
        aria-describedby={lacking ? id : undefined}
      >
        {label}
      </Button>
      {lacking && (
        <small id={id} class="desk-lacking">
          {sayLacking(lacking)}
        </small>
      )}
    </form>
  );
}
