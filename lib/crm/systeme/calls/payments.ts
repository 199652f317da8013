import type { CancelAt } from '../../../people/details';
import type { Ask } from '../../crm';
import { get, Nothing, post, query } from '../request';
import type { Asking, Page } from '../request';
import { SubscriptionsPage } from '../schemas';

/** Newer servers refuse pages larger than this. */
export const LARGEST_SUBSCRIPTIONS_PAGE = 50;

const WHEN: Record<CancelAt, string> = { now: 'Now', 'period-end': 'WhenBillingPeriodEnds' };

export const paymentCalls = (ask: Asking) => ({
  /** Newer servers insist on `contact`, older ones ignore it. 404 where payments were never set up. */
  subscriptions: (page: Page & { contact: string }, by: Ask) => {
    const operation = get(`/payment/subscriptions${query(page)}`);
    return ask({ ...operation, schema: SubscriptionsPage, missing: 'command' }, by);
  },
  cancelSubscription: (id: string, when: CancelAt, by: Ask) => {
    const operation = post(`/payment/subscriptions/${id}/cancel`, { cancel: WHEN[when] });
    return ask({ ...operation, schema: Nothing, missing: 'subscription' }, by);
  },
});
