/** Courses and subscriptions in words: pure. */
import type { AccessType, Enrolment, Subscription } from '@/lib/people/details';
import { dayOf } from '../people/times';

export const ACCESS_WORDS: Record<AccessType, string> = {
  full_access: 'full access',
  partial_access: 'some modules',
  dripping_content: 'drip-fed',
  partial_dripping_access: 'some modules, drip-fed',
};

/** “Full access”, “full access, not active”; what we do not know is said so (law 3). */
export function sayAccess({ access, active }: Enrolment): string {
  const words = access === null ? 'access of a kind unknown here' : ACCESS_WORDS[access];
  return active ? words : `${words}, not active`;
}

/** “Pro monthly, $49.00 a month, active”. */
export function saySubscription(subscription: Subscription): string {
  const { plan, amount, currency, every } = subscription;
  const price = amount === null ? null : sayMoney(amount, currency);
  const rhythm = every?.replace(/^every (?=[a-z]+$)/, 'a ');
  const paid = [price, rhythm].filter(Boolean).join(' ');
  return [plan, paid, sayState(subscription)].filter(Boolean).join(', ');
}

function sayState({ state, cancelledAt }: Subscription): string {
  switch (state) {
    case 'active':
      return 'active';
    case 'ending':
      return 'cancelled, runs until its period ends';
    case 'cancelled':
      return cancelledAt ? `cancelled on ${dayOf(cancelledAt)}` : 'cancelled';
    case 'completed':
      return 'paid to the end';
    case 'incomplete':
      return 'first payment not made';
    case 'unclear':
      return 'state unclear';
  }
}

/** Whether it still takes money, so that there is something to cancel. */
export const isRunning = ({ state }: Subscription): boolean =>
  state === 'active' || state === 'incomplete' || state === 'unclear';

/** An amount in the smallest unit of its currency; without one, a bare number says no more. */
export function sayMoney(amount: number, currency: string | null): string {
  const format = formatOf(currency);
  const { maximumFractionDigits = 2 } = format.resolvedOptions();
  return format.format(amount / 10 ** maximumFractionDigits);
}

/** Dollars of different countries are told apart. A currency nobody knows is no reason to fail. */
function formatOf(currency: string | null): Intl.NumberFormat {
  const isCode = currency !== null && /^[a-z]{3}$/i.test(currency);
  return isCode
    ? new Intl.NumberFormat('en', { style: 'currency', currency })
    : new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}
