import type { Subscriber } from '../world/octeth.ts';
import type { Call } from './command.ts';
import { readRules, TooDeep } from './rules.ts';

type Test = (subscriber: Subscriber) => boolean;

/**
 * The query that a request's RulesJSON is made into; `undefined` where it cannot be read. What is
 * to be said where none can be made at all is each command's own.
 */
export function queryOf(
  call: Call,
  operator: string,
  instead: (why: 'down' | 'too-deep') => undefined,
  given: unknown = call.parameters.raw('RulesJSON'),
): Test | undefined {
  const { world, rules } = call;
  if (world.conditions.has('rules-engine-down')) return instead('down');
  try {
    return readRules(given, operator, { grammar: rules, world });
  } catch (error) {
    if (error instanceof TooDeep) return instead('too-deep');
    throw error;
  }
}
