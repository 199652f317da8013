/** The request of each Octeth command, with what its answers mean. */
import type * as v from 'valibot';
import * as refusals from './refusals';
import * as schemas from './schemas';

export interface Command<Schema extends v.GenericSchema> {
  name: string;
  params: Record<string, unknown>;
  kind: 'read' | 'write';
  /** Whether the reference states the limit of 100 calls in 60 s for it. */
  isLimited: boolean;
  refusals: refusals.Refusals;
  schema: Schema;
}

/** A person on a list, by the server's own id: numbers are given anew on each list. */
export interface OnList {
  listId: string;
  personId: string;
}

export interface NewSubscriber {
  listId: string;
  address: string;
  status: 'Subscribed' | 'Opt-In Pending';
  since: string;
  ipAddress: string;
  /** By the list's own field ids. */
  fields: Record<string, string>;
}

const READ = { kind: 'read', isLimited: false, refusals: refusals.NONE } as const;
const LIMITED_READ = { ...READ, isLimited: true } as const;
const WRITE = { kind: 'write', isLimited: false } as const;
const LIMITED_WRITE = { ...WRITE, isLimited: true } as const;

/** Versions differ in the name of this parameter; each ignores the other's. */
const onList = (listId: string) => ({ ListID: Number(listId), SubscriberListID: Number(listId) });

const personOn = ({ listId, personId }: OnList) => ({
  ...onList(listId),
  SubscriberID: Number(personId),
});

export const currentUser = () => ({
  ...READ,
  name: 'user.current',
  params: {},
  schema: schemas.UserReply,
});

export const lists = () => ({
  ...READ,
  name: 'lists.get',
  params: {},
  schema: schemas.ListsReply,
});

export const journeys = () => ({
  ...LIMITED_READ,
  name: 'journey.list',
  params: { SkipStats: 1 },
  schema: schemas.JourneysReply,
});

export const subscriber = (who: { listId: string; address: string } | OnList) => ({
  ...LIMITED_READ,
  name: 'subscriber.get',
  params: {
    ...('address' in who ? { ...onList(who.listId), EmailAddress: who.address } : personOn(who)),
    IncludeJourneys: true,
    IncludeTags: true,
    IncludeEvents: false,
    IncludeActivity: false,
    IncludeRevenue: false,
    IncludeSegments: false,
  },
  refusals: refusals.GET_PERSON,
  schema: schemas.SubscriberReply,
});

export const exists = (who: { listId: string; address: string }) => ({
  ...READ,
  name: 'subscriber.exists',
  params: { ...onList(who.listId), EmailAddress: who.address },
  refusals: refusals.EXISTS,
  schema: schemas.ExistsReply,
});

export const journeysOf = (who: OnList) => ({
  ...LIMITED_READ,
  name: 'subscriber.journey.list',
  params: personOn(who),
  refusals: refusals.JOURNEYS_OF_PERSON,
  schema: schemas.PersonJourneysReply,
});

export const customFields = (listId: string) => ({
  ...READ,
  name: 'customfields.get',
  params: onList(listId),
  schema: schemas.CustomFieldsReply,
});

export const tags = (listId: string) => ({
  ...READ,
  name: 'subscriber.tags.get',
  params: onList(listId),
  refusals: refusals.GET_TAGS,
  schema: schemas.TagsReply,
});

export const createTag = (listId: string, name: string) => ({
  ...WRITE,
  name: 'subscriber.tags.create',
  params: { ...onList(listId), TagName: name, Tag: name },
  refusals: refusals.CREATE_TAG,
  schema: schemas.TagCreatedReply,
});

/** Never with rules: servers before 5.9.3 read rules they cannot understand as "everyone" (law 8). */
const tagging = (name: string, who: OnList, tagId: string) => ({
  ...WRITE,
  name,
  params: { ...personOn(who), TagID: Number(tagId) },
  refusals: refusals.TAG,
  schema: schemas.AnyReply,
});
export const tag = (who: OnList, tagId: string) => tagging('subscriber.tag', who, tagId);
export const untag = (who: OnList, tagId: string) => tagging('subscriber.untag', who, tagId);

const journeying = (name: string, who: OnList, journeyId: string) => ({
  ...LIMITED_WRITE,
  name,
  params: { ...personOn(who), JourneyID: Number(journeyId) },
  refusals: refusals.JOURNEY,
  schema: schemas.SkippedReply,
});
export const triggerJourney = (who: OnList, journeyId: string) =>
  journeying('subscriber.journey.trigger', who, journeyId);
export const removeFromJourney = (who: OnList, journeyId: string) =>
  journeying('subscriber.journey.remove', who, journeyId);

/** `UpdateIfDuplicate` and `UpdateIfUnsubscribed` are never sent: consent first (law 6). */
export const createSubscriber = (one: NewSubscriber) => ({
  ...LIMITED_WRITE,
  name: 'subscriber.create',
  params: {
    ...onList(one.listId),
    EmailAddress: one.address,
    Status: one.status,
    SubscriptionDate: one.since,
    SubscriptionIP: one.ipAddress,
    ...(Object.keys(one.fields).length > 0 && { CustomFields: one.fields }),
  },
  refusals: refusals.CREATE_PERSON,
  schema: schemas.AnyReply,
});
