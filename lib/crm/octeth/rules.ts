/**
 * Rules in the vendor's grammar, never from free text: groups of rules, each rule with its type.
 * Between groups stands what `connector` says, inside a group the other one.
 */
export type FieldOperator = 'is' | 'is not' | 'contains' | 'begins with' | 'ends with';

export type Rule =
  | { type: 'fields'; field_id: 'EmailAddress' | number; operator: FieldOperator; value: string }
  | { type: 'tags'; operator: 'has this tag' | 'does not have this tag'; value: string }
  | { type: 'segments'; operator: 'belongs to' | 'does not belong to'; value: string }
  | { type: 'suppressions'; operator: 'exist' | 'not exist' };

type Some<Item> = readonly [Item, ...Item[]];

export interface Rules {
  connector: 'and' | 'or';
  groups: Some<Some<Rule>>;
}

export const oneRule = (rule: Rule): Rules => ({ connector: 'and', groups: [[rule]] });

export const addressRule = (operator: FieldOperator, value: string): Rules =>
  oneRule({ type: 'fields', field_id: 'EmailAddress', operator, value });
