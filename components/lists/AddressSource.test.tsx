// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/dom';
import { expect, test } from 'vitest';
import type { Intent } from '@/lib/people/intent';
import type { ImportLoad } from '@/lib/people/list-work';
import { begun, IMPORT, JOB, pick, valueOf } from './testing/importing';
import { open, press, type, useWorkbench } from './testing/open-workbench';

useWorkbench();

test('a web address is sent with the columns that a sample told, and the sample is not', async () => {
  const { powers } = open(
    { act: begun('7'), importState: () => ({ ...JOB, failed: 1, failedLines: '' }) },
    IMPORT,
  );
  await pick('A CSV file at a web address');
  await type('Address of the CSV file', ' https://acme.com/people.csv?token=1 ');
  await type('Its first lines', 'Email;Company\nada@x.example;Acme');
  await press('Read these lines');
  await waitFor(() => expect(valueOf('Company')).toBe('field 41'));
  await type('Tags for everybody imported', 'Webinar');
  await press('Import everybody from a web address');
  await screen.findByText(/^1 imported/);
  const [sent] = powers.calls('act') as { intent: Intent; load: ImportLoad }[];
  expect(sent?.intent).toMatchObject({ people: 'address', tags: ['Webinar'] });
  expect(JSON.stringify(sent?.intent)).not.toContain('acme.com');
  expect(sent?.load).toEqual({
    url: 'https://acme.com/people.csv?token=1',
    separator: ';',
    columns: ['address', { id: '41', name: 'Company' }],
  });
  expect(valueOf('Address of the CSV file')).toBe('');
});

test('an address that is unsafe is said to be, and nothing is sent', async () => {
  const { powers } = open({}, IMPORT);
  await pick('A CSV file at a web address');
  await type('Address of the CSV file', 'http://acme.com/people.csv');
  await type('Its first lines', 'ada@x.example');
  await press('Read these lines');
  await screen.findByText(/in the open/);
  const off = screen.getByRole('button', { name: /^Import / });
  expect(off.getAttribute('aria-disabled')).toBe('true');
  fireEvent.click(off);
  expect(powers.calls('act')).toEqual([]);
});
