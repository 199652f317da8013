import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Failure } from '@/lib/failure';
import type { Abilities } from '@/lib/people/ability';
import type { Account } from '@/lib/people/account';
import type { Client } from './powers';

/**
 * What is known of the account's key; one that was never tried is tried, where it may be asked.
 * Read again whenever the account was tested: its key may be another.
 */
export function useAbilitiesOf(
  account: Account,
  client: Client,
  { mayAsk, tested }: { mayAsk: boolean | null; tested: unknown },
) {
  const [abilities, setAbilities] = useState<Abilities | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isChecking, setChecking] = useState(false);
  const { id } = account;

  const check = useCallback(async () => {
    setChecking(true);
    const reply = await client.checkAbilities({ accountId: id });
    setChecking(false);
    setFailure(reply.ok ? null : reply.failure);
    if (reply.ok) setAbilities(reply.value);
  }, [client, id]);

  useEffect(() => {
    let isStale = false;
    void client.abilities({ accountId: id }).then((reply) => {
      if (isStale || !reply.ok) return;
      setAbilities(reply.value);
      if (reply.value.at === null && mayAsk) void check();
    });
    return () => {
      isStale = true;
    };
  }, [client, id, tested, mayAsk, check]);

  return { abilities, failure, isChecking, check };
}
