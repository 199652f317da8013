import type { Subscriber, SubscriberList } from '../world/octeth.ts';
import type { Call, Command, Commands } from './command.ts';
import { success } from './command.ts';
import { refuse } from './errors.ts';
import { queryOf } from './query.ts';

export const tagCommands: Commands = {
  'subscriber.tag': tagging((subscriber, tagId) => subscriber.tagIds.add(tagId)),
  'subscriber.untag': tagging((subscriber, tagId) => subscriber.tagIds.delete(tagId)),
  'subscriber.tags.get': {
    permission: 'List.Update',
    answer(call) {
      const { world } = call;
      const listId = eitherKey(call);
      if (!listId) refuse(1, 'Missing ListID parameter');
      const list = listOf(call, listId);
      if (!list) refuse(2, 'Invalid ListID');
      const members = world.onList(list.id);
      const rows = world.tags
        .filter((tag) => tag.listId === list.id)
        .map((tag) => ({
          TagID: tag.id,
          TagName: tag.name,
          TagDescription: tag.description,
          SubscriberCount: members.filter(({ tagIds }) => tagIds.has(tag.id)).length,
        }));
      return { ...success, Tags: rows };
    },
  },
  'subscriber.tags.create': {
    permission: 'List.Update',
    answer(call) {
      const { parameters, world, dialect } = call;
      const isPublic = dialect === 'public';
      const listId = eitherKey(call);
      const given = parameters.text('TagName') || (isPublic ? parameters.text('Tag') : '');
      if (!listId) refuse(1, 'Missing ListID parameter');
      if (!given) refuse(2, 'Missing TagName parameter');
      const name = isPublic ? given.trim() : given;
      if (isPublic && !/^[\p{L}\p{N} \-_%]+$/u.test(name)) refuse(3, 'Invalid tag format');
      const list = listOf(call, listId);
      if (!list) refuse(isPublic ? 4 : 3, 'Invalid ListID');
      const taken = world.tags.some(
        (tag) => tag.listId === list.id && tag.name.toLowerCase() === name.toLowerCase(),
      );
      if (taken) refuse(isPublic ? 5 : 4, 'Tag name already exists');
      const id = world.nextId();
      const description = parameters.text('TagDescription');
      world.tags.push({ id, listId: list.id, name, description });
      return { ...success, TagID: id };
    },
  },
};

/** Tag and untag differ in one word; the two dialects in nearly everything. */
function tagging(change: (subscriber: Subscriber, tagId: number) => unknown): Command {
  return {
    permission: 'Subscriber.Update',
    answer(call) {
      const { subscribers, tagIds } = call.dialect === 'seed' ? seedChoice(call) : choice(call);
      for (const subscriber of subscribers) {
        for (const tagId of tagIds) change(subscriber, tagId);
      }
      return success;
    },
  };
}

interface Choice {
  subscribers: Subscriber[];
  tagIds: number[];
}

/** The reference's order and codes; one subscriber, one tag. */
function seedChoice(call: Call): Choice {
  const { parameters, world } = call;
  if (!parameters.filled('ListID')) refuse(1, 'Missing ListID parameter');
  if (!parameters.filled('SubscriberID')) refuse(2, 'Missing SubscriberID parameter');
  if (!parameters.filled('TagID')) refuse(3, 'Missing TagID parameter');
  const list = listOf(call, parameters.text('ListID'));
  if (!list) refuse(4, 'Invalid ListID');
  const tag = world.tags.find(({ id }) => id === parameters.id('TagID'));
  if (tag?.listId !== list.id) refuse(5, 'Invalid TagID');
  // Before 5.9.3 the mere presence of RulesJSON chose the bulk path, and rules that could not be
  // read chose everyone, whatever SubscriberID said.
  if (parameters.has('RulesJSON')) return { subscribers: ruled(call, list), tagIds: [tag.id] };
  const subscriber = world.subscriberById(list.id, parameters.id('SubscriberID') ?? 0);
  if (!subscriber) refuse(6, 'Subscriber not found');
  return { subscribers: [subscriber], tagIds: [tag.id] };
}

/** 5.9: lists of ids, rules that are checked; a SubscriberID that nobody has is no error. */
function choice(call: Call): Choice {
  const { parameters, world } = call;
  const listId = eitherKey(call);
  const byRules = !parameters.filled('SubscriberID');
  if (!parameters.filled('TagID')) refuse(1, 'Missing TagID parameter');
  if (!listId) refuse(2, 'Missing SubscriberListID parameter');
  if (byRules && !parameters.filled('RulesJSON')) refuse(6, 'Missing RulesJSON parameter');
  if (byRules && !parameters.filled('RulesOperator')) refuse(7, 'Missing RulesOperator parameter');
  const list = listOf(call, listId);
  if (!list) refuse(4, 'Invalid SubscriberListID');
  const tagIds = world.tags
    .filter((tag) => tag.listId === list.id && ids(parameters.raw('TagID')).includes(tag.id))
    .map((tag) => tag.id);
  if (tagIds.length === 0) refuse(6, 'Invalid TagID');
  if (parameters.filled('RulesJSON')) return { subscribers: ruled(call, list), tagIds };
  const wanted = ids(parameters.raw('SubscriberID'));
  return { subscribers: world.onList(list.id).filter(({ id }) => wanted.includes(id)), tagIds };
}

function ruled(call: Call, list: SubscriberList): Subscriber[] {
  const { parameters, world, dialect } = call;
  const test = queryOf(call, parameters.text('RulesOperator'), () => {
    // Before 5.9 no number was kept for it, and no query was no filter.
    if (dialect === 'public') refuse(8, 'Invalid query builder response');
    return undefined;
  });
  if (!test && dialect === 'public') {
    const message = 'Invalid RulesJSON syntax. It must be a properly formatted JSON payload';
    refuse(7, message, { ErrorText: message });
  }
  return world.onList(list.id).filter(test ?? (() => true));
}

/** A single id, ids with commas, or an array of them. */
function ids(given: unknown): number[] {
  return String(given).split(',').map(Number);
}

/** The seed reference knows `ListID` alone; later servers read either. */
export function eitherKey({ parameters, dialect }: Call): string {
  if (dialect === 'public' && parameters.filled('SubscriberListID')) {
    return parameters.text('SubscriberListID');
  }
  return parameters.filled('ListID') ? parameters.text('ListID') : '';
}

export function listOf({ world }: Call, listId: string): SubscriberList | undefined {
  return /^\d+$/.test(listId) ? world.list(Number(listId)) : undefined;
}
