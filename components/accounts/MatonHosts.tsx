import { useEffect, useState } from 'preact/hooks';
import { Disclosure } from '../ui/Disclosure';
import { Field } from '../ui/Field';
import { CONTROL_DEFAULT, GATEWAY_DEFAULT } from './attempt';
import type { DraftFields } from './drafts';

interface MatonHostsProps {
  fields: DraftFields;
  onChange: (changed: Partial<DraftFields>) => void;
  errorAt: (field: string) => string | null;
}

/** Maton's own addresses: right as they stand for nearly everybody. */
export function MatonHosts({ fields, onChange, errorAt }: MatonHostsProps) {
  const isUnusual = fields.gateway !== GATEWAY_DEFAULT || fields.control !== CONTROL_DEFAULT;
  const [isOpen, setOpen] = useState(isUnusual);
  const hasError = Boolean(errorAt('gateway') ?? errorAt('control'));
  useEffect(() => {
    if (hasError || isUnusual) setOpen(true);
  }, [hasError, isUnusual]);
  return (
    <Disclosure summary="Advanced" open={isOpen} onToggle={setOpen}>
      <Field
        label="Gateway address"
        value={fields.gateway}
        onInput={(gateway) => onChange({ gateway })}
        error={errorAt('gateway')}
      />
      <Field
        label="Control address"
        value={fields.control}
        onInput={(control) => onChange({ control })}
        hint="Where Maton keeps your connections."
        error={errorAt('control')}
      />
    </Disclosure>
  );
}
