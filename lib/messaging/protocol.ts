/**
 * The conversation: everything our own pages and our content scripts may ask of the background,
 * and what it may tell a page's content script. One interface for each door; each call is a
 * function of one request. Requests are parsed by `requests.ts`, replies are data (`Result`).
 *
 * No message carries a key towards a page, a URL to fetch, a header, HTML or a selector.
 */
import type { Failure, Result } from '../failure';
import type { Abilities } from '../people/ability';
import type { Account, AccountRef, CallLimit, Place } from '../people/account';
import type { EmailAddress } from '../people/address';
import type { CheckResult, CheckStep } from '../people/check-up';
import type { Catalogue, TagCount } from '../people/catalogue';
import type { Choice, Details } from '../people/details';
import type { Answer, Findings } from '../people/findings';
import type { Agreed } from '../people/concern';
import type { Intent, Target } from '../people/intent';
import type { ImportLoad } from '../people/list-work';
import type { ActReply, Receipt } from '../people/receipt';
import type { MarkKind } from '../people/mark';
import type { Offers } from '../people/offers';
import type { Preview } from '../people/preview';
import type { Standing } from '../people/standing';
import type { DirectoryCalls } from './directory-protocol';
import type { ListCalls } from './list-protocol';

/** What a content script on somebody's page may ask. Answers hold nothing secret. */
export interface PageCalls {
  /** How to mark these addresses, from the local directory: no network. Same order as asked. */
  recognise(request: { addresses: string[] }): MarkKind[];
  /** The pointer or the focus came to rest on this flagged address, or left it. */
  hovered(request: { address: string | null }): void;
  /** Put the card's script into the asking frame. */
  bringCard(): void;
  /** The same with the script that reads addresses in disguise. */
  bringReader(): void;
  /** The card's few facts; asked after a trusted hover, focus or key. A live lookup, capped. */
  peek(request: { address: string; seen: number }): CardFacts;
  /** Open our own window with this person. */
  open(request: { address: string }): void;
}

/** What the hover card shows. */
export interface CardFacts {
  address: EmailAddress;
  name: string | null;
  accounts: CardAccount[];
}

export interface CardAccount {
  account: AccountRef;
  /** Null as long as it is asked. */
  at: number | null;
  /** One line for each list she is on, one without a place for Systeme.io. */
  lines: { place: Place | null; standings: Standing[] }[];
  tags: string[];
  /** What was searched when nothing was found; see `answerOf`. */
  answer: Answer | 'asking';
  failure: Failure | null;
}

/** What our own pages (popup, options) may ask besides. */
export interface PanelCalls extends PageCalls, ListCalls, DirectoryCalls {
  accounts(): AccountsState;
  /** Asks one account. For a walk that is not at its end, ask again to go on. */
  lookUp(request: { accountId: string; address: string; fresh: boolean }): Findings;
  /** Tags and journeys that can be chosen in this account, most used first. */
  offers(request: { accountId: string }): Offers;
  /** What the account knows of her beyond the profile. */
  details(request: { target: Target; fresh: boolean }): Details;
  /** What unsubscribing her would do, where the server can tell without doing it. */
  previewUnsubscribe(request: { target: Target; ipAddress: string }): Preview;
  /** What the account keeps to choose from. */
  catalogue(request: { accountId: string; fresh: boolean }): Catalogue;
  /** Some pages of counting who carries a tag. To go on, ask again with what was answered. */
  countTag(request: {
    accountId: string;
    place: Place | null;
    tag: Choice;
    soFar: TagCount | null;
  }): TagCount;
  /** `load`: whom an import brings, once. */
  act(request: { intent: Intent; agreed: Agreed; load?: ImportLoad }): ActReply;
  undo(request: { receiptId: string }): Receipt;
  /** Tries or looks again now: a planned write that waits, an unknown one that needs a re-read. */
  settle(request: { receiptId: string }): Receipt;
  /** Receipts not yet acknowledged, newest first. */
  receipts(): Receipt[];
  acknowledge(request: { receiptIds: string[] }): void;
  /** A page of all receipts, newest first; `before`: none that is newer. */
  journal(request: { before: number | null }): Receipt[];
  recents(): Recent[];
  forgetRecents(): void;
  /** What the popup should open with; reading it uses it up. */
  opening(): Opening;

  connect(request: ConnectRequest): ConnectReply;
  rename(request: { accountId: string; name: string }): void;
  pause(request: { accountId: string; paused: boolean }): void;
  remove(request: { accountId: string }): void;
  chooseLists(request: { accountId: string; searched: string[] }): void;
  /** Lists and journeys by hand, where the server cannot tell. */
  nameByHand(request: { accountId: string; lists: Place[]; journeys: Place[] }): void;
  setLimit(request: { accountId: string; limit: CallLimit }): void;

  /** What the key may do, as far as it is known; asks nobody. */
  abilities(request: { accountId: string }): Abilities;
  /** Tries the key again, by reads alone, and forgets what was refused before. */
  checkAbilities(request: { accountId: string }): Abilities;
  /** One step of the check-up; asked for one after another. */
  checkUp(request: { accountId: string; step: CheckStep }): CheckResult;

  /** All of Maton's connections to Systeme.io, whatever their state. */
  connections(request: { accountId: string }): MatonConnection[];
  /** Looks again at one that is waited for. */
  connection(request: { accountId: string; connectionId: string }): MatonConnection;
  /** Opens the page that authorises it in a tab; the page's address stays in the background. */
  authorise(request: { accountId: string; connectionId: string }): void;

  /** Sets, changes or (null) takes away the passphrase; needs the keys unlocked. */
  setPassphrase(request: { passphrase: string | null }): void;
  unlock(request: { passphrase: string }): void;
  lock(): void;

  flags(): FlagSettings;
  setFlags(request: FlagSettings): void;
  menuTags(): MenuTag[];
  pinMenuTag(request: { tag: MenuTag; pinned: boolean }): void;
}

export interface AccountsState {
  accounts: Account[];
  lock: 'none' | 'open' | 'locked';
  /** Settings that could not be read and were set aside, if any. */
  trouble: string[];
}

export interface Recent {
  address: EmailAddress;
  name: string | null;
  at: number;
}

export interface Opening {
  /** Set when the popup was opened for somebody; `from` says why. */
  address: string | null;
  from: 'handed-over' | 'selection' | 'hovered' | null;
  /** A write begun elsewhere (right-click) that needs a yes here. */
  pending: Intent | null;
  /** Set when that somebody should be offered for adding to this account. */
  addTo: AccountRef | null;
  /** Origin of the page she is on (`https://mail.example.com`), null where flags cannot run. */
  site: string | null;
}

/** `key` null: the stored one. `accountId` null: a new account. */
export type ConnectRequest =
  | {
      system: 'octeth';
      accountId: string | null;
      name: string;
      server: string;
      key: string | null;
    }
  | {
      system: 'systeme';
      accountId: string | null;
      name: string;
      gateway: string;
      control: string;
      key: string | null;
      connectionId: string | null;
    };

export interface ConnectionChoice {
  id: string;
  label: string;
  /** When it was made, as Maton writes it. */
  since: string | null;
}

/** A connection of Maton's as its manager shows it. */
export interface MatonConnection extends ConnectionChoice {
  status: 'active' | 'pending' | 'failed' | 'unclear';
  /** Names of the accounts here that go through it. */
  usedBy: string[];
}

export type ConnectField = 'server' | 'key' | 'gateway' | 'control' | 'connection';

export type ConnectReply =
  | { outcome: 'saved'; account: Account; said: string[] }
  | { outcome: 'choose-connection'; connections: ConnectionChoice[] }
  | {
      outcome: 'failed';
      failure: Failure;
      field: ConnectField;
      /** The other Maton host family, where that one answered. */
      offer: { gateway: string; control: string } | null;
    };

export type FlagMode = 'everywhere' | 'chosen' | 'off';

/** `sites` are origins, e.g. `https://mail.example.com`. */
export interface FlagSettings {
  mode: FlagMode;
  sites: string[];
}

export interface MenuTag {
  account: AccountRef;
  place: Place | null;
  id: string;
  name: string;
  pinned: boolean;
}

/** What the background tells the flags script of a page. */
export type ToPage =
  /** Standings or the chosen sites may have changed: ask again, and go where you are refused. */
  | { addressee: 'refresh' }
  /** Step to the next flagged address in view, or the one before. */
  | { addressee: 'next-flag' | 'previous-flag' };

/** A request on the wire. */
export interface Request {
  addressee: 'ask';
  call: string;
  request: unknown;
}

/** Calls as they look from the asking side: every answer a promise of a `Result`. */
export type Asking<Calls> = {
  [Call in keyof Calls]: Calls[Call] extends (request: infer Request) => infer Reply
    ? unknown extends Request
      ? () => Promise<Result<Reply>>
      : (request: Request) => Promise<Result<Reply>>
    : never;
};

/** Calls as the background answers them: failures are thrown as `FailureError`. */
export type Answering<Calls, Caller> = {
  [Call in keyof Calls]: Calls[Call] extends (request: infer Request) => infer Reply
    ? (request: Request, caller: Caller) => Promise<Reply>
    : never;
};
