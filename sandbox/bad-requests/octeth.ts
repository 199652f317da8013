import type { OctethName } from '../../docs/operations/names.ts';
import type { BadRequests } from './bad.ts';
import { badOfLists } from './lists.ts';
import { badOfPeople } from './people.ts';
import { badOfTags } from './tags.ts';

/** Of every command of Octeth's. */
export const octethRequests: Record<OctethName, BadRequests> = {
  ...badOfPeople,
  ...badOfLists,
  ...badOfTags,
};
