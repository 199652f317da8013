/** A person in both systems: on two lists of Acme Mail, and a buyer in Acme School. */
import { fireEvent, screen, within } from '@testing-library/dom';
import { done } from '@/lib/failure';
import type { PanelCalls } from '@/lib/messaging/protocol';
import type { Account } from '@/lib/people/account';
import type { Catalogue } from '@/lib/people/catalogue';
import type { Concern } from '@/lib/people/concern';
import type { Agreed } from '@/lib/people/concern';
import type { Details } from '@/lib/people/details';
import type { Findings } from '@/lib/people/findings';
import type { Intent, Target } from '@/lib/people/intent';
import type { Profile } from '@/lib/people/profile';
import type { Receipt } from '@/lib/people/receipt';
import type { Standing } from '@/lib/people/standing';
// What the card loads later is read beforehand: a busy machine takes its time over it.
import '../../deeds/AddPersonForm';
import '../../deeds/DeedPanel';
import '../../details/MorePanel';
import { type Answers, account, found, openPopup, opening, receipt, ref } from './open-popup';

export const ADA = 'ada@lovelace.dev';
export const mail = { id: 'm', name: 'Acme Mail', system: 'octeth' as const };
export const places = [
  { id: '1', name: 'Archive' },
  { id: '2', name: 'Customers' },
  { id: '3', name: 'Newsletter' },
];
const [, customers, newsletter] = places;

const octeth: Account = {
  ...mail,
  ...{ paused: false, keyTail: '9f3c', limit: { calls: 100, seconds: 60 } },
  server: 'https://mail.acme.example',
  lists: places.map((place) => ({ ...place, searched: true })),
  listsByHand: false,
  journeysByHand: [],
};

export const onList = (place: (typeof places)[number], more: Partial<Profile> = {}): Profile => ({
  account: mail,
  place,
  // As some servers have it: one id for her, on whichever list.
  id: 'p7',
  address: ADA,
  name: 'Ada Lovelace',
  standings: ['subscribed'],
  since: '2026-08-30 09:12:33',
  tags: [],
  journeys: [],
  ...more,
});

export const inMail = (profiles: Profile[]): Findings => ({
  account: mail,
  at: 0,
  profiles,
  places: places.map((place) => ({
    place,
    outcome: profiles.some((profile) => profile.place?.id === place.id) ? 'found' : 'absent',
  })),
  walk: null,
  failure: null,
});

export const onBoth = (standing: Standing = 'subscribed') =>
  inMail([onList(customers!, { standings: [standing] }), onList(newsletter!)]);

const NOTHING = { confirmedAt: null, unsubscribedAt: null, page: null, locale: null };

export const detailsOf = (more: Partial<Details> = {}): Details => ({
  at: 0,
  fields: done([]),
  places: null,
  segments: null,
  activity: null,
  revenue: null,
  origin: { ...NOTHING, since: null, from: null },
  courses: null,
  communities: null,
  subscriptions: null,
  ...more,
});

export const email = { id: 'c1', name: 'Email mastery' };
export const sales = { id: 'c2', name: 'Sales pages' };
export const pro = { id: 'x', plan: 'Pro monthly', amount: 4900, currency: 'USD' };

export const inSchool = detailsOf({
  fields: done([{ id: 'company_name', name: 'Company', value: 'Analytical Engines' }]),
  courses: done([{ id: 'e1', course: email, access: 'full_access', active: true }]),
  communities: done([{ id: 'k', community: { id: 'k1', name: 'Founders' } }]),
  subscriptions: done([
    { ...pro, every: 'every month', state: 'active', since: null, cancelledAt: null },
  ]),
});

export const catalogue: Catalogue = {
  at: 0,
  tags: done([]),
  fields: done([{ id: 'company_name', name: 'Company', place: null, required: false }]),
  courses: done([
    { ...email, modules: [] },
    {
      ...sales,
      modules: [
        { id: 'm1', name: 'Headlines' },
        { id: 'm2', name: 'Proof' },
      ],
    },
  ]),
  communities: done([
    { id: 'k1', name: 'Founders' },
    { id: 'k2', name: 'Alumni' },
  ]),
};

/** The card of Ada in both accounts; `acts` are the writes that were asked for. */
export function openCard(answers: Answers = {}, concerns: Concern[] = []) {
  const acts: { intent: Intent; agreed: Agreed }[] = [];
  const popup = openPopup({
    accounts: () => ({ accounts: [octeth, account], lock: 'none', trouble: [] }),
    opening: () => ({ ...opening, address: ADA, from: 'handed-over' }),
    lookUp: ({ accountId }: { accountId: string }) =>
      accountId === ref.id ? found(ADA, ['Buyer']) : onBoth(),
    details: ({ target }: { target: Target }) =>
      target.account.id === ref.id ? inSchool : detailsOf(),
    catalogue: () => catalogue,
    act: (request: { intent: Intent; agreed: Agreed }) => {
      acts.push(request);
      return request.agreed.length < concerns.length
        ? { outcome: 'needs-yes', concerns }
        : { outcome: 'receipt', receipt: receiptOf(request.intent, { id: `r${acts.length}` }) };
    },
    ...answers,
  } satisfies Partial<Record<keyof PanelCalls, unknown>>);
  return { ...popup, acts };
}

/** Of what was done just now. */
export const receiptOf = (intent: Intent, more: Partial<Receipt> = {}): Receipt =>
  receipt(intent, { at: Date.now(), ...more });

export const regionOf = (name: string) => screen.findByRole('region', { name });

/** Opens the account's actions and begins one of them. */
export async function begin(accountName: string, action: string): Promise<HTMLElement> {
  const region = await regionOf(accountName);
  fireEvent.click(await within(region).findByRole('button', { name: 'Actions' }));
  fireEvent.click(await within(region).findByRole('button', { name: action }));
  return within(region).findByRole('form');
}

/** One thing after the other, as a person does it: each is drawn before the next. */
const drawn = () => new Promise((resolve) => setTimeout(resolve));

export async function fill(form: HTMLElement, name: string, text: string): Promise<void> {
  fireEvent.input(within(form).getByLabelText(name), { target: { value: text } });
  await drawn();
}
export async function choose(form: HTMLElement, name: string): Promise<void> {
  fireEvent.click(within(form).getByLabelText(name));
  await drawn();
}
export async function press(form: HTMLElement, name: string): Promise<void> {
  fireEvent.click(within(form).getByRole('button', { name }));
  await drawn();
}
