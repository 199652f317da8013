import { assertId } from '../../guards';
import { listGone, misses, refused } from '../refusals';
import type { Refusals } from '../refusals';
import { AnyReply } from '../schemas/parts';
import { onList, WRITE } from './command';

/** 3 was a lost list before it became a name with signs it may not have. */
const UPDATE_TAG: Refusals = {
  codes: {
    1: misses(1, 'the list'),
    2: misses(2, 'the tag'),
    3: refused(3, 'The list is gone, or the name holds more than letters, digits, spaces, - _ %'),
    4: refused(4, 'The tag or its list is no longer there'),
    5: refused(5, 'A tag of this name exists already'),
  },
};

const DELETE_TAG: Refusals = {
  codes: {
    1: misses(1, 'the list'),
    2: misses(2, 'the list or the tag'),
    3: listGone,
    4: refused(4, 'The tag or its list is no longer there'),
    5: refused(5, 'The server wants to be told which tag; nothing was deleted'),
  },
};

export const updateTag = (listId: string, tagId: string, name: string) => ({
  ...WRITE,
  name: 'subscriber.tags.update',
  params: { ...onList(listId), TagID: Number(assertId(tagId, 'tag')), TagName: name, Tag: name },
  refusals: UPDATE_TAG,
  schema: AnyReply,
});

/**
 * Servers before 5.9.3 that find the list and no `TagIDs` delete every tag of the list, so it is
 * never empty and never anything but one whole number (law 8).
 */
export const deleteTag = (listId: string, tagId: string) => {
  const id = assertId(tagId, 'tag');
  return {
    ...WRITE,
    name: 'subscriber.tags.delete',
    params: { ...onList(assertId(listId, 'list')), TagID: Number(id), TagIDs: id },
    refusals: DELETE_TAG,
    schema: AnyReply,
  };
};
