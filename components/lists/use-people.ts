import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Result } from '@/lib/failure';
import type { Place } from '@/lib/people/account';
import type { PeoplePage, Whom } from '@/lib/people/list-work';
import type { Client } from '../accounts/powers';

interface Shown {
  whom: Whom;
  /** Where this page begins, and those before it. */
  starts: number[];
}

interface OfList {
  accountId: string;
  place: Place;
}

/** One page at a time; an answer that comes after another question is let go. */
export function usePeople({ accountId, place }: OfList, client: Client, changes: number) {
  const [shown, setShown] = useState<Shown>({ whom: { group: 'active' }, starts: [0] });
  const [answer, setAnswer] = useState<{ to: Shown; page: Result<PeoplePage> } | null>(null);
  const latest = useRef(0);
  const from = shown.starts.at(-1) ?? 0;
  const read = useCallback(async () => {
    latest.current += 1;
    const mine = latest.current;
    setAnswer(null);
    const page = await client.people({ accountId, place, whom: shown.whom, from });
    if (mine === latest.current) setAnswer({ to: shown, page });
  }, [client, accountId, place.id, shown]);
  useEffect(() => void read(), [read, changes]);
  // What answered another question is not drawn under this one, not for a moment.
  const reply = answer?.to === shown ? answer.page : null;
  const next = reply?.ok ? reply.value.next : null;
  return {
    whom: shown.whom,
    from,
    reply,
    read,
    show: (whom: Whom) => setShown({ whom, starts: [0] }),
    goOn: next === null ? null : () => setShown({ ...shown, starts: [...shown.starts, next] }),
    goBack:
      shown.starts.length < 2
        ? null
        : () => setShown({ ...shown, starts: shown.starts.slice(0, -1) }),
  };
}
