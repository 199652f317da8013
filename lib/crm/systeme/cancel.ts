/**
 * The end of a subscription. A server whose cancelling has no body passes over when it was wanted,
 * and ends it at once: so it is read again, and what is so is told and kept in mind.
 */
import { FailureError } from '../../failure';
import type { CancelAt, Details, Ended } from '../../people/details';
import { attempt } from '../attempt';
import type { Ask } from '../crm';
import { badInput } from '../guards';
import { isFresh } from '../needs';
import type { Systeme } from './find';
import { stateOf } from './map-details';
import { subscriptionsOf } from './rows';
import type { Subscription } from './schemas';

/** Whom it harms is asked no more, so nothing but time contradicts the first. */
const LASTS_MS = { ignored: 7 * 24 * 3_600_000, honoured: 24 * 3_600_000 };

type Paying = Pick<Systeme, 'client' | 'memory' | 'now'>;

interface Ending {
  contactId: string;
  id: string;
  when: CancelAt;
}

export async function cancel(systeme: Paying, ending: Ending, ask: Ask): Promise<Ended> {
  const { contactId, id, when } = ending;
  const all = await subscriptionsOf({ ...systeme, anew: true }, contactId, ask);
  const found = all?.find((one) => one.id === id);
  if (!found) throw new FailureError({ kind: 'not-found', what: 'subscription' });
  assertNotOver(found, when);
  if (when === 'period-end' && (await periodEndSeen(systeme)) === 'ignored') {
    throw badInput('subscription', AT_ONCE_ONLY);
  }
  await systeme.client.cancelSubscription(id, when, ask);
  return when === 'now' ? 'now' : lookAfter(systeme, ending, ask);
}

/** Law 3: it was taken, whatever becomes of the look. */
async function lookAfter(systeme: Paying, { contactId, id }: Ending, ask: Ask): Promise<Ended> {
  const again = await attempt('systeme cancel', () => subscriptionsOf(systeme, contactId, ask));
  const row = again.ok ? again.value?.find((one) => one.id === id) : undefined;
  const state = row && stateOf(row);
  if (state !== 'cancelled' && state !== 'ending') return 'untold';
  const verdict = state === 'ending' ? 'honoured' : 'ignored';
  await systeme.memory.learn({ periodEnd: { verdict, at: systeme.now() } });
  return state === 'ending' ? 'period-end' : 'now';
}

/** What the server was seen to make of the choice, while that may be relied on. */
export async function periodEndSeen({
  memory,
  now,
}: Pick<Systeme, 'memory' | 'now'>): Promise<Details['periodEnd']> {
  const { periodEnd } = await memory.read();
  if (!periodEnd || !isFresh(periodEnd.at, now(), LASTS_MS[periodEnd.verdict])) return undefined;
  return periodEnd.verdict;
}

const AT_ONCE_ONLY =
  'This server was seen to end a subscription at once whatever is asked, so nothing was sent';

/** Law 3: what is over by itself or by somebody else is not told as done by us. */
function assertNotOver(subscription: Subscription, when: CancelAt): void {
  const state = stateOf(subscription);
  const isAtEnd = state === 'ending' && when === 'now';
  const why = isAtEnd ? undefined : OVER[state];
  if (why) throw badInput('subscription', why);
}

const OVER: Partial<Record<ReturnType<typeof stateOf>, string>> = {
  cancelled: 'It was cancelled already, so nothing was sent',
  completed: 'It is paid to the end, so there is nothing to cancel',
  ending: 'It ends with its period already, so nothing was sent',
};
