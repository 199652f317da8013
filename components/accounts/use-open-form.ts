import { useMemo, useState } from 'preact/hooks';
import type { Account } from '@/lib/people/account';
import { createDrafts, type FormId } from './drafts';

export interface OpenForm {
  form: FormId | null;
  open: (form: FormId) => void;
  /** Closes this form; another one that was opened meanwhile stays. */
  close: (form: FormId) => void;
  /** Nothing typed for an account outlives it. */
  forget: (accountId: string) => void;
  /** Opens an account's form with another Maton host family filled in. */
  openWithHosts: (account: Account, hosts: { gateway: string; control: string }) => void;
}

/** Which form is open: one at a time, and at first the one last typed into. */
export function useOpenForm(storage: Storage): OpenForm {
  const drafts = useMemo(() => createDrafts(storage), [storage]);
  const [form, setForm] = useState<FormId | null>(() => drafts.latest());
  return {
    form,
    open: setForm,
    close: (closed) => setForm((now) => (now === closed ? null : now)),
    forget: (accountId) => drafts.drop(`edit:${accountId}`),
    openWithHosts: ({ id, name }, hosts) => {
      drafts.keep(`edit:${id}`, { name, server: '', ...hosts });
      setForm(`edit:${id}`);
    },
  };
}
