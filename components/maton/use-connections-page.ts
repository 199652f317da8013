import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Failure } from '@/lib/failure';
import type { MatonConnection } from '@/lib/messaging/protocol';
import type { Account } from '@/lib/people/account';
import type { Receipt } from '@/lib/people/receipt';
import type { Client } from '../accounts/powers';
import { sayHere } from '../accounts/say-here';
import type { Saying } from '../accounts/use-saving';
import { deskAt } from '../desk/desk-part';
import { useDeskActing } from '../desk/use-desk-acting';

const LOOK_AGAIN_MS = 2_000;
/** Whoever has not finished the page in ten minutes has gone elsewhere. */
const LOOKS = 300;

/** Maton's connections: read, made, authorised, waited for and removed. */
export function useConnectionsPage(account: Account, client: Client) {
  const accountId = account.id;
  const [connections, setConnections] = useState<MatonConnection[] | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [saying, say] = useState<Saying | null>(null);

  const read = useCallback(async () => {
    const reply = await client.connections({ accountId });
    setFailure(reply.ok ? null : reply.failure);
    if (reply.ok) setConnections(reply.value);
  }, [client, accountId]);
  useEffect(() => void read(), [read]);

  const acting = useDeskActing(client, () => void read());
  const waiting = useWaiting(accountId, client, { onEnd: read, say });
  const authorise = async (connectionId: string) => {
    say(null);
    const reply = await client.authorise({ accountId, connectionId });
    if (reply.ok) waiting.begin(connectionId);
    else say({ tone: 'stop', words: `Its page was not opened. ${sayHere(reply.failure)}` });
  };
  const made = madeBy(acting.news.receipt);
  useEffect(() => {
    if (made !== null) void authorise(made);
  }, [made]);

  const desk = deskAt(account, null);
  const create = async () => {
    say(null);
    const known = connections?.map(({ id }) => id) ?? [];
    await acting.act({ kind: 'create-connection', desk, known, connectionId: null });
  };
  const remove = async ({ id, label }: MatonConnection) => {
    say(null);
    await acting.act({ kind: 'remove-connection', desk, connection: { id, name: label } });
  };
  return { connections, failure, saying, say, read, acting, create, remove, authorise, waiting };
}

export type ConnectionsState = ReturnType<typeof useConnectionsPage>;

/** The connection that was made just now; null where Maton did not tell which it is. */
const madeBy = (receipt: Receipt | null): string | null =>
  receipt?.state === 'done' && receipt.intent.kind === 'create-connection'
    ? receipt.intent.connectionId
    : null;

interface WaitingOptions {
  onEnd: () => Promise<void>;
  say: (saying: Saying | null) => void;
}

/** Looks again and again until a connection is authorised, or nobody waits any more. */
function useWaiting(accountId: string, client: Client, { onEnd, say }: WaitingOptions) {
  const [waitedFor, setWaitedFor] = useState<{ connectionId: string; looks: number } | null>(null);
  /** Authorised while it was waited for. */
  const [made, setMade] = useState<MatonConnection | null>(null);

  useEffect(() => {
    if (waitedFor === null) return;
    const { connectionId, looks } = waitedFor;
    const look = async () => {
      const reply = await client.connection({ accountId, connectionId });
      if (isLeft) return;
      if (reply.ok && reply.value.status === 'active') {
        setMade(reply.value);
        setWaitedFor(null);
        say({ tone: 'good', words: `${reply.value.label} is authorised.` });
        await onEnd();
      } else if (reply.ok && reply.value.status === 'failed') {
        setWaitedFor(null);
        say({ tone: 'stop', words: 'Maton says that the authorisation failed. Try once more.' });
        await onEnd();
      } else if (isGone(reply)) {
        setWaitedFor(null);
        say({ tone: 'warn', words: 'The connection is gone; nothing waits any more.' });
        await onEnd();
      } else if (looks >= LOOKS) {
        setWaitedFor(null);
        say({ tone: 'warn', words: 'Not authorised within ten minutes; nothing waits any more.' });
      } else setWaitedFor({ connectionId, looks: looks + 1 });
    };
    let isLeft = false;
    const timer = setTimeout(() => void look(), LOOK_AGAIN_MS);
    return () => {
      isLeft = true;
      clearTimeout(timer);
    };
  }, [waitedFor, accountId, client]);

  return {
    isOn: waitedFor !== null,
    made,
    begin: (connectionId: string) => {
      setMade(null);
      setWaitedFor({ connectionId, looks: 0 });
    },
    stop: () => setWaitedFor(null),
    forget: () => setMade(null),
  };
}

const isGone = (reply: { ok: boolean; failure?: Failure }): boolean =>
  reply.failure?.kind === 'not-found' || reply.failure?.kind === 'no-connection';
