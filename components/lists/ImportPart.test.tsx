// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/dom';
import { expect, test } from 'vitest';
import type { Intent } from '@/lib/people/intent';
import { begun, IMPORT, JOB, pick, valueOf } from './testing/importing';
import { choose, open, press, receipt, type, useWorkbench } from './testing/open-workbench';

useWorkbench();

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

test('a file that was chosen stands where it was chosen, and another can be', async () => {
  open({}, IMPORT);
  const input = await screen.findByLabelText<HTMLInputElement>('CSV file');
  await screen.findByText('Choose a file');
  const file = new File(['Email\neve@x.example'], 'webinar.csv', { type: 'text/csv' });
  Object.defineProperty(input, 'files', { value: [file] });
  fireEvent.change(input);
  await screen.findByText('Choose another file');
  const name = document.getElementById(input.getAttribute('aria-describedby') ?? '');
  expect(name?.textContent).toBe('webinar.csv');
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
      importState: () => ({ ...JOB, failed: 1, failedLines: 'fay@x.example,Inc' }),
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

test('how an import ended is told at the head, where it is told that it was begun', async () => {
  open({ act: begun('7'), importState: () => ({ ...JOB, failed: 0, failedLines: '' }) }, IMPORT);
  await type('Or paste lines', 'eve@x.example');
  await press('Read these lines');
  await press('Import 1 person');
  const result = await screen.findByText('1 imported, 0 there already, 0 failed');
  const source = screen.getByRole('radiogroup', { name: 'Where the people are' });
  expect(result.compareDocumentPosition(source) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
});

test('in what was done, an import tells how it ended once that is asked', async () => {
  let state: 'running' | 'done' = 'running';
  const intent: Intent = {
    ...{ kind: 'import', people: 2, loadId: 'l', tags: [], jobId: '7' },
    ...{ updateKnown: false, startActions: false },
    desk: {
      account: { id: 'mail', name: 'Acme Mail', system: 'octeth' },
      place: { id: '1', name: 'Newsletter' },
    },
  };
  const { powers } = open(
    {
      journal: () => [receipt(intent)],
      importState: () => ({ ...JOB, state, failed: 0, failedLines: '' }),
    },
    '#mail/1/done',
  );
  await screen.findByText('Began to import 2 people');
  expect(powers.calls('importState')).toEqual([]);
  await press('How it ended');
  await screen.findByText('Octeth is still importing.');
  state = 'done';
  await press('How it ended');
  await screen.findByText('1 imported, 0 there already, 0 failed');
  expect(powers.calls('importState')[0]).toMatchObject({ accountId: 'mail', jobId: '7' });
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
