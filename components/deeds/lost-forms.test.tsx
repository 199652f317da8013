// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/dom';
import { expect, test } from 'vitest';
import { profileKey } from '../details/details-book';
import type { HalfMade } from '../people/half-made';
import { found, usePopupPage } from '../people/testing/open-popup';
import { ADA, inMail, onList, openCard, places } from '../people/testing/two-accounts';
import { backgroundOf } from './testing/background';

const [archive, , newsletter] = places;
if (!archive || !newsletter) throw new Error('two lists are wanted');

usePopupPage();

/** As the popup kept it when it was closed. */
const keep = (half: HalfMade) =>
  localStorage.setItem(
    'addressee.popup',
    JSON.stringify({ draft: ADA, address: ADA, aside: [], half }),
  );

const leaving: HalfMade = {
  kind: 'leave-journey',
  accountId: 'm',
  profile: profileKey(onList(archive)),
  journey: { id: '9', name: 'Welcome' },
  sent: null,
};

test.each([
  ['that list', [onList(newsletter, { tags: [{ id: '1', name: 'VIP' }] })]],
  ['any list', []],
])('law 3: a way out of a journey says that she is no longer on %s', async (_, profiles) => {
  keep(leaving);
  openCard({
    lookUp: ({ accountId }: { accountId: string }) =>
      accountId === 's' ? found(ADA, []) : inMail(profiles),
  });
  const group = await screen.findByRole('form', { name: 'Leave “Welcome”' });
  await within(group).findByText(/^Not found there, or could not be looked up/);
  fireEvent.click(within(group).getByRole('button', { name: 'Cancel' }));
  await waitFor(() => expect(screen.queryByRole('form')).toBeNull());
});

test('law 4: a question waits behind it in sight, and is asked once it is closed', async () => {
  keep(leaving);
  openCard({
    ...backgroundOf(() => [{ kind: 'new-tag', name: 'VIP' }]),
    lookUp: ({ accountId }: { accountId: string }) =>
      accountId === 's'
        ? found(ADA, [])
        : inMail([onList(newsletter, { tags: [{ id: '1', name: 'VIP' }] })]),
  });
  fireEvent.click(await screen.findByRole('button', { name: 'Remove tag VIP' }));
  await screen.findByText(/asked when what is open above is closed/);
  const group = screen.getByRole('form', { name: 'Leave “Welcome”' });
  fireEvent.click(within(group).getByRole('button', { name: 'Cancel' }));
  await screen.findByRole('alertdialog');
});

test.each<[string, HalfMade]>([
  ['Add to a community', { kind: 'join', accountId: 's', typed: 'alu', sent: null }],
  [
    'Enrol in a course',
    {
      ...{ kind: 'enrol', accountId: 's', typed: 'sal', course: null },
      ...{ access: 'full_access', modules: [], sent: null },
    },
  ],
  [
    'Cancel subscription',
    {
      ...{ kind: 'cancel', accountId: 's', subscription: { id: 'x', name: 'Pro' } },
      ...{ when: 'now', sent: null },
    },
  ],
])('law 3: so does what was begun with a contact that is gone: %s', async (name, half) => {
  keep(half);
  openCard({
    lookUp: ({ accountId }: { accountId: string }) =>
      accountId === 's' ? { ...found(ADA, []), profiles: [] } : inMail([]),
  });
  const group = await screen.findByRole('form', { name });
  await within(group).findByText(/^Not found there/);
  fireEvent.click(within(group).getByRole('button', { name: 'Cancel' }));
  await waitFor(() => expect(screen.queryByRole('form')).toBeNull());
});
