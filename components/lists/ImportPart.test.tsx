// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/dom';
import { expect, test } from 'vitest';
import { failed } from '@/lib/failure';
import type { Intent } from '@/lib/people/intent';
import type { ImportLoad, StagedImport } from '@/lib/people/list-work';
import type { ActReply } from '@/lib/people/receipt';
import { rightsFrom } from '@/lib/people/rights';
import { choose, open, press, receipt, type, useWorkbench } from './testing/open-workbench';

useWorkbench();

const IMPORT = '#mail/1/import';
const STAGED: StagedImport = { id: '9', from: 'database', firstRow: ['eve@x.example', 'Acme'] };
const pick = async (name: string) => fireEvent.click(await screen.findByRole('radio', { name }));
const valueOf = (label: string) => screen.getByLabelText<HTMLInputElement>(label).value;
const begun =
  (jobId: string | null) =>
  ({ intent }: { intent: Intent }): ActReply => ({
    outcome: 'receipt',
    receipt: receipt({ ...intent, jobId } as Intent), // an import
  });
const job = { id: '7', state: 'done' as const, total: 2, imported: 1, duplicates: 0 };

async function fillDatabase(): Promise<void> {
  await pick('A MySQL database');
  await type('Host', 'db.acme.com');
  await type('Name of the database', 'shop');
  await type('User', 'reader');
  await type('Password', 'secret');
  await type('Query', 'SELECT email, company FROM people');
}

test('a web address is sent with the columns that a sample told, and the sample is not', async () => {
  const { powers } = open(
    { act: begun('7'), importState: () => ({ ...job, failed: 1, failedLines: '' }) },
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

test('law 4: a half-made import is there on coming back from what was done', async () => {
  const { powers } = open({ journal: () => [] }, IMPORT);
  await type('Or paste lines', 'Email\neve@x.example');
  await press('Read these lines');
  await type('Tags for everybody imported', 'Webinar');
  location.hash = '#mail/1/done';
  await screen.findByText('Nothing was done yet.');
  location.hash = IMPORT;
  await screen.findByRole('button', { name: 'Import 1 person' });
  expect(valueOf('Tags for everybody imported')).toBe('Webinar');
  expect(powers.calls('segments')).toHaveLength(1);
});

test('law 2: a file that was chosen for one list stays with it, and comes to no other', async () => {
  open({}, IMPORT);
  await type('Or paste lines', 'eve@x.example');
  await press('Read these lines');
  await screen.findByRole('button', { name: 'Import 1 person' });
  await choose('List', '2');
  await screen.findByRole('heading', { name: 'Import Acme Mail · Customers' });
  expect(screen.queryByRole('button', { name: 'Import 1 person' })).toBeNull();
  await choose('List', '1');
  await screen.findByRole('button', { name: 'Import 1 person' });
});

test('opened at what was done, no list is asked for anything', async () => {
  const { powers } = open({ journal: () => [] }, '#mail/1/done');
  await screen.findByText('Nothing was done yet.');
  expect(powers.calls('segments')).toEqual([]);
  expect(powers.calls('catalogue')).toEqual([]);
});

test('the browser asks before the page goes with a file, and not without one', async () => {
  open({ act: begun(null) }, IMPORT);
  const leaving = () => {
    const event = new Event('beforeunload', { cancelable: true });
    dispatchEvent(event);
    return event.defaultPrevented;
  };
  await screen.findByLabelText('Or paste lines');
  expect(leaving()).toBe(false);
  await type('Or paste lines', 'eve@x.example');
  await press('Read these lines');
  await screen.findByRole('button', { name: 'Import 1 person' });
  await waitFor(() => expect(leaving()).toBe(true));
  await press('Import 1 person');
  await screen.findByText(/imported the old way/);
  await waitFor(() => expect(leaving()).toBe(false));
});

test('lines that were left out are saved with why, ours before and the server’s after', async () => {
  const { saved } = open(
    {
      act: begun('7'),
      importState: () => ({ ...job, failed: 1, failedLines: 'fay@x.example,Inc' }),
    },
    IMPORT,
  );
  await type('Or paste lines', 'Email,Company\neve@x.example,Acme\nnobody,\nfay@x.example,Inc');
  await press('Read these lines');
  await press('Save these lines');
  await press('Import 2 people');
  await press('Save the 2 lines that were not imported');
  const ours = 'Email,Company,Why it was not imported\nnobody,,No valid address\n';
  expect(saved).toEqual([
    {
      name: expect.stringMatching(/^Acme Mail Newsletter left out \d{4}-\d\d-\d\d\.csv$/),
      type: 'text/csv',
      text: ours,
    },
    { ...saved[1], text: `${ours}fay@x.example,Inc,Octeth did not take it\n` },
  ]);
});

test('from a list of another service she is led to its file, and told what does not fit', async () => {
  open(
    {
      prepareImport: () => [
        {
          ...{ id: 'abc', name: 'Old friends', people: 2, tags: [] },
          fields: [
            { id: 'FNAME', name: 'First Name' },
            { id: 'COMPANY', name: 'Company' },
          ],
        },
      ],
    },
    IMPORT,
  );
  await pick('A CSV file at a web address');
  await type(/^Server of Mailchimp/, 'us1');
  await type('Key of Mailchimp', 'key');
  await press('Show its lists');
  await press('Import its people Old friends');
  const guide = await screen.findByRole('group', { name: 'Importing Old friends' });
  await waitFor(() => expect(document.activeElement === guide).toBe(true));
  expect(screen.getByRole<HTMLInputElement>('radio', { name: /^A file here/ }).checked).toBe(true);
  expect(guide.textContent).toContain('no field of the name “First Name”:');
  expect(guide.textContent).toContain('Mailchimp counts 2 people.');
  await type('Or paste lines', 'Email\neve@x.example');
  await press('Read these lines');
  await within(guide).findByText('Mailchimp counts 2 people; the file has 1.');
  await press('Leave this list');
  expect(screen.queryByRole('group', { name: 'Importing Old friends' })).toBeNull();
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
    expect(screen.getAllByText('This key may not (Subscribers.Import)')).toHaveLength(2),
  );
  fireEvent.submit(screen.getByLabelText('Host'));
  await press('Look into the database');
  expect(powers.calls('stageImport')).toEqual([]);
});
