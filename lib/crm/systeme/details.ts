import { failed } from '../../failure';
import type { Failure, Result } from '../../failure';
import type { Details } from '../../people/details';
import type { Target } from '../../people/intent';
import { attempt } from '../attempt';
import type { Ask } from '../crm';
import { periodEndSeen } from './cancel';
import type { Systeme } from './find';
import {
  enrolmentOf,
  fieldsOf,
  membershipOf,
  NO_ORIGIN,
  originOf,
  subscriptionOf,
} from './map-details';
import { enrollmentsOf, membershipsOf, subscriptionsOf } from './rows';
import { needHer } from './target';

/** Each part is read on its own, and none counts unless the contact still is whom it is asked of. */
export async function readDetails(systeme: Systeme, target: Target, ask: Ask): Promise<Details> {
  const { account, client, now } = systeme;
  const at = now();
  const her = await attempt('systeme details', () => needHer({ account, client, target }, ask));
  if (!her.ok) return { ...nothing(her.failure), at };
  const contactId = her.value.id;
  const [fields, courses, communities, subscriptions] = await Promise.all([
    attempt('systeme fields', async () => fieldsOf(her.value, await client.contactFields(ask))),
    attempt('systeme courses', async () =>
      (await enrollmentsOf(client, { contactId }, ask)).map(enrolmentOf),
    ),
    attempt('systeme communities', async () =>
      (await membershipsOf(client, { contactId }, ask)).map(membershipOf),
    ),
    attempt(
      'systeme subscriptions',
      async () => (await subscriptionsOf(systeme, contactId, ask))?.map(subscriptionOf) ?? null,
    ),
  ]);
  const periodEnd = await periodEndSeen(systeme);
  return {
    at,
    fields,
    places: null,
    segments: null,
    activity: null,
    revenue: null,
    origin: originOf(her.value),
    courses,
    communities,
    subscriptions: unlessNull(subscriptions),
    ...(periodEnd && { periodEnd }),
  };
}

const unlessNull = <Value>(result: Result<Value | null>): Result<Value> | null => {
  if (!result.ok) return result;
  return result.value === null ? null : { ok: true, value: result.value };
};

function nothing(failure: Failure): Omit<Details, 'at'> {
  const none = failed(failure);
  return {
    fields: none,
    places: null,
    segments: null,
    activity: null,
    revenue: null,
    origin: NO_ORIGIN,
    courses: none,
    communities: none,
    subscriptions: none,
  };
}
