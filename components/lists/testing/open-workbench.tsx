/** The whole workbench over a background that answers at once, for tests. */
import { fireEvent, screen } from '@testing-library/dom';
import { render } from 'preact';
import { afterEach, beforeEach, vi } from 'vitest';
import { done } from '@/lib/failure';
import type { Intent } from '@/lib/people/intent';
import type { PeoplePage, PersonRow } from '@/lib/people/list-work';
import type { ActReply, Receipt } from '@/lib/people/receipt';
import { octeth, systeme } from '../../accounts/testing/accounts';
import { fakePowers } from '../../accounts/testing/fake-powers';
import type { SavedFile } from '../powers';
import { Workbench } from '../Workbench';

let root: HTMLElement | null = null;

export function useWorkbench(): void {
  beforeEach(() => {
    HTMLDialogElement.prototype.showModal = function open() {
      this.open = true;
    };
  });
  afterEach(() => {
    if (root) render(null, root);
    document.body.replaceChildren();
    location.hash = '';
  });
}

const row = (id: string, address: string): PersonRow => ({
  ...{ id, address, name: null, standing: 'subscribed' as const },
  ...{ standingSure: true, since: '2026-01-02' },
});
export const BEN = row('21', 'ben@example.com');
export const CAT = row('22', 'cat@example.com');
export const page = (rows: PersonRow[], more: Partial<PeoplePage> = {}): PeoplePage => ({
  ...{ rows, next: null, total: rows.length },
  ...more,
});
const FIELD = {
  id: '41',
  name: 'Company',
  place: { id: '1', name: 'Newsletter' },
  required: false,
};
export const receipt = (intent: Intent): Receipt => ({
  ...{ id: 'r1', intent, state: 'done' as const, at: Date.now(), failure: null },
  ...{ retryAt: null, undoes: null, undone: false },
});

type Replies = NonNullable<NonNullable<Parameters<typeof fakePowers>[0]>['replies']>;

export function open(replies: Replies = {}, hash = '', accounts = [systeme(), octeth()]) {
  location.hash = hash;
  const powers = fakePowers({
    accounts,
    replies: {
      segments: () => [{ id: '71', name: 'Buyers', people: 3 }],
      catalogue: () => ({
        ...{ at: 1, courses: null, communities: null },
        tags: done([{ id: '4', name: 'VIP', place: FIELD.place, people: 2 }]),
        fields: done([FIELD]),
      }),
      people: () => page([BEN, CAT]),
      listSize: () => ({ people: 300, tags: 2, name: null }),
      act: ({ intent }): ActReply => ({ outcome: 'receipt', receipt: receipt(intent) }),
      ...replies,
    },
  });
  const saved: SavedFile[] = [];
  root = document.body.appendChild(document.createElement('div'));
  const saveFile = (file: SavedFile) => void saved.push(file);
  let hasChanged = () => {};
  const hearAccounts = (changed: () => void) => {
    hasChanged = changed;
    return () => {};
  };
  const openOptions = vi.fn();
  const { client, copy } = powers;
  render(<Workbench powers={{ client, copy, saveFile, openOptions, hearAccounts }} />, root);
  return { powers, saved, openOptions, changeAccounts: () => hasChanged() };
}

export const press = async (name: string) =>
  fireEvent.click(await screen.findByRole('button', { name }));
export const type = async (label: string | RegExp, value: string) =>
  fireEvent.input(await screen.findByLabelText(label), { target: { value } });
export const choose = async (label: string, value: string) =>
  fireEvent.change(await screen.findByLabelText(label), { target: { value } });
