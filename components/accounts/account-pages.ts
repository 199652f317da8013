/** The pages of one account on the options page, by the hash that leads there. */
import type { System } from '@/lib/people/account';

export const ACCOUNT_PAGES = ['directory', 'desk', 'connections', 'check-up'] as const;
export type AccountPageName = (typeof ACCOUNT_PAGES)[number];

export interface AccountPlace {
  accountId: string;
  page: AccountPageName;
}

export const PAGE_TITLES: Record<AccountPageName, string> = {
  directory: 'Directory',
  desk: 'Tags and fields',
  connections: 'Connections',
  'check-up': 'Check up',
};

/** Connections are Maton's, and only Systeme.io is reached through it. */
export const pagesOf = (system: System): AccountPageName[] =>
  ACCOUNT_PAGES.filter((page) => page !== 'connections' || system === 'systeme');

export const hashOf = ({ accountId, page }: AccountPlace): string =>
  `#accounts/${encodeURIComponent(accountId)}/${page}`;

/** Null where the hash leads to none of these pages. */
export function placeAt(hash: string): AccountPlace | null {
  const [, id = '', name = ''] = /^#accounts\/([^/]+)\/([\w-]+)$/.exec(hash) ?? [];
  const page = ACCOUNT_PAGES.find((one) => one === name);
  const accountId = decoded(id);
  return page && accountId ? { accountId, page } : null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return ''; // cut in the middle of a character
  }
}
