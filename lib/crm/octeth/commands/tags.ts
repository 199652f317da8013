import type { NewTag } from '../../../people/offers';
import { listGone, misses, refused } from '../refusals';
import type { Refusals } from '../refusals';
import { AnyReply } from '../schemas/parts';
import * as schemas from '../schemas/tags';
import { onList, personOn, READ, WRITE } from './command';
import type { OnList } from './command';

const GET_TAGS: Refusals = { codes: { 1: misses(1, 'the list'), 2: listGone } };

/** 3 and 4 changed their meaning, so the tags are read again before either is believed. */
const CREATE_TAG: Refusals = {
  codes: {
    1: misses(1, 'the list'),
    2: misses(2, 'the name of the tag'),
    3: refused(3, 'The list is gone, or the name holds more than letters, digits, spaces, - _ %'),
    4: refused(4, 'A tag of this name cannot be made'),
    5: refused(5, 'A tag of this name exists already'),
  },
};

/** 6 is a lost person in one version and a lost tag in another; 1 to 3 changed places. */
const TAG: Refusals = {
  codes: {
    1: misses(1, 'the list or the tag'),
    2: misses(2, 'the person or the list'),
    3: misses(3, 'the tag'),
    4: listGone,
    5: { kind: 'not-found', what: 'tag' },
    6: refused(6, 'The person or the tag is no longer on this list'),
    7: misses(7, 'how rules combine'),
    8: refused(8, 'The server could not tell whom it was asked to tag'),
  },
};

export const tags = (listId: string) => ({
  ...READ,
  name: 'subscriber.tags.get',
  params: onList(listId),
  refusals: GET_TAGS,
  schema: schemas.TagsReply,
});

export const createTag = (listId: string, { name, description }: NewTag) => ({
  ...WRITE,
  name: 'subscriber.tags.create',
  params: {
    ...onList(listId),
    ...{ TagName: name, Tag: name },
    ...(description && { TagDescription: description }),
  },
  refusals: CREATE_TAG,
  schema: schemas.TagCreatedReply,
});

/** Never with rules: servers before 5.9.3 read rules they cannot understand as "everyone" (law 8). */
const tagging = (name: string, who: OnList, tagId: string) => ({
  ...WRITE,
  name,
  params: { ...personOn(who), TagID: Number(tagId) },
  refusals: TAG,
  schema: AnyReply,
});
export const tag = (who: OnList, tagId: string) => tagging('subscriber.tag', who, tagId);
export const untag = (who: OnList, tagId: string) => tagging('subscriber.untag', who, tagId);
