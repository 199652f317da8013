/** The popup over a background that gives scripted answers. */
import { fireEvent, screen } from '@testing-library/dom';
import { render } from 'preact';
import { afterEach, beforeEach } from 'vitest';
import { type Result, done } from '@/lib/failure';
import { createClient } from '@/lib/messaging/client';
import type { Opening, PanelCalls } from '@/lib/messaging/protocol';
import { NOTHING_KNOWN } from '@/lib/people/ability';
import type { Account } from '@/lib/people/account';
import type { Findings } from '@/lib/people/findings';
import type { Intent } from '@/lib/people/intent';
import type { Receipt } from '@/lib/people/receipt';
import type { ThisPage } from '../../page/this-page';
import { Popup } from '../Popup';
import { PanelContext } from '../panel';
// What it loads later is read beforehand: a busy machine takes its time over it.
import '../questions';

const rootOfPage = (): HTMLElement => document.getElementById('root') ?? document.body;

export const closePopup = (): void => render(null, rootOfPage());

/** Each test begins with an empty page and nothing kept, and leaves nothing running. */
export function usePopupPage(): void {
  beforeEach(() => {
    localStorage.clear();
    document.body.innerHTML = '<div id="root"></div>';
  });
  afterEach(closePopup);
}

export const ref = { id: 's', name: 'Acme School', system: 'systeme' as const };
export const account: Account = {
  ...ref,
  paused: false,
  keyTail: 'b0a1',
  limit: { calls: 10, seconds: 1 },
  gateway: 'https://api.maton.ai',
  control: 'https://api.maton.ai',
  connection: { id: 'c', label: 'c' },
};
export const found = (address: string, tags: string[]): Findings => ({
  account: ref,
  at: 0,
  profiles: [
    {
      account: ref,
      place: null,
      id: '1',
      address,
      name: 'Ada Lovelace',
      standings: ['subscribed'],
      since: null,
      tags: tags.map((name) => ({ id: name, name })),
      journeys: [],
    },
  ],
  places: [],
  walk: null,
  failure: null,
});
export const opening: Opening = {
  address: null,
  from: null,
  pending: null,
  addTo: null,
  site: null,
};
export const receipt = (intent: Intent, more: Partial<Receipt>): Receipt => ({
  id: 'r1',
  intent,
  state: 'done',
  at: 0,
  failure: null,
  retryAt: null,
  undoes: null,
  undone: false,
  ...more,
});

export type Answers = Partial<Record<keyof PanelCalls, (request: never) => unknown>>;

const CLOSED: ThisPage = {
  read: async () => ({ state: 'closed' }),
  show: async () => {},
  copy: async () => {},
};

/** The popup over a background that gives these answers; what was asked is in `asked`. */
export function openPopup(
  answers: Answers = {},
  typed = '',
  {
    isEntered = false,
    page = CLOSED,
    openOptions = () => {},
  }: { isEntered?: boolean; page?: ThisPage; openOptions?: () => void } = {},
) {
  const asked: [string, unknown][] = [];
  const usual: Answers = {
    accounts: () => ({ accounts: [account], lock: 'none', trouble: [] }),
    opening: () => opening,
    receipts: () => [],
    recents: () => [],
    directories: () => [],
    abilities: () => NOTHING_KNOWN,
    previewUnsubscribe: () => ({ outcome: 'untold', why: 'untried' }),
    lookUp: ({ address }: { address: string }) => found(address, ['Buyer', 'VIP']),
    offers: () => ({ tags: done([]), journeys: done([]) }),
  };
  const client = createClient<PanelCalls>(async ({ call, request }): Promise<Result<unknown>> => {
    asked.push([call, request]);
    const answer = { ...usual, ...answers }[call as keyof PanelCalls]; // the client's own names
    return done(await answer?.(request as never)); // each answer reads the request of its own call
  });
  const thisPage = async () => page;
  let tellNews = (): void => undefined;
  const hearReceipts = (hear: () => void) => {
    tellNews = hear;
    return () => undefined;
  };
  const panel = {
    client,
    openOptions,
    allowSite: async () => true,
    thisPage,
    hearReceipts,
  };
  render(
    <PanelContext.Provider value={panel}>
      <Popup {...{ typed, isEntered }} />
    </PanelContext.Provider>,
    rootOfPage(),
  );
  return { asked, close: closePopup, tellNews: () => tellNews() };
}

export const searchbox = () =>
  screen.getByRole<HTMLInputElement>('searchbox', { name: 'Email address' });
export const type = (text: string) => fireEvent.input(searchbox(), { target: { value: text } });
export const enter = () => fireEvent.keyDown(searchbox(), { key: 'Enter' });
export const region = () => screen.findByRole('region', { name: 'Acme School' });
