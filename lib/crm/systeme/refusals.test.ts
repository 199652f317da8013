import { expect, test } from 'vitest';
import { failureOf } from '../../failure';
import type { Failure } from '../../failure';
import { assertNotRefused } from './refusals';

function meaning(status: number, body: unknown, path = '/contacts'): Failure {
  try {
    assertNotRefused(
      { status, body, isProblem: false, serverTime: null },
      { missing: 'person', path },
    );
  } catch (error) {
    return failureOf(error, 'test');
  }
  throw new Error('taken for a yes');
}

test.each([
  [{ error: 'No active connection found for app: systeme' }, '/contacts'],
  [{ message: 'Invalid connection: 21fd90f9' }, '/tags'],
  [undefined, '/contacts'],
  [{ error: '' }, '/contacts'],
])('a 400 with %j at %s is a connection that is missing', (body, path) => {
  expect(meaning(400, body, path)).toEqual({ kind: 'no-connection' });
});

test.each([
  [{ error: 'Invalid app name' }, '/connections', 'Invalid app name'],
  [{ error: 'No such connection app' }, '/connections', 'No such connection app'],
  [{ message: 'The JSON could not be decoded' }, '/contacts', 'The JSON could not be decoded'],
  [{}, '/connections', 'It gave no reason'],
])('a 400 with %j at %s is a bad request, in the words of who refused it', (body, path, reason) => {
  expect(meaning(400, body, path)).toEqual({ kind: 'refused', reason, code: 400 });
});

test('what is null among the reasons hides none of them', () => {
  const violations = [
    { propertyPath: null, message: 'Too many.' },
    { propertyPath: 'name', message: null },
  ];
  const reason = 'Too many. The name was not accepted.';
  expect(meaning(422, { violations })).toEqual({ kind: 'refused', reason, code: 422 });
  expect(meaning(422, { detail: 'Not so.', violations: null })).toMatchObject({
    reason: 'Not so.',
  });
});
