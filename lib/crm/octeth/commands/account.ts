import { listGone, misses } from '../refusals';
import * as schemas from '../schemas/account';
import { onList, READ } from './command';

export const currentUser = () => ({
  ...READ,
  name: 'user.current',
  params: {},
  refusals: { codes: { 1: { kind: 'wrong-key', service: 'octeth' } as const } },
  schema: schemas.UserReply,
});

export const lists = () => ({
  ...READ,
  name: 'lists.get',
  params: {},
  schema: schemas.ListsReply,
});

export const customFields = (listId: string) => ({
  ...READ,
  name: 'customfields.get',
  params: { ...onList(listId), ReturnGlobalCustomFields: true },
  refusals: { codes: { 1: misses(1, 'the list'), 2: listGone } },
  schema: schemas.CustomFieldsReply,
});
