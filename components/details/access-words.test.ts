import { expect, test } from 'vitest';
import type { Subscription } from '@/lib/people/details';
import { isRunning, sayAccess, sayMoney, saySubscription } from './access-words';

const pro: Subscription = {
  id: '1',
  plan: 'Pro monthly',
  amount: 4900,
  currency: 'USD',
  every: 'every month',
  state: 'active',
  since: null,
  cancelledAt: null,
};

test('a subscription is its plan, its price and how it stands', () => {
  expect(saySubscription(pro)).toBe('Pro monthly, $49.00 a month, active');
  expect(saySubscription({ ...pro, every: 'every 3 months' })).toContain('$49.00 every 3 months');
  expect(saySubscription({ ...pro, amount: null, every: null })).toBe('Pro monthly, active');
  expect(saySubscription({ ...pro, state: 'ending' })).toContain('runs until its period ends');
  expect(saySubscription({ ...pro, state: 'cancelled', cancelledAt: '2026-03-01' })).toContain(
    'cancelled on 1 Mar 2026',
  );
});

test('law 3: what is not known of it is said, and can still be cancelled', () => {
  expect(saySubscription({ ...pro, state: 'unclear' })).toContain('state unclear');
  expect(isRunning({ ...pro, state: 'unclear' })).toBe(true);
  expect(isRunning({ ...pro, state: 'ending' })).toBe(false);
});

test('money is read in the smallest unit of its currency, and dollars are told apart', () => {
  expect(sayMoney(4900, 'usd')).toBe('$49.00');
  expect(sayMoney(4900, 'CAD')).toBe('CA$49.00');
  expect(sayMoney(4900, 'JPY')).toBe('¥4,900');
  expect(sayMoney(4900, null)).toBe('49.00');
  expect(sayMoney(4900, 'credits')).toBe('49.00');
});

test('access that is over or of an unknown kind is not said to be there', () => {
  const enrolment = { id: '1', course: { id: '1', name: 'Email' }, active: true } as const;
  expect(sayAccess({ ...enrolment, access: 'full_access' })).toBe('full access');
  expect(sayAccess({ ...enrolment, access: 'full_access', active: false })).toContain('not active');
  expect(sayAccess({ ...enrolment, access: null })).toContain('unknown');
});
