/**
 * Rules in the vendor's grammar, never from free text: groups of rules, each rule with its type.
 * Between groups stands what `connector` says, inside a group the other one.
 */
import { FailureError } from '../../failure';

export type FieldOperator = 'is' | 'is not' | 'contains' | 'begins with' | 'ends with';

export type Rule =
  | { type: 'fields'; field_id: 'EmailAddress' | number; operator: FieldOperator; value: string }
  | { type: 'tags'; operator: 'has this tag' | 'does not have this tag'; value: string }
  | { type: 'segments'; operator: 'belongs to' | 'does not belong to'; value: string }
  | { type: 'suppressions'; operator: 'exist' | 'not exist'; value?: never };

/**
 * How they are written down: `typed` as above, `flat` as in the one example of older references, a
 * list of fields with what is asked of them. Who reads the one cannot read the other.
 */
export const GRAMMARS = ['typed', 'flat'] as const;
export type Grammar = (typeof GRAMMARS)[number];

type Some<Item> = readonly [Item, ...Item[]];

export interface Rules {
  connector: 'and' | 'or';
  groups: Some<Some<Rule>>;
  /** `typed` unless said. */
  grammar?: Grammar;
}

export const oneRule = (rule: Rule): Rules => ({ connector: 'and', groups: [[rule]] });

export const addressRule = (operator: FieldOperator, value: string): Rules =>
  oneRule({ type: 'fields', field_id: 'EmailAddress', operator, value });

/** Whoever one of these describes; each describes somebody by one rule. */
export const anyOf = ([one, ...others]: Some<Rules>): Rules => ({
  connector: 'or',
  groups: [one.groups[0], ...others.map(({ groups }) => groups[0])],
});

/** Nobody can have it: the domain is reserved, and no list holds what was made up just now. */
export const nobody = (): string => `${crypto.randomUUID()}@nobody.invalid`;

export interface Written {
  connector: 'and' | 'or';
  json: string;
}

export function written({ connector, groups, grammar = 'typed' }: Rules): Written {
  if (grammar === 'typed') return { connector, json: JSON.stringify(groups) };
  const flat = flattened({ connector, groups });
  if (!flat) throw new FailureError(SIMPLE_ONLY);
  return flat;
}

/** The grammars in which this can be said. */
export const grammarsFor = (rules: Rules): readonly Grammar[] =>
  flattened(rules) ? GRAMMARS : ['typed'];

/** One level with one connector, of addresses: all that the example shows. */
function flattened({ connector, groups }: Rules): Written | null {
  const [only] = groups;
  const isLevel = groups.length === 1 || groups.every((group) => group.length === 1);
  const between = groups.length === 1 && only.length > 1 ? OTHER[connector] : connector;
  const rules = groups.flat().map((rule) => {
    const { type, operator, value } = rule;
    return type === 'fields' && rule.field_id === 'EmailAddress'
      ? { field: rule.field_id, operator, value }
      : null;
  });
  return isLevel && !rules.includes(null)
    ? { connector: between, json: JSON.stringify(rules) }
    : null;
}

const OTHER = { and: 'or', or: 'and' } as const;

export const IGNORED = {
  kind: 'refused',
  reason: 'This server ignored the filter and sent people who were not asked for',
  code: null,
} as const;

export const SIMPLE_ONLY = {
  kind: 'refused',
  reason: 'This server can be searched by address only',
  code: null,
} as const;

/** Of `subscribers.search`: the rules were no rules to this server. */
const UNREADABLE = [4, 6];

/** Whether it may be the grammar that the server did not understand. */
export function isUnread(error: unknown): error is FailureError {
  if (!(error instanceof FailureError)) return false;
  const { failure } = error;
  if (failure.kind !== 'refused') return false;
  return failure === IGNORED || UNREADABLE.includes(failure.code ?? 0);
}
