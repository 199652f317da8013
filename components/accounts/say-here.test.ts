import { expect, test } from 'vitest';
import { sayHere } from './say-here';

test('nobody who is in the options is sent to the options', () => {
  for (const service of ['octeth', 'maton', 'systeme'] as const) {
    expect(sayHere({ kind: 'wrong-key', service }, 'Acme')).not.toContain('in the options');
  }
  expect(sayHere({ kind: 'no-connection' })).toMatch(/then choose the connection\.$/);
  expect(sayHere({ kind: 'wrong-key', service: 'octeth' })).toMatch(
    /Copy the key again .* and put it into the account’s form, then Test and save\.$/,
  );
});
