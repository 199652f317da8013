import type { OctethName } from '../../docs/operations/names.ts';
import { journeyIds } from '../seed/octeth.ts';
import { ADA_ID, NO_ID, NO_LIST, where, without } from './bad.ts';
import type { BadRequests } from './bad.ts';

const bothLists = (id: unknown) => ({ ListID: id, SubscriberListID: id });
const noList = without('ListID', 'SubscriberListID');

const ruled = {
  ...without('SubscriberID'),
  RulesJSON: '[[{"type":"tags","operator":"has this tag","value":"5"}]]',
  RulesOperator: 'and',
};

const tagging: BadRequests = {
  good: { ...bothLists(12), SubscriberID: ADA_ID, TagID: 4 },
  seed: {
    1: noList,
    2: without('SubscriberID'),
    3: without('TagID'),
    4: bothLists(NO_LIST),
    5: { TagID: NO_ID },
    6: { SubscriberID: NO_ID },
  },
  public: {
    1: without('TagID'),
    2: noList,
    4: bothLists(NO_LIST),
    6: [without('SubscriberID'), { TagID: NO_ID }],
    7: [
      { ...ruled, RulesOperator: undefined },
      { ...ruled, RulesJSON: 'x' },
    ],
    8: where('rules-engine-down', ruled),
  },
};

const journey: BadRequests = {
  good: { ListID: 12, SubscriberID: ADA_ID, JourneyID: journeyIds.welcome },
  seed: {
    1: without('ListID'),
    2: without('SubscriberID'),
    3: without('JourneyID'),
    4: { ListID: NO_LIST },
    5: { SubscriberID: NO_ID },
    6: { JourneyID: NO_ID },
  },
  public: {
    1: without('JourneyID'),
    2: without('ListID'),
    3: without('SubscriberID'),
    4: { JourneyID: 'x' },
    5: { ListID: 'x' },
    6: { SubscriberID: 'x' },
    7: { JourneyID: NO_ID },
    8: { ListID: NO_LIST },
    9: { SubscriberID: NO_ID },
  },
};

export const badOfTags = {
  'subscriber.tag': tagging,
  'subscriber.untag': tagging,
  'subscriber.tags.create': {
    good: { ListID: 12, TagName: 'Fresh' },
    bad: { 1: without('ListID'), 2: without('TagName') },
    seed: { 3: { ListID: NO_LIST }, 4: { TagName: 'VIP' } },
    public: { 3: { TagName: 'no/slash' }, 4: { ListID: NO_LIST }, 5: { TagName: 'VIP' } },
  },
  'subscriber.tags.update': {
    good: { ListID: 12, TagID: 4, TagName: 'Premium' },
    bad: {
      1: without('ListID'),
      2: without('TagID'),
      4: { TagID: NO_ID },
      5: { TagName: 'Trial' },
    },
    seed: { 3: { ListID: NO_LIST } },
    public: {
      3: { TagName: 'no/slash' },
      4: [{ ListID: NO_LIST }, { TagID: NO_ID }, { TagName: ' ' }],
    },
  },
  'subscriber.tags.get': {
    good: { ListID: 12 },
    bad: { 1: without('ListID'), 2: { ListID: NO_LIST } },
  },
  'subscriber.tags.delete': {
    good: (_, dialect) =>
      dialect === 'seed' ? { ListID: 12, TagID: 4 } : { SubscriberListID: 12, TagIDs: '4' },
    seed: {
      1: without('ListID'),
      2: without('TagID'),
      3: { ListID: NO_LIST },
      4: { TagID: NO_ID },
    },
    public: {
      2: without('SubscriberListID'),
      4: { SubscriberListID: NO_LIST },
      5: { TagIDs: '' },
    },
  },
  'subscriber.journey.trigger': journey,
  'subscriber.journey.remove': journey,
  'subscriber.journey.exit': journey,
  'subscriber.journey.list': {
    good: { ListID: 12, SubscriberID: ADA_ID },
    seed: {
      1: without('ListID'),
      2: without('SubscriberID'),
      3: { ListID: NO_LIST },
      4: { SubscriberID: NO_ID },
    },
    public: {
      2: without('ListID'),
      3: without('SubscriberID'),
      5: { ListID: 'x' },
      6: { SubscriberID: 'x' },
      8: { ListID: NO_LIST },
      9: { SubscriberID: NO_ID },
    },
  },
  'user.current': { good: {}, bad: { 1: where('owner-lost') } },
  'lists.get': { good: {} },
  'customfields.get': {
    good: { SubscriberListID: 12 },
    bad: { 1: without('SubscriberListID'), 2: { SubscriberListID: NO_LIST } },
  },
  'journey.list': {
    good: { StatsStartDate: '2026-01-01', StatsEndDate: '2026-02-01' },
    bad: {
      4: { StatsStartDate: 'x' },
      5: { StatsEndDate: 'x' },
      6: { StatsStartDate: '2026-03-01' },
    },
  },
  'segments.get': { good: { SubscriberListID: 12 }, bad: { 1: without('SubscriberListID') } },
} satisfies Partial<Record<OctethName, BadRequests>>;
