import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Client } from './powers';
import type { Failure, Result } from '@/lib/failure';

export type Asked<Value> =
  | { is: 'waiting' }
  | { is: 'failed'; failure: Failure }
  | { is: 'there'; value: Value };

/**
 * Asks once, and again on `reload`. `ask` lives outside the component: the client hands out a new
 * function at each touch, so that a call taken from it while rendering would be asked for ever.
 */
export function useAsked<Value>(client: Client, ask: (client: Client) => Promise<Result<Value>>) {
  const [asked, setAsked] = useState<Asked<Value>>({ is: 'waiting' });
  const reload = useCallback(async () => {
    const reply = await ask(client);
    // What was there stays when asking again fails: a form may be open in it.
    setAsked((before) => {
      if (reply.ok) return { is: 'there', value: reply.value };
      return before.is === 'there' ? before : { is: 'failed', failure: reply.failure };
    });
  }, [client, ask]);
  useEffect(() => void reload(), [reload]);
  const set = (value: Value) => setAsked({ is: 'there', value });
  return { asked, reload, set };
}
