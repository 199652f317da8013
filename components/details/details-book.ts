import type { Failure } from '@/lib/failure';
import type { Asking, PanelCalls } from '@/lib/messaging/protocol';
import type { Details } from '@/lib/people/details';
import type { Target } from '@/lib/people/intent';
import type { Profile } from '@/lib/people/profile';

/** How far the details of one profile have come. What was known stays while it is asked again. */
export interface DetailsState {
  details: Details | null;
  /** Set where the last asking brought nothing at all. */
  failure: Failure | null;
  isAsking: boolean;
}

export const UNASKED: DetailsState = { details: null, failure: null, isAsking: true };

export type DetailsByKey = Readonly<Record<string, DetailsState>>;

interface Options {
  client: Pick<Asking<PanelCalls>, 'details'>;
  tell: (key: string, state: DetailsState) => void;
  now?: () => number;
}

/** A server whose clock runs ahead is not asked without end. */
const LEAST_WAIT_MS = 1_000;

export const detailsKey = ({ account, place, profileId }: Target): string =>
  profileKey({ account, place, id: profileId });

/** One server may give the same id on every list: the list belongs to it. */
export const profileKey = ({ account, place, id }: Pick<Profile, 'account' | 'place' | 'id'>) =>
  [account.id, place?.id ?? '', id].join(' ');

/** Details are asked once for each look-up that found the profile, and anew after the next. */
export function createDetailsBook({ client, tell, now = Date.now }: Options) {
  const states = new Map<string, DetailsState>();
  const asked = new Map<string, number>();
  const turns = new Map<string, number>();
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  let isClosed = false;

  const change = (key: string, part: Partial<DetailsState>) => {
    const state = { ...(states.get(key) ?? UNASKED), ...part };
    states.set(key, state);
    tell(key, state);
  };

  async function ask(target: Target, fresh: boolean): Promise<void> {
    const key = detailsKey(target);
    const turn = (turns.get(key) ?? 0) + 1;
    turns.set(key, turn);
    clearTimeout(timers.get(key));
    change(key, { isAsking: true });
    const reply = await client.details({ target, fresh });
    if (isClosed || turns.get(key) !== turn) return;
    if (reply.ok) change(key, { details: reply.value, failure: null, isAsking: false });
    else change(key, { failure: reply.failure, isAsking: false });
    const retryAt = busyUntil(states.get(key));
    if (retryAt === null) return;
    const wait = Math.max(retryAt - now(), LEAST_WAIT_MS);
    timers.set(
      key,
      setTimeout(() => void ask(target, true), wait),
    );
  }

  return {
    /** `at`: when the look-up was answered that found this profile. */
    want(target: Target, at: number): void {
      const key = detailsKey(target);
      const before = asked.get(key);
      if (before !== undefined && before >= at) return;
      asked.set(key, at);
      void ask(target, before !== undefined);
    },
    again: (target: Target): void => void ask(target, true),
    close(): void {
      isClosed = true;
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
}

export type DetailsBook = ReturnType<typeof createDetailsBook>;

/** When the part that has to wait longest may be asked again. */
function busyUntil(state: DetailsState | undefined): number | null {
  const { details, failure } = state ?? UNASKED;
  const parts = details
    ? [
        details.fields,
        details.segments,
        details.activity,
        details.courses,
        details.communities,
        details.subscriptions,
      ]
    : [];
  const failures = [failure, ...parts.map((part) => (part && !part.ok ? part.failure : null))];
  const times = failures.flatMap((each) => (each?.kind === 'busy' ? [each.retryAt] : []));
  return times.length > 0 ? Math.max(...times) : null;
}
