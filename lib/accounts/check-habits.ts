/** What an account's server was seen to be like, in words, and in facts for the report. */
import type { Learnt } from '../crm/needs';
import type { Account, OctethAccount } from '../people/account';
import { type Found, ok, warn } from './check-found';

interface Habit {
  what: string;
  fact: string;
}

export const habitsOf = (account: Account, learnt: Learnt): Found =>
  account.system === 'octeth' ? octethHabits(account, learnt) : systemeHabits(learnt);

function octethHabits({ listsByHand }: OctethAccount, learnt: Learnt): Found {
  const { journeysWithPerson, rules, preview } = learnt;
  const told = joined([
    listsByHand
      ? { what: 'It cannot tell its lists: they are typed by hand.', fact: 'lists by hand' }
      : { what: 'It tells its lists.', fact: 'lists told' },
    JOURNEYS[`${journeysWithPerson}`],
    RULES[`${rules}`],
    PREVIEW[`${preview?.verdict ?? null}`],
  ]);
  return ok(told.what, told.fact);
}

function systemeHabits({ emailFilter, subscriptionFilter, periodEnd }: Learnt): Found {
  const { what, fact } = joined([
    EMAIL_FILTER[`${emailFilter}`],
    SUBSCRIPTION_FILTER[`${subscriptionFilter}`],
    PERIOD_END[`${periodEnd?.verdict ?? null}`],
  ]);
  if (emailFilter === 'ignored') return warn(what, AGAIN, fact);
  return emailFilter === null ? { outcome: 'unknown', what, remedy: null, fact } : ok(what, fact);
}

const joined = (habits: Habit[]): Habit => ({
  what: habits.map(({ what }) => what).join(' '),
  fact: habits.map(({ fact }) => fact).join(', '),
});

const AGAIN = 'Nothing is wrong; “Test again” finds out whether that has changed.';

const JOURNEYS: Record<`${boolean | null}`, Habit> = {
  true: { what: 'It tells journeys with the person.', fact: 'journeys with the person' },
  false: { what: 'Journeys are asked for by themselves.', fact: 'journeys by themselves' },
  null: {
    what: 'How it tells journeys is learnt with the first look-up.',
    fact: 'journeys not learnt',
  },
};

const RULES: Record<`${Learnt['rules']}`, Habit> = {
  typed: { what: 'It reads rules as versions from 5.9.3 write them.', fact: 'rules typed' },
  flat: { what: 'It reads rules as they were written before 5.9.3.', fact: 'rules flat' },
  null: {
    what: 'It was not seen to read rules otherwise than versions from 5.9.3.',
    fact: 'rules not learnt',
  },
};

type Verdict = `${'honoured' | 'ignored' | null}`;

const PREVIEW: Record<Verdict, Habit> = {
  honoured: {
    what: 'It was seen to say beforehand what unsubscribing would do.',
    fact: 'preview honoured',
  },
  ignored: {
    what: 'It was seen not to say beforehand what unsubscribing would do.',
    fact: 'preview ignored',
  },
  null: {
    what: 'Whether it says beforehand what unsubscribing would do is learnt with the first.',
    fact: 'preview not learnt',
  },
};

const EMAIL_FILTER: Record<Verdict, Habit> = {
  honoured: { what: 'It can be searched by address.', fact: 'email filter honoured' },
  ignored: {
    what: 'It cannot be searched by address, so look-ups read through its contacts.',
    fact: 'email filter ignored',
  },
  null: {
    what: 'Whether it can be searched by address is learnt with the first look-up.',
    fact: 'email filter not learnt',
  },
};

const SUBSCRIPTION_FILTER: Record<Verdict, Habit> = {
  honoured: {
    what: 'It tells the subscriptions of one person.',
    fact: 'subscription filter honoured',
  },
  ignored: {
    what: 'Subscriptions are told of everybody, and only those that name her are shown.',
    fact: 'subscription filter ignored',
  },
  null: {
    what: 'Whether it tells the subscriptions of one person is learnt where that is in doubt.',
    fact: 'subscription filter not learnt',
  },
};

const PERIOD_END: Record<Verdict, Habit> = {
  honoured: {
    what: 'It was seen to end a subscription with its period.',
    fact: 'period end honoured',
  },
  ignored: { what: 'It was seen to end subscriptions at once only.', fact: 'period end ignored' },
  null: {
    what: 'Whether it ends subscriptions with their period is learnt with the first.',
    fact: 'period end not learnt',
  },
};
