import type { SubscriberList } from '../world/octeth.ts';
import type { World } from '../world/world.ts';
import type { Call, Commands } from './command.ts';
import { success } from './command.ts';
import { refuse } from './errors.ts';
import { eitherKey, listOf } from './tags.ts';

/** Changing the tags of a list, whoever carries them. */
export const tagChangeCommands: Commands = {
  'subscriber.tags.update': {
    permission: 'List.Update',
    answer(call) {
      const { parameters, world, dialect } = call;
      const isPublic = dialect === 'public';
      const listId = eitherKey(call);
      if (!listId) refuse(1, 'Missing ListID parameter');
      if (!parameters.filled('TagID')) refuse(2, 'Missing TagID parameter');
      const given = parameters.text('TagName') || (isPublic ? parameters.text('Tag') : '');
      const name = isPublic ? given.trim() : given;
      if (isPublic && given !== '' && name === '') refuse(4, 'Tag cannot be empty');
      if (isPublic && name !== '' && !/^[\p{L}\p{N} \-_%]+$/u.test(name)) {
        refuse(3, 'Invalid tag format');
      }
      const list = listOf(call, listId);
      if (!list) refuse(isPublic ? 4 : 3, 'Invalid ListID');
      const tag = world.tags.find(({ id }) => id === parameters.id('TagID'));
      if (tag?.listId !== list.id) refuse(4, 'Invalid TagID');
      const namesake = world.tags.find(
        (other) =>
          other.listId === list.id &&
          other.id !== tag.id &&
          other.name.toLowerCase() === name.toLowerCase(),
      );
      if (namesake) refuse(5, 'Tag name already exists');
      if (name !== '') tag.name = name;
      if (parameters.has('TagDescription')) tag.description = parameters.text('TagDescription');
      return success;
    },
  },
  'subscriber.tags.delete': {
    permission: 'List.Update',
    answer(call) {
      return call.dialect === 'seed' ? deleteOld(call) : deleteNew(call);
    },
  },
};

/**
 * The reference: `ListID` and `TagID`. What those servers really read is `SubscriberListID` and
 * `TagIDs`, and where the list is named so and no tag is, they delete every tag of the list.
 */
function deleteOld(call: Call): object {
  const { parameters, world } = call;
  const byOldName = parameters.filled('SubscriberListID');
  const listId = parameters.text(byOldName ? 'SubscriberListID' : 'ListID');
  if (!listId) refuse(1, 'Missing ListID parameter');
  if (!byOldName && !parameters.filled('TagID')) refuse(2, 'Missing TagID parameter');
  const list = listOf(call, listId);
  if (!list) refuse(3, 'Invalid ListID');
  if (byOldName) {
    const named = wholeIds(parameters.raw('TagIDs'));
    remove(world, list, (id) => named.length === 0 || named.includes(id));
    return success;
  }
  const tag = world.tags.find(({ id }) => id === parameters.id('TagID'));
  if (tag?.listId !== list.id) refuse(4, 'Invalid TagID');
  remove(world, list, (id) => id === tag.id);
  return success;
}

function deleteNew(call: Call): object {
  const { parameters, world } = call;
  if (!parameters.filled('SubscriberListID')) refuse(2, 'Missing SubscriberListID parameter');
  const list = listOf(call, parameters.text('SubscriberListID'));
  if (!list) refuse(4, 'Invalid SubscriberListID');
  const named = wholeIds(parameters.raw('TagIDs'));
  if (named.length === 0) {
    refuse(5, 'Tag ids are missing', { ErrorText: ['Tag ids are missing'] });
  }
  remove(world, list, (id) => named.includes(id));
  return { Success: true };
}

function remove(world: World, list: SubscriberList, isGoing: (tagId: number) => boolean): void {
  const going = world.tags.filter((tag) => tag.listId === list.id && isGoing(tag.id));
  world.tags = world.tags.filter((tag) => !going.includes(tag));
  for (const subscriber of world.onList(list.id)) {
    for (const tag of going) subscriber.tagIds.delete(tag.id);
  }
}

function wholeIds(given: unknown): number[] {
  return String(given ?? '')
    .split(',')
    .filter((id) => /^\s*[1-9]\d*\s*$/.test(id))
    .map(Number);
}
