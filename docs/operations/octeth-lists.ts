/** Octeth's commands about many people of a list. */
import { andLater, both, LEGACY } from './operation.ts';
import type { OctethOperation } from './operation.ts';

const WORKBENCH = 'Options ▸ Open workbench ▸ a list';

export const octethLists: OctethOperation[] = [
  {
    ...LEGACY,
    name: 'subscribers.search',
    does: 'finds people by a part of their address or by a tag',
    place: {
      where: `${WORKBENCH} ▸ People`,
      control: 'Part of an address',
      file: 'components/lists/PeoplePart.tsx',
    },
    codes: andLater(
      {
        1: 'Missing ListID parameter',
        2: 'Missing Operator parameter',
        3: 'ListID not found',
        4: 'Problem with the segment engine',
        5: 'Segment recursion limit exceeded',
      },
      { 6: 'Invalid RulesJSON syntax' },
    ),
    methods: ['searchPeople', 'countPeople'],
    guarded: ['proveRules'],
  },
  {
    ...LEGACY,
    name: 'subscribers.get',
    does: 'shows the people of a group or segment, page by page',
    place: {
      where: `${WORKBENCH} ▸ People`,
      control: 'Show',
      file: 'components/lists/PeoplePart.tsx',
    },
    codes: andLater(
      {
        1: 'Missing SubscriberListID parameter',
        2: 'Missing SubscriberSegment parameter',
        3: 'Invalid ListID or list does not belong to user',
      },
      { 4: 'Invalid SearchField' },
    ),
    methods: ['browsePeople'],
  },
  {
    ...LEGACY,
    name: 'subscribers.delete',
    does: 'deletes people from a list by their numbers',
    place: {
      where: `${WORKBENCH} ▸ People; of one person: Popup ▸ Actions ▸ Delete`,
      control: 'Delete ticked people',
      file: 'components/lists/PeoplePart.tsx',
    },
    codes: andLater(
      {
        2: 'Missing subscriber list id',
        5: 'Invalid list id',
        6: 'Invalid query builder response',
      },
      {
        7: 'Invalid RulesJSON syntax',
        8: 'Invalid Subscribers value (contains a non-integer subscriber ID)',
      },
    ),
    methods: ['deletePeople'],
    guarded: ['deleteByRules'],
  },
  {
    ...LEGACY,
    name: 'subscribers.delete.all',
    does: 'deletes everyone on a list',
    place: {
      where: `${WORKBENCH} ▸ Danger zone`,
      control: 'Delete everyone on this list',
      file: 'components/lists/DangerPart.tsx',
    },
    codes: both({
      1: 'Missing ListID parameter',
      3: 'Invalid list ID',
      4: 'Access denied to this list',
      5: 'Failed to delete subscribers',
      6: 'Failed to delete tag associations',
      7: 'Failed to delete tag entities',
      8: 'An error occurred during deletion',
    }),
    methods: ['deleteEveryone'],
  },
];
