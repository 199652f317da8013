import { othersListId } from '../seed/octeth.ts';
import type { Subscriber, SubscriberList } from '../world/octeth.ts';
import type { Call, Commands } from './command.ts';
import { success } from './command.ts';
import { refuse } from './errors.ts';
import { readRules } from './rules.ts';

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
      world.subscribers = world.subscribers.filter(({ listId }) => listId !== list.id);
      if (parameters.flag('DeleteListTags', false)) {
        world.tags = world.tags.filter(({ listId }) => listId !== list.id);
      }
      return { Success: true };
    },
  },
};

/** Before 5.9.3 the mere presence of RulesJSON chose the bulk path, whatever Subscribers said. */
function isBulk({ parameters, dialect }: Call): boolean {
  return dialect === 'seed' ? parameters.has('RulesJSON') : parameters.filled('RulesJSON');
}

/** Rules that cannot be read: refused since 5.9.3, everyone before. */
function ruled({ parameters, world, dialect, rules }: Call, list: SubscriberList): Subscriber[] {
  const operator = parameters.text('RulesOperator').toLowerCase();
  if (operator !== 'and' && operator !== 'or') refuse(6, 'Invalid query builder response');
  const test = readRules(parameters.raw('RulesJSON'), operator, rules, world);
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
