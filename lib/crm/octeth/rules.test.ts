import { describe, expect, test } from 'vitest';
import { addressRule, anyOf, grammarsFor, oneRule, written } from './rules';
import type { Rules } from './rules';

const ada = addressRule('is', 'ada@lovelace.dev');
const at = addressRule('contains', '@');
const vip = oneRule({ type: 'tags', operator: 'has this tag', value: '4' });
const flat = (rules: Rules) => written({ ...rules, grammar: 'flat' });

describe('rules written down', () => {
  test('in the grammar of the vendor, groups within groups', () => {
    expect(written(anyOf([ada, vip]))).toEqual({
      connector: 'or',
      json: JSON.stringify([
        [{ type: 'fields', field_id: 'EmailAddress', operator: 'is', value: 'ada@lovelace.dev' }],
        [{ type: 'tags', operator: 'has this tag', value: '4' }],
      ]),
    });
  });

  test('as in the reference’s one example, a list of fields', () => {
    expect(flat(anyOf([ada, at]))).toEqual({
      connector: 'or',
      json: JSON.stringify([
        { field: 'EmailAddress', operator: 'is', value: 'ada@lovelace.dev' },
        { field: 'EmailAddress', operator: 'contains', value: '@' },
      ]),
    });
  });

  test('what stood inside one group stands between the fields, and is not turned round', () => {
    const either: Rules = { connector: 'and', groups: [[ada.groups[0][0], at.groups[0][0]]] };
    expect(flat(either).connector).toBe('or');
    expect(flat(ada).connector).toBe('and');
  });

  test.each<[string, Rules]>([
    ['a tag', vip],
    ['a tag beside an address', anyOf([ada, vip])],
    [
      'a field of the list’s own',
      oneRule({ type: 'fields', field_id: 41, operator: 'is', value: 'x' }),
    ],
    [
      'two levels',
      { connector: 'or', groups: [[ada.groups[0][0], at.groups[0][0]], at.groups[0]] },
    ],
  ])('%s cannot be said so, and is not said otherwise', (_, rules) => {
    expect(grammarsFor(rules)).toEqual(['typed']);
    expect(() => flat(rules)).toThrow('refused');
  });
});
