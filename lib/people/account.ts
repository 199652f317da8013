export type System = 'octeth' | 'systeme';

export const SYSTEM_NAMES: Record<System, string> = { octeth: 'Octeth', systeme: 'Systeme.io' };

/** What every card and confirmation needs of an account to name it. */
export interface AccountRef {
  id: string;
  name: string;
  system: System;
}

/** A list in Octeth; Systeme.io has none. */
export interface Place {
  id: string;
  name: string;
}

/** A budget of calls that the server allows in a window of seconds. */
export interface CallLimit {
  calls: number;
  seconds: number;
}

interface AccountBase extends AccountRef {
  paused: boolean;
  /** The key's last four characters, the only part that ever leaves the vault. */
  keyTail: string;
  limit: CallLimit;
}

export interface OctethAccount extends AccountBase {
  system: 'octeth';
  /** Base address without a trailing slash, e.g. `https://mail.acme.com`. */
  server: string;
  lists: (Place & { searched: boolean })[];
  /** True where the server lacks `lists.get`: the ids were typed by hand. */
  listsByHand: boolean;
  /** Journeys typed by hand, where the server lacks `journey.list`. */
  journeysByHand: Place[];
}

export interface SystemeAccount extends AccountBase {
  system: 'systeme';
  /** Base addresses without a trailing slash. */
  gateway: string;
  control: string;
  /** Always sent as `Maton-Connection`. */
  connection: { id: string; label: string };
}

/** An account as screens see it: no key. */
export type Account = OctethAccount | SystemeAccount;

/** Octeth's documented limit: 100 requests in 60 s. */
export const OCTETH_LIMIT: CallLimit = { calls: 100, seconds: 60 };
/** Maton's documented limit: 10 requests in a second. */
export const MATON_LIMIT: CallLimit = { calls: 10, seconds: 1 };

/** Where accounts lie in storage: who shows them hears there of changes. */
export const ACCOUNTS_KEY = 'accounts';
