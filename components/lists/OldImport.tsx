import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Result } from '@/lib/failure';
import { sayWhole } from '@/lib/failure-words';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { Spinner } from '../ui/Spinner';
import type { AtList } from './ListWork';

interface OldImportProps {
  at: AtList;
  /** “a database”: what the old import alone can read. */
  what: string;
  children: ComponentChildren;
}

/** Asked before a form is filled in for nothing, or a password sent. */
export function OldImport({ at, what, children }: OldImportProps) {
  const { has, ask } = useOldImport(at);
  if (has === null) {
    return (
      <p role="status">
        <Spinner inText /> Asking whether this server has the old import…
      </p>
    );
  }
  if (!has.ok) {
    return (
      <Notice
        tone="stop"
        live="alert"
        actions={<Button onClick={() => void ask()}>Try again</Button>}
      >
        {sayWhole(has.failure, at.account.name)}
      </Notice>
    );
  }
  if (has.value) return children;
  return (
    <Notice tone="none" live="status">
      This server has no old import any more, and only that reads {what}. Save the people as a CSV
      file and choose it here.
    </Notice>
  );
}

function useOldImport({ account, place, powers: { client } }: AtList) {
  const [has, setHas] = useState<Result<boolean> | null>(null);
  const ask = useCallback(async () => {
    setHas(null);
    setHas(await client.hasOldImport({ accountId: account.id, place }));
  }, [client, account.id, place.id]);
  useEffect(() => void ask(), [ask]);
  return { has, ask };
}
