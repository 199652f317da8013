// @vitest-environment happy-dom
/** What the server is to look at first: a database, or a file that lies on it. */
import { fireEvent, screen, waitFor } from '@testing-library/dom';
import { expect, test } from 'vitest';
import { failed } from '@/lib/failure';
import type { Intent } from '@/lib/people/intent';
import type { ImportLoad, StagedImport } from '@/lib/people/list-work';
import { rightsFrom } from '@/lib/people/rights';
import { begun, IMPORT, pick, valueOf } from './testing/importing';
import { choose, open, press, type, useWorkbench } from './testing/open-workbench';

useWorkbench();

const STAGED: StagedImport = { id: '9', from: 'database', firstRow: ['eve@x.example', 'Acme'] };

async function fillDatabase(): Promise<void> {
  await pick('A MySQL database');
  await type('Host', 'db.acme.com');
  await type('Name of the database', 'shop');
  await type('User', 'reader');
  await type('Password', 'secret');
  await type('Query', 'SELECT email, company FROM people');
}

test('law 5: a database’s password is out of the form before the answer is there, and rides with no write', async () => {
  const { powers } = open(
    { hasOldImport: () => true, stageImport: () => STAGED, act: begun(null) },
    IMPORT,
  );
  await fillDatabase();
  await press('Look into the database');
  expect(valueOf('Password')).toBe('');
  await screen.findByText(/imported nobody yet/);
  expect(powers.calls('stageImport')).toEqual([
    {
      accountId: 'mail',
      place: { id: '1', name: 'Newsletter' },
      source: {
        ...{ from: 'database', host: 'db.acme.com', port: 3306, database: 'shop' },
        ...{ user: 'reader', password: 'secret', query: 'SELECT email, company FROM people' },
      },
    },
  ]);
  await choose('Column 2', 'field 41');
  expect(screen.queryByLabelText('Tags for everybody imported')).toBeNull();
  await press('Import everybody from a database');
  await screen.findByText(/imported the old way/);
  const [sent] = powers.calls('act') as { intent: Intent; load: ImportLoad }[];
  expect(JSON.stringify(sent)).not.toMatch(/secret|reader|db\.acme\.com|SELECT/);
  expect(sent?.intent).toMatchObject({ people: 'database', tags: [] });
  expect(sent?.load).toEqual({
    staged: { id: '9', from: 'database' },
    columns: ['address', { id: '41', name: 'Company' }],
  });
});

test('what is wrong with a database is said at its fields, its password kept for the next try', async () => {
  const { powers } = open({ hasOldImport: () => true }, IMPORT);
  await fillDatabase();
  await type('Port', 'many');
  await type('Query', 'DELETE FROM people');
  await press('Look into the database');
  await screen.findByText(/A port is a number/);
  await screen.findByText(/Begin the query with SELECT/);
  expect(powers.calls('stageImport')).toEqual([]);
  expect(valueOf('Password')).toBe('secret');
});

test('a database that does not answer is told, and nothing is offered to import', async () => {
  const reason = 'The server could not reach the database';
  open(
    {
      hasOldImport: () => true,
      stageImport: () => failed({ kind: 'refused', reason, code: 15 }),
    },
    IMPORT,
  );
  await fillDatabase();
  await press('Look into the database');
  expect((await screen.findByRole('alert')).textContent).toContain('could not reach the database');
  expect(screen.queryByRole('button', { name: /^Import / })).toBeNull();
});

test('a file on the server goes by its name, and its titles tell its columns', async () => {
  const { powers } = open(
    {
      hasOldImport: () => true,
      stageImport: () => ({ id: '8', from: 'server-file', firstRow: ['email', 'company'] }),
    },
    IMPORT,
  );
  await pick('A file that lies on the server');
  await type('Name of the file', 'people.csv');
  await choose('Divided by', ';');
  await press('Look into the file');
  await screen.findByRole('button', { name: 'Import everybody from a file on the server' });
  expect(powers.calls('stageImport')).toMatchObject([
    { source: { from: 'server-file', name: 'people.csv', separator: ';' } },
  ]);
  expect(valueOf('Column 1')).toBe('address');
  expect(valueOf('Column 2')).toBe('field 41');
});

test('law 3: what was seen of one query is not imported for another', async () => {
  const { powers } = open({ hasOldImport: () => true, stageImport: () => STAGED }, IMPORT);
  await fillDatabase();
  await press('Look into the database');
  await screen.findByRole('button', { name: 'Import everybody from a database' });
  await type('Query', 'SELECT email FROM others');
  await waitFor(() => expect(screen.queryByRole('button', { name: /^Import / })).toBeNull());
  await press('Look into the database');
  // Answered by nobody's question any more.
  await type('Query', 'SELECT email FROM nobody');
  await waitFor(() => expect(powers.calls('stageImport')).toHaveLength(2));
  await waitFor(() => expect(screen.queryByText(/imported nobody yet/)).toBeNull());
});

test('a server without the old import is asked for no password', async () => {
  open({ hasOldImport: () => false }, IMPORT);
  await pick('A MySQL database');
  await screen.findByText(/This server has no old import any more/);
  expect(screen.queryByLabelText('Password')).toBeNull();
});

test('a key that may not import lets nobody look, and says why', async () => {
  const { powers } = open(
    {
      hasOldImport: () => true,
      abilities: () => ({ at: 1, rights: rightsFrom('Subscribers.Get') }),
    },
    IMPORT,
  );
  await fillDatabase();
  await waitFor(() =>
    expect(screen.getAllByText('This key may not do that (Subscribers.Import)')).toHaveLength(2),
  );
  fireEvent.submit(screen.getByLabelText('Host'));
  await press('Look into the database');
  expect(powers.calls('stageImport')).toEqual([]);
});
