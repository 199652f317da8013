import { useEffect, useState } from 'preact/hooks';
import { NOTHING_KNOWN, type Abilities } from '@/lib/people/ability';
import type { Client } from '../accounts/powers';

/** Read again after each write: a refusal may have told what the key may not do. */
export function useAbilities(accountId: string, client: Client, after: unknown): Abilities {
  const [abilities, setAbilities] = useState(NOTHING_KNOWN);
  useEffect(() => {
    let isStale = false;
    void client.abilities({ accountId }).then((reply) => {
      if (!isStale && reply.ok) setAbilities(reply.value);
    });
    return () => {
      isStale = true;
    };
  }, [client, accountId, after]);
  return abilities;
}
