// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/dom';
import { describe, expect, test } from 'vitest';
import { done, failed } from '@/lib/failure';
import type { Activity, Details } from '@/lib/people/details';
import type { Target } from '@/lib/people/intent';
import { closePopup, found, usePopupPage } from '../people/testing/open-popup';
import {
  ADA,
  detailsOf,
  inSchool,
  onBoth,
  openCard,
  regionOf,
} from '../people/testing/two-accounts';

const SCHOOL = 'Acme School';
const MAIL = 'Acme Mail';

usePopupPage();

const listOf = async (name: string) => within(await regionOf(SCHOOL)).findByRole('list', { name });
const school = (details: Details) => ({
  details: ({ target }: { target: Target }) =>
    target.account.system === 'systeme' ? details : detailsOf(),
});

describe('courses, communities and payments', () => {
  test('stand on the card at a glance, without being asked for', async () => {
    openCard();
    expect((await listOf('Courses')).textContent).toContain('Email mastery, full access');
    expect((await listOf('Communities')).textContent).toContain('Founders');
    expect((await listOf('Pays')).textContent).toContain('Pro monthly, $49.00 a month, active');
  });

  test('have a place before they have come, and say where there is none', async () => {
    openCard({ details: () => new Promise(() => {}) });
    const region = await regionOf(SCHOOL);
    await within(region).findByText('Pays');
    expect(within(region).queryByRole('list', { name: 'Pays' })).toBeNull();
    closePopup();
    openCard(
      school({ ...inSchool, courses: done([]), communities: done([]), subscriptions: done([]) }),
    );
    expect((await listOf('Courses')).textContent).toBe('None');
    expect((await listOf('Pays')).textContent).toBe('Nothing');
  });

  test('fail one by one, and can be asked for again', async () => {
    let part: Details['courses'] = failed({ kind: 'timeout', host: 'maton.example' });
    const { asked } = openCard({
      details: ({ target }: { target: Target }) =>
        target.account.system === 'systeme' ? { ...inSchool, courses: part } : detailsOf(),
    });
    const region = await regionOf(SCHOOL);
    await within(region).findByText(/took too long/);
    expect((await listOf('Communities')).textContent).toContain('Founders');
    part = inSchool.courses;
    fireEvent.click(within(region).getByRole('button', { name: 'Try again' }));
    expect((await listOf('Courses')).textContent).toContain('Email mastery');
    expect(asked.filter(([call]) => call === 'details').at(-1)?.[1]).toMatchObject({ fresh: true });
  });
});

describe('more about a person', () => {
  const did = (day: number): Activity => ({
    kind: 'open',
    what: `Letter ${day}`,
    at: `2026-03-${String(day).padStart(2, '0')} 10:00:00`,
  });
  const details = detailsOf({
    fields: done([
      { id: '1', name: 'City', value: 'London' },
      { id: '2', name: 'Phone', value: '' },
    ]),
    places: [{ place: { id: '31', name: 'Archive 2019' }, standing: 'unsubscribed' }],
    segments: done(['Engaged']),
    activity: done(Array.from({ length: 12 }, (_, index) => did(28 - index))),
    revenue: 248,
  });
  const answers = {
    details: ({ target }: { target: Target }) =>
      target.account.system === 'systeme' ? inSchool : details,
  };
  const more = (list: string) =>
    screen.findByRole('button', { name: `More about Ada Lovelace on ${list}` });

  test('is asked for of one list when it is opened', async () => {
    const { asked } = openCard(answers);
    const button = await more('Newsletter');
    expect(button.getAttribute('aria-expanded')).toBe('false');
    const ofMail = () =>
      asked.filter(
        ([call, request]) =>
          call === 'details' && (request as { target: Target }).target.account.id === 'm',
      );
    expect(ofMail()).toHaveLength(0);
    fireEvent.click(button);
    const region = await regionOf(MAIL);
    await within(region).findByText('London');
    expect(ofMail()).toMatchObject([['details', { target: { place: { name: 'Newsletter' } } }]]);
    expect(button.getAttribute('aria-expanded')).toBe('true');
    expect(region.textContent).toContain('Empty: Phone');
    expect(region.textContent).toContain('Archive 2019 (Unsubscribed)');
    expect(region.textContent).toContain('Engaged');
    expect(region.textContent).toContain('248.00');
  });

  test('shows ten things that happened, then all, and the focus goes to the eleventh', async () => {
    openCard(answers);
    fireEvent.click(await more('Newsletter'));
    const activity = await screen.findByRole('region', { name: 'Activity' });
    expect(within(activity).getAllByRole('listitem')).toHaveLength(10);
    expect(activity.textContent).toContain('Opened Letter 28');
    expect(activity.textContent).toContain('28 Mar 2026, 10:00');
    fireEvent.click(within(activity).getByRole('button', { name: 'Show all 12' }));
    await waitFor(() => expect(within(activity).getAllByRole('listitem')).toHaveLength(12));
    expect(document.activeElement?.textContent).toContain('Letter 18');
  });

  test('stays open when the list is looked up again, and is read anew', async () => {
    let at = 1;
    const { asked } = openCard({
      ...answers,
      lookUp: ({ accountId }: { accountId: string }) =>
        accountId === 's' ? found(ADA, []) : { ...onBoth(), at: (at += 1) },
    });
    fireEvent.click(await more('Newsletter'));
    await screen.findByText('London');
    fireEvent.keyDown(screen.getByRole('searchbox'), { key: 'Enter' });
    await waitFor(() =>
      expect(asked.filter(([call]) => call === 'details').at(-1)?.[1]).toMatchObject({
        fresh: true,
        target: { place: { name: 'Newsletter' } },
      }),
    );
    expect(screen.getByText('London')).toBeTruthy();
  });
});

test('what contradicts stands above the accounts, and a screen reader hears it', async () => {
  openCard({
    lookUp: ({ accountId }: { accountId: string }) =>
      accountId === 's' ? found(ADA, []) : onBoth('suppressed'),
  });
  const text = 'Suppressed in Acme Mail, yet active in Acme School.';
  const article = await screen.findByRole('article', { name: ADA });
  const notice = await within(article).findByText(text);
  const first = screen.getByRole('region', { name: MAIL });
  expect(notice.compareDocumentPosition(first)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  await waitFor(() =>
    expect(screen.getAllByText(text).some((words) => words.closest('[aria-live]'))).toBe(true),
  );
  fireEvent.click(await screen.findByRole('button', { name: '1 more' }));
  await within(article).findByText(/yet paying for “Pro monthly”/);
});
