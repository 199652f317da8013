/** Reading a list a page at a time. */
import { FailureError } from '../../failure';
import type { Place } from '../../people/account';
import type { PeopleGroup, PeoplePage, PeopleSearch, PersonRow } from '../../people/list-work';
import { worstOf } from '../../people/standing';
import type { Standing } from '../../people/standing';
import type { Ask } from '../crm';
import { plainDate } from '../dates';
import { assertId, badInput, sameName } from '../guards';
import type { OctethClient } from './client';
import { askByRules, assertTyped } from './grammar';
import type { Searching } from './grammar';
import { standingsIn } from './map';
import { addressRule, IGNORED, oneRule } from './rules';
import type { Rules } from './rules';
import type { ManyReply, ManyRow } from './schemas/lists';

export const PAGE_SIZE = 100;

const GROUPS: Record<
  Extract<PeopleGroup, string>,
  { segment: string; standing: Standing | null }
> = {
  active: { segment: 'Active', standing: null },
  suppressed: { segment: 'Suppressed', standing: 'suppressed' },
  unsubscribed: { segment: 'Unsubscribed', standing: 'unsubscribed' },
  'soft-bounced': { segment: 'Soft bounced', standing: 'soft-bounced' },
  'hard-bounced': { segment: 'Hard bounced', standing: 'hard-bounced' },
  pending: { segment: 'Opt-in pending', standing: 'pending' },
};

export const segmentOf = (group: PeopleGroup): string =>
  typeof group === 'string' ? GROUPS[group].segment : assertId(group.segment.id, 'segment');

export async function searchPeople(
  searching: Searching,
  { place, search, from }: { place: Place; search: PeopleSearch; from: number },
  ask: Ask,
): Promise<PeoplePage> {
  const listId = assertId(place.id, 'list');
  const window = { from, count: PAGE_SIZE };
  const reply = await askByRules(
    searching,
    {
      listId,
      rules: rulesOf(search),
      read: (rules) => searching.client.searchPeople(listId, rules, window, ask),
      fits: ({ Subscribers }) => Subscribers.every((row) => fits(row, search)),
    },
    ask,
  );
  const isUntold = reply.Subscribers.some(({ SubscriberTags }) => SubscriberTags === undefined);
  if (search.by === 'tag' && isUntold) await assertTyped(searching, listId, ask);
  return pageOf(reply, from, null);
}

export async function browsePeople(
  client: OctethClient,
  { place, group, from }: { place: Place; group: PeopleGroup; from: number },
  ask: Ask,
): Promise<PeoplePage> {
  const listId = assertId(place.id, 'list');
  const window = { from, count: PAGE_SIZE };
  const reply = await client.browsePeople(listId, segmentOf(group), window, ask);
  if (reply.Subscribers.some((row) => contradicts(row, group))) throw new FailureError(IGNORED);
  return pageOf(reply, from, typeof group === 'string' ? GROUPS[group].standing : null);
}

function rulesOf(search: PeopleSearch): Rules {
  if (search.by === 'tag') {
    const value = assertId(search.tag.id, 'tag');
    return oneRule({ type: 'tags', operator: 'has this tag', value });
  }
  const part = search.part.trim();
  if (part === '') throw badInput('search', 'Type a part of an address to look for');
  return addressRule('contains', part);
}

/** Law 1: whoever does not fit the question was not asked for. Untold tags are no contradiction. */
function fits(row: ManyRow, search: PeopleSearch): boolean {
  if (search.by === 'address') {
    return row.EmailAddress.toLowerCase().includes(search.part.trim().toLowerCase());
  }
  const { id, name } = search.tag;
  return (
    row.SubscriberTags?.some((tag) =>
      tag.TagID === '' ? sameName(tag.TagName ?? '', name) : tag.TagID === id,
    ) ?? true
  );
}

/** Law 1: whoever tells that she is not in the group was not asked for. Untold columns pass. */
function contradicts({ SubscriptionStatus, BounceType, Suppressed }: ManyRow, group: PeopleGroup) {
  switch (group) {
    case 'active':
      return SubscriptionStatus === 'Unsubscribed';
    case 'unsubscribed':
    case 'pending':
      return SubscriptionStatus === 'Subscribed';
    case 'soft-bounced':
      return Boolean(BounceType) && BounceType !== 'Soft';
    case 'hard-bounced':
      return Boolean(BounceType) && BounceType !== 'Hard';
    case 'suppressed':
      return Suppressed === false;
    default:
      return false;
  }
}

function pageOf(reply: ManyReply, from: number, known: Standing | null): PeoplePage {
  const end = from + reply.Subscribers.length;
  const { TotalSubscribers: total } = reply;
  return {
    rows: reply.Subscribers.map((row) => rowOf(row, known)),
    next: reply.Subscribers.length > 0 && end < total ? end : null,
    total,
  };
}

/** `known`: what being in this group says of her beyond the row. */
function rowOf(row: ManyRow, known: Standing | null): PersonRow {
  const standings = [...standingsIn(row), ...(known ? [known] : [])];
  return {
    id: row.SubscriberID,
    address: row.EmailAddress,
    name: null,
    standing: worstOf(standings),
    // Nothing is worse than suppressed, so there the page needs to say no more.
    standingSure: row.Suppressed !== undefined || known === 'suppressed',
    since: plainDate(row.SubscriptionDate),
  };
}
