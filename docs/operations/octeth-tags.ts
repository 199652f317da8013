/** Octeth's commands about tags and journeys. */
import { both, LEGACY, routed } from './operation.ts';
import type { Codes, Dialect, OctethOperation } from './operation.ts';

/** Wholly renumbered when the commands learnt rules. */
const TAGGING: Record<Dialect, Codes> = {
  seed: {
    1: 'Missing ListID parameter',
    2: 'Missing SubscriberID parameter',
    3: 'Missing TagID parameter',
    4: 'Invalid ListID',
    5: 'Invalid TagID',
    6: 'Subscriber not found',
  },
  public: {
    1: 'Missing TagID parameter',
    2: 'Missing SubscriberListID parameter',
    4: 'Invalid SubscriberListID',
    6: 'Missing RulesJSON parameter (when SubscriberID is not supplied)',
    7: 'Missing RulesOperator parameter (when SubscriberID is not supplied)',
    8: 'Invalid query builder response',
  },
};

const JOURNEY: Record<Dialect, Codes> = {
  seed: {
    1: 'Missing ListID parameter',
    2: 'Missing SubscriberID parameter',
    3: 'Missing JourneyID parameter',
    4: 'Invalid ListID',
    5: 'Invalid SubscriberID',
    6: 'Invalid JourneyID',
  },
  public: {
    1: 'Missing JourneyID parameter',
    2: 'Missing ListID parameter',
    3: 'Missing SubscriberID parameter',
    4: 'Invalid JourneyID parameter',
    5: 'Invalid ListID parameter',
    6: 'Invalid SubscriberID parameter',
    7: 'Journey not found',
    8: 'List not found',
    9: 'Subscriber not found',
  },
};

export const octethTags: OctethOperation[] = [
  {
    ...LEGACY,
    name: 'subscriber.tag',
    does: 'gives her a tag',
    place: {
      where: 'Popup ▸ her card ▸ Tags',
      control: 'Add tag',
      file: 'components/people/TagRow.tsx',
    },
    codes: TAGGING,
    methods: ['tag'],
    guarded: ['tagByRules'],
  },
  {
    ...LEGACY,
    name: 'subscriber.untag',
    does: 'takes a tag from her',
    place: {
      where: 'Popup ▸ her card ▸ Tags ▸ the cross on a tag',
      control: 'Remove tag',
      file: 'components/people/TagRow.tsx',
    },
    codes: TAGGING,
    methods: ['untag'],
    guarded: ['untagByRules'],
  },
  {
    ...LEGACY,
    name: 'subscriber.tags.create',
    does: 'makes a tag on a list',
    place: {
      where: 'Options ▸ the account ▸ Tags and fields; or type a new name under Add tag',
      control: 'Create tag',
      file: 'components/desk/CreateTag.tsx',
    },
    codes: {
      seed: {
        1: 'Missing ListID parameter',
        2: 'Missing TagName parameter',
        3: 'Invalid ListID',
        4: 'Tag name already exists',
      },
      public: {
        1: 'Missing ListID parameter',
        2: 'Missing TagName parameter',
        3: 'Invalid tag format',
        4: 'Invalid ListID',
        5: 'Tag name already exists',
      },
    },
    methods: ['createTag'],
  },
  {
    ...LEGACY,
    name: 'subscriber.tags.update',
    does: 'renames a tag',
    place: {
      where: 'Options ▸ the account ▸ Tags and fields ▸ a tag',
      control: 'Rename',
      file: 'components/desk/DeskRow.tsx',
    },
    codes: {
      seed: {
        1: 'Missing ListID parameter',
        2: 'Missing TagID parameter',
        3: 'Invalid ListID',
        4: 'Invalid TagID',
        5: 'Tag name already exists',
      },
      public: {
        1: 'Missing ListID parameter',
        2: 'Missing TagID parameter',
        3: 'Invalid tag format',
        4: 'Invalid ListID, Invalid TagID, or Tag cannot be empty',
        5: 'Tag name already exists',
      },
    },
    methods: ['updateTag'],
  },
  {
    ...LEGACY,
    name: 'subscriber.tags.get',
    does: 'lists the tags of a list with their counts',
    place: {
      where: 'Options ▸ the account ▸ Tags and fields; and under Add tag',
      control: 'Tags of',
      file: 'components/desk/TagsPart.tsx',
    },
    codes: both({ 1: 'Missing ListID parameter', 2: 'Invalid ListID' }),
    methods: ['tags'],
  },
  {
    ...LEGACY,
    name: 'subscriber.tags.delete',
    does: 'deletes a tag, whoever has it',
    place: {
      where: 'Options ▸ the account ▸ Tags and fields ▸ a tag',
      control: 'Delete',
      file: 'components/desk/DeskRow.tsx',
    },
    codes: {
      seed: {
        1: 'Missing ListID parameter',
        2: 'Missing TagID parameter',
        3: 'Invalid ListID',
        4: 'Invalid TagID',
      },
      public: {
        2: 'Missing SubscriberListID parameter',
        4: 'Invalid SubscriberListID (list not found or not owned by you)',
        5: 'Tag ids are missing',
      },
    },
    methods: ['deleteTag'],
  },
  {
    ...routed('POST /api/v1/subscriber.journey.trigger'),
    name: 'subscriber.journey.trigger',
    does: 'starts a journey for her',
    place: {
      where: 'Popup ▸ her card ▸ Journeys',
      control: 'Trigger journey',
      file: 'components/people/JourneyRow.tsx',
    },
    codes: JOURNEY,
    methods: ['triggerJourney'],
  },
  {
    ...routed('POST /api/v1/subscriber.journey.remove'),
    name: 'subscriber.journey.remove',
    does: 'takes her out of a journey',
    place: {
      where: 'Popup ▸ her card ▸ Journeys ▸ Leave',
      control: 'Take out',
      file: 'components/deeds/LeaveJourney.tsx',
    },
    codes: JOURNEY,
    methods: ['removeFromJourney'],
  },
  {
    ...routed('POST /api/v1/subscriber.journey.exit'),
    name: 'subscriber.journey.exit',
    does: 'lets a journey end for her',
    place: {
      where: 'Popup ▸ her card ▸ Journeys ▸ Leave',
      control: 'Let it end here',
      file: 'components/deeds/LeaveJourney.tsx',
    },
    codes: JOURNEY,
    methods: ['exitJourney'],
  },
  {
    ...routed('POST /api/v1/subscriber.journey.list'),
    name: 'subscriber.journey.list',
    does: 'lists the journeys she is in',
    place: {
      where: 'Popup ▸ her card ▸ Journeys',
      control: 'Journeys',
      file: 'components/people/JourneyRow.tsx',
    },
    codes: {
      seed: {
        1: 'Missing ListID parameter',
        2: 'Missing SubscriberID parameter',
        3: 'Invalid ListID',
        4: 'Invalid SubscriberID',
      },
      public: {
        2: 'Missing ListID parameter',
        3: 'Missing SubscriberID parameter',
        5: 'Invalid ListID parameter',
        6: 'Invalid SubscriberID parameter',
        8: 'List not found',
        9: 'Subscriber not found',
      },
    },
    methods: ['journeysOf'],
  },
];
