/** Every operation of both APIs, in one table. `docs/operations.md` is made from it. */
import { matonOperations } from './maton.ts';
import { octethLists } from './octeth-lists.ts';
import { octethPeople } from './octeth-people.ts';
import { octethPickers } from './octeth-pickers.ts';
import { octethTags } from './octeth-tags.ts';
import { octethTransfers } from './octeth-transfers.ts';
import type { AnyOperation } from './operation.ts';
import { systemeAccess } from './systeme-access.ts';
import { systemeContacts, systemeDesk } from './systeme-contacts.ts';

export const octethOperations = [
  ...octethPeople,
  ...octethLists,
  ...octethTransfers,
  ...octethTags,
  ...octethPickers,
];
export const systemeOperations = [...systemeContacts, ...systemeDesk, ...systemeAccess];
export { matonOperations };

export const operations: AnyOperation[] = [
  ...octethOperations,
  ...systemeOperations,
  ...matonOperations,
];
