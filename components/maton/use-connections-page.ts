import { useCallback, useEffect, useState } from 'preact/hooks';
import { type Failure, leavesDoubt } from '@/lib/failure';
import type { MatonConnection } from '@/lib/messaging/protocol';
import type { Client } from '../accounts/powers';
import { sayHere } from '../accounts/say-here';
import type { Saying } from '../accounts/use-saving';

const LOOK_AGAIN_MS = 2_000;
/** Whoever has not finished the page in ten minutes has gone elsewhere. */
const LOOKS = 300;

/** Maton's connections: read, made, waited for and removed. */
export function useConnectionsPage(accountId: string, client: Client) {
  const [connections, setConnections] = useState<MatonConnection[] | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [saying, say] = useState<Saying | null>(null);
  const [isBusy, setBusy] = useState(false);

  const read = useCallback(async () => {
    const reply = await client.connections({ accountId });
    setFailure(reply.ok ? null : reply.failure);
    if (reply.ok) setConnections(reply.value);
  }, [client, accountId]);
  useEffect(() => void read(), [read]);

  const during = async (work: () => Promise<void>) => {
    setBusy(true);
    await work();
    await read();
    setBusy(false);
  };
  /** Law 3: what may have been done all the same is not called undone. */
  const sayFailed = (failed: Failure) =>
    leavesDoubt(failed)
      ? say({
          tone: 'warn',
          words: `Not certain: ${sayHere(failed)} The list below was read again.`,
        })
      : say({ tone: 'stop', words: `Not done. ${sayHere(failed)}` });

  const waiting = useWaiting(accountId, client, { onEnd: read, say });
  const create = () =>
    during(async () => {
      const reply = await client.createConnection({ accountId });
      if (reply.ok) waiting.begin(reply.value);
      else sayFailed(reply.failure);
    });
  const remove = (connection: MatonConnection) =>
    during(async () => {
      const reply = await client.removeConnection({ accountId, connectionId: connection.id });
      if (!reply.ok) return sayFailed(reply.failure);
      waiting.stop();
      say({ tone: 'good', words: `${connection.label} is removed from Maton.` });
    });
  return { connections, failure, saying, say, isBusy, read, create, remove, waiting };
}

export type ConnectionsState = ReturnType<typeof useConnectionsPage>;

interface WaitingOptions {
  onEnd: () => Promise<void>;
  say: (saying: Saying | null) => void;
}

/** Looks again and again until a new connection is authorised, or nobody waits any more. */
function useWaiting(accountId: string, client: Client, { onEnd, say }: WaitingOptions) {
  const [waitedFor, setWaitedFor] = useState<{ connection: MatonConnection; looks: number } | null>(
    null,
  );
  /** Authorised while it was waited for. */
  const [made, setMade] = useState<MatonConnection | null>(null);

  useEffect(() => {
    if (waitedFor === null) return;
    const { connection, looks } = waitedFor;
    const look = async () => {
      const reply = await client.connection({ accountId, connectionId: connection.id });
      if (isLeft) return;
      if (reply.ok && reply.value.status === 'active') {
        setMade(reply.value);
        setWaitedFor(null);
        say({ tone: 'good', words: `${reply.value.label} is authorised.` });
        await onEnd();
      } else if ((reply.ok && reply.value.status === 'failed') || isGone(reply)) {
        setWaitedFor(null);
        say({ tone: 'stop', words: 'Maton says that the authorisation failed. Try once more.' });
        await onEnd();
      } else if (looks >= LOOKS) {
        setWaitedFor(null);
        say({ tone: 'warn', words: 'Not authorised within ten minutes; nothing waits any more.' });
      } else setWaitedFor({ connection, looks: looks + 1 });
    };
    let isLeft = false;
    const timer = setTimeout(() => void look(), LOOK_AGAIN_MS);
    return () => {
      isLeft = true;
      clearTimeout(timer);
    };
  }, [waitedFor, accountId, client]);

  return {
    connection: waitedFor?.connection ?? null,
    made,
    begin: (connection: MatonConnection) => {
      say(null);
      setMade(null);
      setWaitedFor({ connection, looks: 0 });
    },
    stop: () => setWaitedFor(null),
    forget: () => setMade(null),
  };
}

const isGone = (reply: { ok: boolean; failure?: Failure }): boolean =>
  reply.failure?.kind === 'not-found' || reply.failure?.kind === 'no-connection';
