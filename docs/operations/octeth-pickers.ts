/** Octeth's commands outside the subscriber reference, which connecting and choosing need. */
import { both, LEGACY, routed } from './operation.ts';
import type { OctethOperation } from './operation.ts';

export const octethPickers: OctethOperation[] = [
  {
    ...LEGACY,
    name: 'user.current',
    does: 'tells whose key it is and, from 5.9.3 on, what it may do',
    place: {
      where: 'Options ▸ the account ▸ Each right by its name; and Test and save',
      control: 'Check the key again',
      file: 'components/accounts/AccountAbilities.tsx',
    },
    codes: both({ 1: 'Authentication required' }),
    methods: ['currentUser'],
  },
  {
    ...LEGACY,
    name: 'lists.get',
    does: 'lists the lists',
    place: {
      where: 'Options ▸ the account, once it was tested',
      control: 'Lists',
      file: 'components/accounts/ListsChoice.tsx',
    },
    codes: both({}),
    methods: ['lists'],
  },
  {
    ...LEGACY,
    name: 'customfields.get',
    does: 'lists the fields of a list',
    place: {
      where: 'Options ▸ the account ▸ Tags and fields; and under Edit',
      control: 'Fields of',
      file: 'components/desk/FieldsPart.tsx',
    },
    codes: both({ 1: 'Missing subscriber list id', 2: 'Invalid subscriber list id' }),
    methods: ['customFields'],
  },
  {
    ...routed('GET /api/v1/journeys'),
    name: 'journey.list',
    does: 'lists the journeys that can be started',
    place: {
      where: 'Popup ▸ her card ▸ Journeys ▸ Trigger journey',
      control: 'Choose a journey',
      file: 'components/people/JourneyPicker.tsx',
    },
    codes: both({
      4: 'Invalid StatsStartDate format',
      5: 'Invalid StatsEndDate format',
      6: 'StatsStartDate must be before StatsEndDate',
    }),
    methods: ['journeys'],
  },
  {
    ...LEGACY,
    name: 'segments.get',
    does: 'lists the segments of a list with their counts',
    place: {
      where: 'Options ▸ Open workbench ▸ a list ▸ Export',
      control: 'Whom',
      file: 'components/lists/ExportPart.tsx',
    },
    codes: both({ 1: 'Missing subscriber list id' }),
    methods: ['segments'],
  },
];
