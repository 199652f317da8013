/** Writing to one person's row. Nobody is ever chosen by a rule: one person is named (law 8). */
import { AnyReply } from '../schemas/parts';
import { CREATE, OPT_IN, SUBSCRIBE, UNSUBSCRIBE, UPDATE } from './change-refusals';
import { LIMITED_WRITE, onList, personOn, WRITE } from './command';
import type { OnList } from './command';

/** Values by the server's own field ids. */
export type FieldValues = Record<string, string>;

/** What the server wants to know depends on how she is to stand. */
export type NewSubscriberStanding =
  | { status: 'Subscribed' | 'Opt-In Pending'; since: string; ipAddress: string }
  | { status: 'Unsubscribed' | 'Opt-Out Pending'; leftAt: string; leftFrom: string };

export type NewSubscriber = {
  listId: string;
  address: string;
  fields: FieldValues;
} & NewSubscriberStanding;

/** `UpdateIfDuplicate` and `UpdateIfUnsubscribed` are never sent: consent first (law 6). */
export const createSubscriber = (one: NewSubscriber) => ({
  ...LIMITED_WRITE,
  name: 'subscriber.create',
  params: {
    ...onList(one.listId),
    EmailAddress: one.address,
    Status: one.status,
    ...('since' in one
      ? { SubscriptionDate: one.since, SubscriptionIP: one.ipAddress }
      : { UnsubscriptionDate: one.leftAt, UnsubscriptionIP: one.leftFrom }),
    ...(Object.keys(one.fields).length > 0 && { CustomFields: one.fields }),
  },
  refusals: CREATE,
  schema: AnyReply,
});

export interface NewcomerOnForm {
  listId: string;
  address: string;
  ipAddress: string;
  fields: FieldValues;
}

/** As by the list's own form: whether she must confirm first is the list's to say. */
export const subscribe = ({ listId, address, ipAddress, fields }: NewcomerOnForm) => ({
  ...WRITE,
  name: 'subscriber.subscribe',
  params: {
    ...onList(listId),
    // As text, for here it may name several.
    ListID: listId,
    EmailAddress: address,
    IPAddress: ipAddress,
    ...byColumn(fields),
  },
  refusals: SUBSCRIBE,
  schema: AnyReply,
});

export interface SubscriberChanges {
  /** Always sent, for some servers want it; as it is spelled there where it stays. */
  address: string;
  fields: FieldValues;
}

/** Without the flag, fields that are left out count as emptied where the list requires them. */
export const updateSubscriber = (who: OnList, { address, fields }: SubscriberChanges) => ({
  ...WRITE,
  name: 'subscriber.update',
  params: {
    ...personOn(who),
    EmailAddress: address,
    IgnoreAllOtherCustomFieldsExceptGivenOnes: true,
    ...(Object.keys(fields).length > 0 && { Fields: byColumn(fields) }),
  },
  refusals: UPDATE,
  schema: AnyReply,
});

export interface Leaving {
  ipAddress: string;
  /** Bars her from every list of the account. */
  suppress: boolean;
}

const leaving = (who: OnList, { ipAddress, suppress }: Leaving) => ({
  name: 'subscriber.unsubscribe',
  params: {
    ...personOn(who),
    IPAddress: ipAddress,
    ...(suppress && { AddToGlobalSuppression: true }),
  },
  refusals: UNSUBSCRIBE,
  schema: AnyReply,
});

/** Never with `RulesJSON`: before 5.9.3 even an empty one unsubscribes the whole list. */
export const unsubscribe = (who: OnList, how: Leaving) => ({ ...WRITE, ...leaving(who, how) });

/**
 * Whether the server would; it is sent once and never with suppression, for a server that knows no
 * preview does what it is asked about: see `preview.ts`.
 */
export const previewUnsubscribe = (who: OnList, ipAddress: string) => {
  const command = { ...WRITE, ...leaving(who, { ipAddress, suppress: false }) };
  return { ...command, params: { ...command.params, Preview: 1 } };
};

export const confirmOptIn = (who: OnList, code: string) => ({
  ...WRITE,
  name: 'subscriber.optin',
  params: { ...personOn(who), ConfirmationCode: code },
  refusals: OPT_IN,
  schema: AnyReply,
});

const byColumn = (fields: FieldValues): FieldValues =>
  Object.fromEntries(Object.entries(fields).map(([id, value]) => [`CustomField${id}`, value]));
