import { useState } from 'preact/hooks';
import type { ConnectionChoice } from '@/lib/messaging/protocol';
import type { Account } from '@/lib/people/account';

/** What Maton offered to choose from; `isMissed` once she went on without choosing. */
interface Connections {
  offered: ConnectionChoice[];
  chosen: string | null;
  isMissed: boolean;
}

/** Which Systeme.io account is meant. With several, nothing is chosen for the user (law 2). */
export function useConnections(account: Account | null) {
  const [connections, setConnections] = useState<Connections | null>(null);
  const [isOtherWanted, setOtherWanted] = useState(false);
  const kept = account?.system === 'systeme' && !isOtherWanted ? account.connection.id : null;
  return {
    connections,
    isOtherWanted,
    wantOther: () => setOtherWanted(true),
    /** Null while it is for Maton to say which there are. */
    chosenId: connections ? connections.chosen : kept,
    isUnchosen: connections !== null && connections.chosen === null,
    miss: () => setConnections((now) => now && { ...now, isMissed: true }),
    offer: (offered: ConnectionChoice[]) => {
      const only = offered.length === 1 ? offered[0] : undefined;
      setConnections({ offered, chosen: only?.id ?? null, isMissed: false });
    },
    choose: (id: string) => setConnections((now) => now && { ...now, chosen: id, isMissed: false }),
    forget: () => setConnections(null),
  };
}
