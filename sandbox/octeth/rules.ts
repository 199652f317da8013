import type { Subscriber } from '../world/octeth.ts';
import type { World } from '../world/world.ts';

type Test = (subscriber: Subscriber) => boolean;

interface Rule {
  type?: unknown;
  field?: unknown;
  field_id?: unknown;
  operator?: unknown;
  value?: unknown;
}

/** So deep may segments be made of other segments. */
const DEEPEST = 8;

/** Thrown where segments are made of each other without end. */
export class TooDeep extends Error {}

interface Reading {
  grammar: 'typed' | 'flat' | 'none';
  world: World;
  /** How many segments these rules lie in. */
  depth?: number;
}

/**
 * Who fits a RulesJSON; `undefined` where this server cannot read it, which before 5.9.3 meant
 * everyone. `typed` is the grammar of the vendor's criteria page: groups of rules that each have a
 * `type`. `flat` is the one example in the seed reference: a list of `{field, operator, value}`.
 */
export function readRules(given: unknown, operator: string, reading: Reading): Test | undefined {
  const { grammar } = reading;
  if (typeof given !== 'string' || grammar === 'none') return undefined;
  const parsed = parse(given);
  if (!Array.isArray(parsed)) return undefined;
  const between = operator.toLowerCase() === 'or' ? 'some' : 'every';
  if (grammar === 'flat') {
    const tests = parsed.map((rule: Rule | null) => fieldTest(rule?.field, rule ?? {}));
    if (tests.length === 0 || tests.includes(undefined)) return undefined;
    return (subscriber) => tests[between]((test) => test!(subscriber));
  }
  const groups = parsed
    .filter((group): group is Rule[] => Array.isArray(group))
    .map((group) =>
      group.map((rule) => typedTest(rule, reading)).filter((test) => test !== undefined),
    )
    .filter((group) => group.length > 0);
  if (groups.length === 0) return undefined;
  // The connector flips at each level: `or` between groups is `and` inside one, and the reverse.
  const inside = between === 'some' ? 'every' : 'some';
  return (subscriber) => groups[between]((group) => group[inside]((test) => test(subscriber)));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function typedTest(rule: Rule | null, { world, depth = 0 }: Reading): Test | undefined {
  if (rule?.type === 'fields') return fieldTest(rule.field_id, rule);
  if (rule?.type === 'tags') return tagTest(rule);
  if (rule?.type === 'segments') return segmentTest(rule, world, depth);
  if (rule?.type === 'suppressions') {
    const wanted = rule.operator === 'exist';
    return (subscriber) => world.isSuppressed(subscriber.email) === wanted;
  }
  return undefined;
}

function segmentTest(rule: Rule, world: World, depth: number): Test | undefined {
  if (rule.operator !== 'belongs to' && rule.operator !== 'does not belong to') return undefined;
  if (depth >= DEEPEST) throw new TooDeep();
  const belongs = within(Number(rule.value), world, depth + 1);
  const wanted = rule.operator === 'belongs to';
  return (subscriber) => belongs(subscriber) === wanted;
}

/** Who is in a segment; one that nobody made, or that is made of itself, holds no one. */
export function segmentTestOf(segmentId: number, world: World): Test {
  try {
    return within(segmentId, world, 1);
  } catch (error) {
    if (error instanceof TooDeep) return () => false;
    throw error;
  }
}

function within(segmentId: number, world: World, depth: number): Test {
  const segment = world.segments.find(({ id }) => id === segmentId);
  const reading = { grammar: 'typed', world, depth } as const;
  const fits = segment && readRules(JSON.stringify(segment.rules), segment.operator, reading);
  return (subscriber) => subscriber.listId === segment?.listId && fits?.(subscriber) === true;
}

function fieldTest(field: unknown, rule: Rule): Test | undefined {
  const wanted = String(rule.value ?? '').toLowerCase();
  const compare = comparisons[String(rule.operator)];
  if (field === undefined || compare === undefined) return undefined;
  return (subscriber) => compare(valueOf(subscriber, String(field)).toLowerCase(), wanted);
}

const comparisons: Record<string, (value: string, wanted: string) => boolean> = {
  is: (value, wanted) => value === wanted,
  'is not': (value, wanted) => value !== wanted,
  contains: (value, wanted) => value.includes(wanted),
  'does not contain': (value, wanted) => !value.includes(wanted),
  'begins with': (value, wanted) => value.startsWith(wanted),
  'ends with': (value, wanted) => value.endsWith(wanted),
  'is less than': (value, wanted) => Number(value) < Number(wanted),
  'is less than or equal to': (value, wanted) => Number(value) <= Number(wanted),
  'is greater than': (value, wanted) => Number(value) > Number(wanted),
  'is greater than or equal to': (value, wanted) => Number(value) >= Number(wanted),
  'is set': (value) => value !== '',
  'is not set': (value) => value === '',
};

function valueOf(subscriber: Subscriber, field: string): string {
  if (field === 'EmailAddress') return subscriber.email;
  if (field === 'SubscriptionStatus') return subscriber.status;
  return subscriber.fields.get(Number(field)) ?? '';
}

function tagTest(rule: Rule): Test | undefined {
  const wanted = String(rule.value ?? '')
    .split(',')
    .map(Number);
  const has = (subscriber: Subscriber) => (id: number) => subscriber.tagIds.has(id);
  switch (rule.operator) {
    case 'has this tag':
    case 'has all of these tags':
      return (subscriber) => wanted.every(has(subscriber));
    case 'does not have this tag':
      return (subscriber) => !wanted.some(has(subscriber));
    case 'has any of these tags':
      return (subscriber) => wanted.some(has(subscriber));
    case 'has no tags':
      return (subscriber) => subscriber.tagIds.size === 0;
    default:
      return undefined;
  }
}
