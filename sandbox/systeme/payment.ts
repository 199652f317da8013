import type { Subscription } from '../world/systeme.ts';
import { done, moment } from './endpoint.ts';
import type { Endpoint, Errand } from './endpoint.ts';
import { pageReply } from './paging.ts';
import { invalid, notFound } from './problem.ts';

export const paymentEndpoints: Endpoint[] = [
  {
    method: 'GET',
    path: '/payment/subscriptions',
    answer(errand) {
      const { account, dialect, query } = errand;
      const subscriptions = account.subscriptions ?? notFound();
      const contactId = Number(query.get('contact'));
      if (dialect === 'public' && !(contactId > 0)) invalid('contact', 'positive');
      const found = subscriptions.filter(
        (subscription) => dialect === 'seed' || subscription.contactId === contactId,
      );
      const show = (subscription: Subscription) => subscriptionBody(subscription, errand);
      return pageReply(found, errand, show, { largest: dialect === 'public' ? 50 : 100 });
    },
  },
  {
    method: 'POST',
    path: '/payment/subscriptions/{id}/cancel',
    answer(errand) {
      const { account, body, dialect, ids, now } = errand;
      const subscription =
        (account.subscriptions ?? notFound()).find(({ id }) => id === Number(ids[0])) ?? notFound();
      if (dialect === 'public') {
        if (body.cancel === undefined) invalid('cancel', 'blank');
        if (body.cancel !== 'Now' && body.cancel !== 'WhenBillingPeriodEnds') {
          invalid('cancel', 'choice');
        }
      }
      // The seed's has no body: whatever is in one is passed over.
      if (dialect === 'seed' || body.cancel === 'Now') subscription.status = 'cancelled';
      subscription.cancelledAt = moment(now);
      return done(errand);
    },
  },
];

/** Without `contact` in the question, the seed's answer has to say whose each one is. */
function subscriptionBody(subscription: Subscription, { account, dialect }: Errand): object {
  const contact = account.contacts.find(({ id }) => id === subscription.contactId);
  return {
    id: subscription.id,
    ...(dialect === 'seed' && { contact: { id: contact?.id, email: contact?.email } }),
    status: subscription.status,
    createdAt: subscription.createdAt,
    cancelledAt: subscription.cancelledAt,
    completedAt: subscription.status === 'completed' ? '2026-09-01T08:00:00+00:00' : null,
    pricePlan: {
      id: 7001,
      name: subscription.plan,
      type: 'subscription',
      amount: subscription.amount,
      currency: 'eur',
      recurringOptions: { interval: subscription.interval ?? 'month', intervalCount: 1 },
    },
  };
}
