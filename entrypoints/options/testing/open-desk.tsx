/** The tags and fields of an account on the options page, over a background that gives scripted answers. */
import { fireEvent, screen } from '@testing-library/dom';
import { beforeEach } from 'vitest';
import { octeth, systeme } from '@/components/accounts/testing/accounts';
import { type FakePowers, fakePowers } from '@/components/accounts/testing/fake-powers';
import { done } from '@/lib/failure';
import type { Catalogue, CataloguedTag } from '@/lib/people/catalogue';
import type { Concern } from '@/lib/people/concern';
import type { Intent } from '@/lib/people/intent';
import type { ActReply, Receipt } from '@/lib/people/receipt';
import { showOptions, useOptionsPage } from './show-options';

export function useDesk(): void {
  useOptionsPage();
  beforeEach(() => {
    HTMLDialogElement.prototype.showModal = function open() {
      this.open = true;
    };
  });
}

export const news = { id: '1', name: 'Newsletter' };
export const buyers = { id: '2', name: 'Customers' };
const vip: CataloguedTag = {
  id: '7',
  name: 'VIP',
  place: news,
  people: 12,
  description: 'Pays well',
};
const trial: CataloguedTag = { id: '9', name: 'Trial', place: buyers, people: null };
export const mailCatalogue: Catalogue = {
  at: 1,
  tags: done([vip, trial]),
  fields: done([{ id: '41', name: 'Company', place: news, required: true }]),
  courses: null,
  communities: null,
};
const schoolCatalogue: Catalogue = {
  at: 1,
  tags: done([{ id: '5', name: 'Buyer', place: null, people: null }]),
  fields: done([{ id: 'birthday', name: 'Birthday', place: null, required: false }]),
  courses: done([]),
  communities: done([]),
};

export const receiptOf = (intent: Intent, more: Partial<Receipt> = {}): ActReply => ({
  outcome: 'receipt',
  receipt: {
    id: 'r1',
    intent,
    state: 'done',
    at: Date.now(),
    failure: null,
    retryAt: null,
    undoes: null,
    undone: false,
    ...more,
  },
});

interface Setting {
  system?: 'octeth' | 'systeme';
  act?: (asked: { intent: Intent; agreed: Concern[] }) => ActReply;
  more?: NonNullable<Parameters<typeof fakePowers>[0]>['replies'];
}

export function openDesk({
  system = 'octeth',
  act = ({ intent }) => receiptOf(intent),
  more,
}: Setting = {}) {
  location.hash = system === 'octeth' ? '#accounts/mail/desk' : '#accounts/school/desk';
  const powers = fakePowers({
    accounts: [
      octeth({ lists: [news, buyers].map((list) => ({ ...list, searched: true })) }),
      systeme(),
    ],
    replies: {
      catalogue: () => (system === 'octeth' ? mailCatalogue : schoolCatalogue),
      act,
      ...more,
    },
  });
  showOptions(powers);
  return powers;
}

export const press = async (name: string) =>
  fireEvent.click(await screen.findByRole('button', { name }));
export const type = async (label: string | RegExp, value: string) =>
  fireEvent.input(await screen.findByLabelText(label), { target: { value } });
export const intents = (powers: FakePowers) =>
  powers.calls('act').map((asked) => (asked as { intent: Intent }).intent);
