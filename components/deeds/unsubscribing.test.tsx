// @vitest-environment happy-dom
import { waitFor, within } from '@testing-library/dom';
import { describe, expect, test } from 'vitest';
import type { Target } from '@/lib/people/intent';
import { found, usePopupPage } from '../people/testing/open-popup';
import { ADA, begin, choose, fill, onBoth, openCard, press } from '../people/testing/two-accounts';

const MAIL = 'Acme Mail';

usePopupPage();

describe('unsubscribing', () => {
  test('asks for the IP address, tells what will happen, and writes to each list', async () => {
    const { acts } = openCard();
    const form = await begin(MAIL, 'Unsubscribe');
    await choose(form, 'Both lists');
    await waitFor(() => expect(form.textContent).toContain('from Customers and Newsletter'));
    expect(form.textContent).toContain('Other lists are not touched');
    await press(form, 'Unsubscribe');
    expect((await within(form).findByRole('alert')).textContent).toContain('IP address');
    expect(acts).toEqual([]);
    await fill(form, 'IP address', ' 203.0.113.7 ');
    await choose(form, 'Suppress everywhere');
    await waitFor(() => expect(form.textContent).toContain('no list of Acme Mail mails it'));
    await press(form, 'Unsubscribe');
    await waitFor(() => expect(acts).toHaveLength(2));
    expect(acts.map(({ intent }) => intent)).toMatchObject([
      { kind: 'unsubscribe', target: { place: { name: 'Customers' } }, ipAddress: '203.0.113.7' },
      { kind: 'unsubscribe', target: { place: { name: 'Newsletter' } }, suppress: true },
    ]);
  });

  test('asks the server about each list when that is pressed, one after the other, and not before', async () => {
    const asked: unknown[] = [];
    const refused = { kind: 'refused', reason: 'This person has left', code: 9 } as const;
    const { acts } = openCard({
      previewUnsubscribe: async (request: { target: Target; ipAddress: string }) => {
        const list = request.target.place?.name;
        asked.push([list, request.ipAddress]);
        await Promise.resolve();
        asked.push(`${list} answered`);
        const isThere = list === 'Customers';
        return isThere ? { outcome: 'would' } : { outcome: 'would-not', failure: refused };
      },
    });
    const form = await begin(MAIL, 'Unsubscribe');
    expect(within(form).queryByRole('button', { name: 'Ask the server first' })).toBeNull();
    await choose(form, 'Both lists');
    await press(form, 'Ask the server first');
    expect((await within(form).findByRole('alert')).textContent).toContain('IP address');
    await fill(form, 'IP address', '203.0.113.7');
    expect(asked).toEqual([]);
    await press(form, 'Ask the server first');
    const said = within(form).getByRole('status');
    await waitFor(() => expect(said.textContent).toMatch(/Newsletter: .*This person has left/));
    expect(said.textContent).toContain('Customers: Acme Mail was asked');
    expect(said.textContent).toContain('would do it. Nothing has been done yet.');
    expect(asked).toEqual([
      ['Customers', '203.0.113.7'],
      'Customers answered',
      ['Newsletter', '203.0.113.7'],
      'Newsletter answered',
    ]);
    expect(acts).toEqual([]);
    // What was said of two lists is not said of one.
    await choose(form, 'Customers');
    await waitFor(() => expect(said.textContent).toBe(''));
    await press(form, 'Ask the server first');
    await waitFor(() => expect(said.textContent).toMatch(/^Acme Mail was asked/));
    // No preview carries suppression.
    await choose(form, 'Suppress everywhere');
    await waitFor(() => expect(said.textContent).toContain('whether it would suppress'));
    await press(form, 'Unsubscribe');
    await waitFor(() => expect(acts).toHaveLength(1));
  });

  test('law 3: what a preview did, or may have done, stays said whatever is chosen next', async () => {
    openCard({
      previewUnsubscribe: ({ target }: { target: Target }) =>
        target.place?.name === 'Customers'
          ? { outcome: 'out' }
          : { outcome: 'unsure', failure: { kind: 'timeout', host: 'h' } },
    });
    const form = await begin(MAIL, 'Unsubscribe');
    await choose(form, 'Both lists');
    await fill(form, 'IP address', '203.0.113.7');
    await press(form, 'Ask the server first');
    const said = within(form).getByRole('status');
    await waitFor(() => expect(said.textContent).toMatch(/Newsletter: .*not certain what it did/));
    await choose(form, 'Newsletter');
    await fill(form, 'IP address', '203.0.113.8');
    expect(said.textContent).toMatch(/Customers: .*is unsubscribed now/);
  });

  test('law 3: a preview whose answer never came is not certain, and never called unasked', async () => {
    openCard({
      previewUnsubscribe: () => {
        throw new Error('The worker was stopped');
      },
    });
    const form = await begin(MAIL, 'Unsubscribe');
    await choose(form, 'Newsletter');
    await fill(form, 'IP address', '203.0.113.7');
    await press(form, 'Ask the server first');
    expect(await within(form).findByText(/it is not certain what it did/)).toBeDefined();
  });

  test('is not held up by the question', async () => {
    const { acts } = openCard({ previewUnsubscribe: () => new Promise(() => {}) });
    const form = await begin(MAIL, 'Unsubscribe');
    await choose(form, 'Newsletter');
    await fill(form, 'IP address', '203.0.113.7');
    await press(form, 'Ask the server first');
    await press(form, 'Unsubscribe');
    await waitFor(() => expect(acts).toHaveLength(1));
  });

  test('that cannot be asked about beforehand says so', async () => {
    openCard({ previewUnsubscribe: () => ({ outcome: 'untold', why: 'ignored' }) });
    const form = await begin(MAIL, 'Unsubscribe');
    await choose(form, 'Newsletter');
    await fill(form, 'IP address', '203.0.113.7');
    await press(form, 'Ask the server first');
    await within(form).findByText(/^This server cannot preview.*Addressee’s own word\.$/);
  });

  test('leaves alone who is out already', async () => {
    openCard({
      lookUp: ({ accountId }: { accountId: string }) =>
        accountId === 's' ? found(ADA, []) : onBoth('unsubscribed'),
    });
    const form = await begin(MAIL, 'Unsubscribe');
    expect(within(form).queryByRole('radiogroup')).toBeNull();
    expect(form.textContent).toContain('unsubscribed from Newsletter');
  });
});
