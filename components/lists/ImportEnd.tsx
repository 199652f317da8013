import { useState } from 'preact/hooks';
import type { Result } from '@/lib/failure';
import type { IntentOf } from '@/lib/people/intent';
import type { ImportJob } from '@/lib/people/list-work';
import type { Client } from '../accounts/powers';
import { sayWhole } from '@/lib/failure-words';
import { Button } from '../ui/Button';
import { sayResult } from './import-words';

interface ImportEndProps {
  intent: IntentOf<'import'>;
  client: Client;
}

/** What became of an import that was begun: only the server knows, and is asked when she asks. */
export function ImportEnd({ intent: { desk, jobId }, client }: ImportEndProps) {
  const [reply, setReply] = useState<Result<ImportJob> | null>(null);
  const [isAsking, setAsking] = useState(false);
  const { account, place } = desk;
  if (jobId === null || place === null) return null;
  const handleAsk = async () => {
    setAsking(true);
    setReply(await client.importState({ accountId: account.id, place, jobId }));
    setAsking(false);
  };
  return (
    <>
      <small role="status">{reply && sayEnd(reply, account.name)}</small>
      <Button kind="quiet" size="small" busy={isAsking} onClick={() => void handleAsk()}>
        How it ended
      </Button>
    </>
  );
}

function sayEnd(reply: Result<ImportJob>, accountName: string): string {
  if (!reply.ok) return sayWhole(reply.failure, accountName);
  if (reply.value.state === 'done') return sayResult(reply.value);
  return reply.value.state === 'failed'
    ? `Octeth gave the import up. ${sayResult(reply.value)}`
    : 'Octeth is still importing.';
}
