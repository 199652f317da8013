/** From Systeme.io's words for what a person has to ours. */
import { ACCESS_TYPES } from '../../people/details';
import type {
  AccessType,
  Enrolment,
  Field,
  Membership as OurMembership,
  Origin,
  Subscription as OurSubscription,
} from '../../people/details';
import { plainDate } from '../dates';
import { isTopLevel, TOP_LEVEL } from './calls/contacts';
import type { Contact, ContactFields, Enrollment, Membership, Subscription } from './schemas';

export const NO_ORIGIN: Origin = {
  since: null,
  confirmedAt: null,
  unsubscribedAt: null,
  from: null,
  page: null,
  locale: null,
};

export const originOf = (contact: Contact): Origin => ({
  ...NO_ORIGIN,
  since: plainDate(contact.registeredAt),
  page: contact.sourceURL?.trim() || null,
  locale: contact.locale?.trim() || null,
});

/** What stands in a field: among the fields, or where older servers keep it at the top. */
export function valueIn(contact: Contact, slug: string): string {
  const value = contact.fields?.find((one) => one.slug === slug)?.value;
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return isTopLevel(slug) ? (contact[TOP_LEVEL[slug]]?.trim() ?? '') : '';
}

/** Every field of the account, filled or not, and whatever else stands with her. */
export function fieldsOf(contact: Contact, { items }: ContactFields): Field[] {
  const names = new Map(
    [...items, ...(contact.fields ?? [])].map((field) => [field.slug, labelOf(field)]),
  );
  return [...names].map(([slug, name]) => ({ id: slug, name, value: valueIn(contact, slug) }));
}

/** Older servers say `name`, newer ones `fieldName`. */
export const labelOf = ({ slug, fieldName, name }: ContactFields['items'][number]): string =>
  fieldName?.trim() || name?.trim() || slug;

export const enrolmentOf = ({ id, accessType, active, course }: Enrollment): Enrolment => ({
  id,
  course: { id: course.id, name: course.name?.trim() || `Course ${course.id}` },
  access: isAccessType(accessType) ? accessType : null,
  active: active ?? true,
});

const isAccessType = (type: string | null | undefined): type is AccessType =>
  ACCESS_TYPES.some((known) => known === type);

export const membershipOf = ({ id, community }: Membership): OurMembership => ({
  id,
  community: { id: community.id, name: community.name?.trim() || `Community ${community.id}` },
});

export const subscriptionOf = (row: Subscription): OurSubscription => ({
  id: row.id,
  plan: row.pricePlan?.name?.trim() || `Subscription ${row.id}`,
  amount: row.pricePlan?.amount ?? null,
  currency: row.pricePlan?.currency?.trim().toUpperCase() || null,
  every: everyOf(row.pricePlan?.recurringOptions),
  state: stateOf(row),
  since: plainDate(row.createdAt),
  cancelledAt: plainDate(row.cancelledAt),
});

const STATES: Record<string, OurSubscription['state']> = {
  cancelled: 'cancelled',
  canceled: 'cancelled',
  completed: 'completed',
  incomplete: 'incomplete',
  incomplete_expired: 'incomplete',
};

/** Cancelled for the end of the period, it stays active until then. */
export function stateOf({ status, cancelledAt }: Subscription): OurSubscription['state'] {
  const word = status.toLowerCase();
  if (word === 'active') return plainDate(cancelledAt) === null ? 'active' : 'ending';
  return Object.hasOwn(STATES, word) ? (STATES[word] ?? 'unclear') : 'unclear';
}

type Recurring = NonNullable<Subscription['pricePlan']>['recurringOptions'];

function everyOf(recurring: Recurring | undefined): string | null {
  const unit = recurring?.interval.toLowerCase().trim() ?? '';
  if (!recurring || !/^[a-z]+$/.test(unit)) return null;
  const { intervalCount } = recurring;
  return intervalCount === 1 ? `every ${unit}` : `every ${intervalCount} ${unit}s`;
}
