// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/dom';
import { expect, test } from 'vitest';
import { intents, openDesk, press, type, useDesk } from './testing/open-desk';

useDesk();

test('a field of Systeme.io is created with the slug that was proposed, or another', async () => {
  const powers = openDesk({ system: 'systeme' });
  await type('New field', 'Größe der Firma');
  expect((await screen.findByLabelText<HTMLInputElement>('Slug')).value).toBe('grosse_der_firma');
  await type('Slug', 'birthday');
  await press('Create field');
  await screen.findByText('There is a field with the slug birthday already.');
  await type('Slug', 'size');
  await press('Create field');
  await screen.findByText('Created field Größe der Firma');
  expect(intents(powers)).toMatchObject([
    { kind: 'create-field', name: 'Größe der Firma', slug: 'size', desk: { place: null } },
  ]);
});

test('a field of Systeme.io is renamed and deleted by its slug', async () => {
  const powers = openDesk({ system: 'systeme' });
  await press('Rename Birthday');
  await type('New name for Birthday', 'Day of birth');
  await press('Save name');
  await press('Delete Birthday');
  await waitFor(() => expect(powers.calls('act')).toHaveLength(2));
  expect(intents(powers)).toMatchObject([
    { kind: 'rename-field', field: { id: 'birthday' }, name: 'Day of birth' },
    { kind: 'delete-field', field: { id: 'birthday' } },
  ]);
});
