import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Failure } from '@/lib/failure';
import type { Account, System } from '@/lib/people/account';
import { type Attempt, type AtField, type FormField, tryToConnect } from './attempt';
import { createDrafts, type DraftFields, type FormId } from './drafts';
import { startingFields, toRequest } from './form-request';
import type { Powers } from './powers';
import { useConnections } from './use-connections';

export type Stage =
  | { is: 'typing' }
  | { is: 'testing' }
  | {
      is: 'failed';
      failure: Failure;
      field: FormField | null;
      also?: AtField;
      offer: { gateway: string; control: string } | null;
    };

interface AccountFormOptions {
  form: FormId;
  system: System;
  /** The account that is changed; null for a new one. */
  account: Account | null;
  powers: Powers;
  onSaved: (account: Account, said: string[]) => void;
}

export type AccountFormState = ReturnType<typeof useAccountForm>;

export function useAccountForm({ form, system, account, powers, onSaved }: AccountFormOptions) {
  const { fields, isRestored, keep, discard } = useDraft(form, account, powers.storage);
  const [key, setKey] = useState('');
  const [stage, setStage] = useState<Stage>({ is: 'typing' });
  const choice = useConnections(account);
  const [nameBefore] = useState(account?.name ?? '');
  const isTesting = useRef(false);
  const isLeft = useRef(false);
  useEffect(() => () => void (isLeft.current = true), []);

  const change = (changed: Partial<DraftFields>): DraftFields => {
    setStage((now) => (now.is === 'failed' ? { is: 'typing' } : now));
    return keep(changed);
  };
  const conclude = (ended: Attempt) => {
    if (ended.outcome === 'saved') {
      discard();
      setKey('');
      onSaved(ended.account, ended.said);
    } else if (isLeft.current) return;
    else if (ended.outcome === 'failed') setStage({ is: 'failed', ...ended });
    else {
      setStage({ is: 'typing' });
      choice.offer(ended.connections);
    }
  };
  const test = async (changed: Partial<DraftFields> = {}) => {
    if (isTesting.current) return;
    if (choice.isUnchosen) return choice.miss();
    isTesting.current = true;
    const request = toRequest(change(changed), {
      system,
      accountId: account?.id ?? null,
      key: key.trim() || null,
      connectionId: choice.chosenId,
      nameBefore,
    });
    const attempt = tryToConnect(request, powers); // asks for hosts within this very click
    setStage({ is: 'testing' });
    const ended = await attempt;
    isTesting.current = false;
    conclude(ended);
  };
  const typeKey = (typed: string) => {
    setKey(typed);
    choice.forget(); // another key may have other connections
    setStage((now) => {
      if (now.is !== 'failed') return now;
      if (now.field === 'key') return { is: 'typing' };
      const { also, ...other } = now;
      return also?.field === 'key' ? other : now;
    });
  };
  return { fields, change, key, setKey: typeKey, stage, test, isRestored, choice, discard };
}

/** The fields, kept with every keystroke. */
function useDraft(form: FormId, account: Account | null, storage: Storage) {
  const drafts = useMemo(() => createDrafts(storage), [storage]);
  const [draft] = useState(() => drafts.read(form));
  const [fields, setFields] = useState<DraftFields>(draft ?? startingFields(account));
  const keep = (changed: Partial<DraftFields>): DraftFields => {
    const next = { ...fields, ...changed };
    setFields(next);
    drafts.keep(form, next);
    return next;
  };
  return { fields, isRestored: draft !== null, keep, discard: () => drafts.drop(form) };
}
