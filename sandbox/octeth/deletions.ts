import { othersListId } from '../seed/octeth.ts';
import type { Subscriber, SubscriberList } from '../world/octeth.ts';
import type { World } from '../world/world.ts';
import type { Call, Commands } from './command.ts';
import { success } from './command.ts';
import { refuse } from './errors.ts';
import { queryOf } from './query.ts';

export const deletionCommands: Commands = {
  'subscribers.delete': {
    permission: 'Subscribers.Delete',
    errors: { seed: 'code-and-text', public: 'code-and-text' },
    answer(call) {
      const { parameters, world } = call;
      if (!parameters.filled('SubscriberListID')) refuse(2, 'Missing subscriber list id');
      const list = world.list(parameters.id('SubscriberListID') ?? 0);
      if (!list) refuse(5, 'Invalid list id');
      const victims = new Set(isBulk(call) ? ruled(call, list) : named(call, list));
      if (parameters.flag('Suppressed', false)) {
        for (const { email } of victims) world.suppressed.delete(email.toLowerCase());
      } else {
        world.subscribers = world.subscribers.filter((subscriber) => !victims.has(subscriber));
      }
      return { ...success, ErrorText: '' };
    },
  },
  'subscribers.delete.all': {
    permission: 'Subscribers.Delete',
    answer({ parameters, world }) {
      if (!parameters.filled('ListID')) refuse(1, 'Missing ListID parameter');
      if (parameters.id('ListID') === othersListId) refuse(4, 'Access denied to this list');
      const list = world.list(parameters.id('ListID') ?? 0);
      if (!list) refuse(3, 'Invalid list ID');
      removeEveryone(list, world);
      if (parameters.flag('DeleteListTags', false)) {
        if (world.conditions.has('tags-undeletable')) refuse(7, 'Failed to delete tag entities');
        world.tags = world.tags.filter(({ listId }) => listId !== list.id);
      }
      return { Success: true };
    },
  },
};

/** Step by step: what was deleted before a step that fails stays deleted. */
function removeEveryone(list: SubscriberList, world: World): void {
  const { conditions } = world;
  const here = world.onList(list.id);
  const breaksOff = conditions.has('deletion-breaks-off');
  if (conditions.has('people-undeletable')) refuse(5, 'Failed to delete subscribers');
  const gone = new Set(breaksOff ? here.slice(0, here.length / 2) : here);
  world.subscribers = world.subscribers.filter((subscriber) => !gone.has(subscriber));
  if (breaksOff) refuse(8, 'An error occurred during deletion');
  // Links of people who are gone are seen by nobody any more.
  if (conditions.has('tag-links-undeletable')) refuse(6, 'Failed to delete tag associations');
}

/** Before 5.9.3 the mere presence of RulesJSON chose the bulk path, whatever Subscribers said. */
function isBulk({ parameters, dialect }: Call): boolean {
  return dialect === 'seed' ? parameters.has('RulesJSON') : parameters.filled('RulesJSON');
}

/** Rules that cannot be read: refused since 5.9.3, everyone before. */
function ruled(call: Call, list: SubscriberList): Subscriber[] {
  const { parameters, world, dialect } = call;
  const operator = parameters.text('RulesOperator').toLowerCase();
  const noQuery = () => refuse(6, 'Invalid query builder response');
  if (operator !== 'and' && operator !== 'or') noQuery();
  const test = queryOf(call, operator, noQuery);
  if (!test && dialect === 'public') {
    refuse(7, 'Invalid RulesJSON syntax. It must be a properly formatted JSON payload');
  }
  return world.onList(list.id).filter(test ?? (() => true));
}

/** Ids that nobody has are passed over. */
function named({ parameters, world, dialect }: Call, list: SubscriberList): Subscriber[] {
  const ids = parameters.text('Subscribers').split(',');
  const isWhole = (id: string) => /^\s*[1-9]\d*\s*$/.test(id);
  if (dialect === 'public' && parameters.filled('Subscribers') && !ids.every(isWhole)) {
    refuse(8, 'Invalid Subscribers value (contains a non-integer subscriber ID)');
  }
  const wanted = new Set(ids.filter(isWhole).map(Number));
  return world.onList(list.id).filter(({ id }) => wanted.has(id));
}
