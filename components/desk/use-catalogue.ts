import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Failure } from '@/lib/failure';
import type { Catalogue } from '@/lib/people/catalogue';
import type { Client } from '../accounts/powers';

/** What the account keeps to choose from. What was read stays when reading again fails. */
export function useCatalogue(accountId: string, client: Client) {
  const [catalogue, setCatalogue] = useState<Catalogue | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isReading, setReading] = useState(true);
  const read = useCallback(
    async (fresh: boolean) => {
      setReading(true);
      const reply = await client.catalogue({ accountId, fresh });
      setReading(false);
      setFailure(reply.ok ? null : reply.failure);
      if (reply.ok) setCatalogue(reply.value);
    },
    [client, accountId],
  );
  useEffect(() => void read(false), [read]);
  return { catalogue, failure, isReading, read };
}
