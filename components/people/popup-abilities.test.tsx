// @vitest-environment happy-dom
import { fireEvent, waitFor, within } from '@testing-library/dom';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Abilities, Rights } from '@/lib/people/ability';
import type { Intent } from '@/lib/people/intent';
import { enter, openPopup, receipt, ref, region, type } from './testing/open-popup';

let popup: ReturnType<typeof openPopup> | null = null;

beforeEach(() => localStorage.clear());
afterEach(() => {
  popup?.close();
  document.body.replaceChildren();
});

const lacking = (...rights: string[]): Abilities => ({
  at: 1,
  rights: Object.fromEntries(
    rights.map((right): [string, Rights[string]] => [right, { may: false, named: null }]),
  ),
});

function look(answers: Parameters<typeof openPopup>[0]) {
  popup = openPopup(answers);
  type('ada@lovelace.dev');
  enter();
  return popup;
}

test('what the key may not do is shown, off, with the right it lacks', async () => {
  const { asked } = look({ abilities: () => lacking('POST /contacts/{id}/tags') });
  const add = await within(await region()).findByRole('button', { name: 'Add tag' });
  await waitFor(() => expect(add.getAttribute('aria-disabled')).toBe('true'));
  const reason = document.getElementById(add.getAttribute('aria-describedby') ?? '');
  expect(reason?.textContent).toBe('This key may not do that (POST /contacts/{id}/tags)');
  fireEvent.click(add);
  expect(within(await region()).queryByRole('combobox')).toBeNull();
  expect(asked.filter(([call]) => call === 'abilities')).toHaveLength(1);
});

test('what is not known to be refused can be pressed', async () => {
  look({ abilities: () => lacking('DELETE /contacts/{id}/tags/{id}') });
  const room = within(await region());
  const remove = await room.findByRole('button', { name: 'Remove tag VIP' });
  await waitFor(() => expect(remove.getAttribute('aria-disabled')).toBe('true'));
  fireEvent.click(await room.findByRole('button', { name: 'Add tag' }));
  expect(await room.findByRole('combobox', { name: 'Tag' })).toBeTruthy();
});

test('a refusal switches its button off at once', async () => {
  let known = lacking();
  look({
    abilities: () => known,
    act: ({ intent }: { intent: Intent }) => {
      known = lacking('DELETE /contacts/{id}/tags/{id}');
      const failure = { kind: 'not-allowed', permission: null } as const;
      return { outcome: 'receipt', receipt: receipt(intent, { state: 'refused', failure }) };
    },
  });
  const remove = await within(await region()).findByRole('button', { name: 'Remove tag VIP' });
  expect(remove.getAttribute('aria-disabled')).toBeNull();
  fireEvent.click(remove);
  await waitFor(() => expect(remove.getAttribute('aria-disabled')).toBe('true'));
});

test('somebody who is nowhere cannot be added with a key that may not', async () => {
  const nowhere = {
    ...{ account: ref, at: 0, profiles: [], places: [], failure: null },
    walk: { passed: 3, complete: true },
  };
  look({ lookUp: () => nowhere, abilities: () => lacking('POST /contacts') });
  const add = await within(await region()).findByRole('button', { name: 'Add to Acme School' });
  await waitFor(() => expect(add.getAttribute('aria-disabled')).toBe('true'));
  fireEvent.click(add);
  expect(within(await region()).queryByRole('form')).toBeNull();
});
