import { useEffect, useState } from 'preact/hooks';
import type { Failure } from '@/lib/failure';
import type { HandedOn, NotThere } from '@/lib/people/handed-on';
import { asLines, countedAddresses } from '../page/page-rows';
import type { WorkbenchPowers } from './powers';
import { useLeaveWarning } from './use-leave-warning';
import { ticketAt, workHashOf, workPlaceAt } from './work-place';

/** What the popup handed on to this page: shown at every list until it is used. */
export interface Handed {
  handedOn: HandedOn;
  /** Why it is in this tab alone by now; null: it can be loaded again. */
  alone: NotThere | null;
  /** It has done its service. */
  leave: () => void;
  /** The same without having been imported. */
  letGo: () => void;
  copy: () => Promise<void>;
}

/** Why there is nothing although a ticket was brought; null: it has not been asked for in vain. */
export type InVain = NotThere | Failure | null;

export function useHandedOn({ client, copy }: WorkbenchPowers) {
  const [handedOn, setHandedOn] = useState<HandedOn | null>(null);
  const [inVain, setInVain] = useState<InVain>(null);
  const [ticket, setTicket] = useState(() => ticketAt(location.hash));
  const [said, say] = useState('');
  useLeaveWarning(handedOn !== null);
  useEffect(() => {
    if (ticket === null) return;
    void client.handedOn({ ticket }).then((reply) => {
      if (!reply.ok) return setInVain(reply.failure);
      if (typeof reply.value !== 'string') return setHandedOn(reply.value);
      setInVain(reply.value);
      leave();
    });
  }, [client]);
  /** What is loaded again brings it no more. */
  const leave = () => {
    // Where that fails, it is forgotten in its time.
    if (ticket !== null) void client.dropHandedOn({ ticket });
    setHandedOn(null);
    setTicket(null);
    history.replaceState(null, '', workHashOf(workPlaceAt(location.hash)));
  };
  const alone = useAlone(client, handedOn === null ? null : ticket);
  if (!handedOn) return { handed: null, inVain, ticket, said };
  const whom = countedAddresses(handedOn.rows.length);
  const handed: Handed = {
    handedOn,
    alone,
    leave,
    letGo: () => {
      leave();
      say(`${whom} discarded. Nothing was written.`);
    },
    copy: async () =>
      say((await copy(asLines(handedOn.rows))) ? `${whom} copied, one a line.` : 'Not copied.'),
  };
  return { handed, inVain, ticket, said };
}

/** Others may be handed on while one is at another tab or window: looked at on coming back. */
function useAlone(client: WorkbenchPowers['client'], ticket: string | null): NotThere | null {
  const [alone, setAlone] = useState<NotThere | null>(null);
  useEffect(() => {
    if (ticket === null) return;
    const look = async () => {
      if (document.visibilityState !== 'visible') return;
      const reply = await client.handedOn({ ticket });
      if (reply.ok && typeof reply.value === 'string') setAlone(reply.value);
    };
    const handleChange = () => void look();
    document.addEventListener('visibilitychange', handleChange);
    addEventListener('focus', handleChange);
    return () => {
      document.removeEventListener('visibilitychange', handleChange);
      removeEventListener('focus', handleChange);
    };
  }, [client, ticket]);
  return alone;
}
