/** What a back end in memory knows and does, for tests of the outbox: one person, one desk. */
import { done, type Failure, failed, type Result } from '../../failure';
import type { Ask } from '../../crm/crm';
import type { AccountRef } from '../../people/account';
import { type EmailAddress, foldAddress } from '../../people/address';
import type { CataloguedField, CataloguedTag } from '../../people/catalogue';
import type { ConnectionListing } from '../../people/connection';
import type { Choice, Enrolment, Membership, Subscription } from '../../people/details';
import type { Findings, PlaceSearch } from '../../people/findings';
import type { Target } from '../../people/intent';
import type { Profile } from '../../people/profile';

export const ACCOUNT: AccountRef = { id: 'a', name: 'Acme', system: 'octeth' };
export const SCHOOL: AccountRef = { id: 's', name: 'School', system: 'systeme' };
export const PLACE = { id: '3', name: 'News' };
export const ADA = foldAddress('ada@example.com');
export const TARGET: Target = { account: ACCOUNT, place: PLACE, profileId: '7', address: ADA };
export const JOURNEY = { id: '5', name: 'Welcome' };
export const VIP = { id: '1', name: 'vip' };
export const DROPPED: Failure = { kind: 'offline', host: 'mail.acme.com' };

/** What goes wrong with the next write. */
export type Fault =
  | { kind: 'answer'; failure: Failure }
  | { kind: 'act-then-drop' }
  /** It is done, and a request that belongs to it is then answered so. */
  | { kind: 'act-then-answer'; failure: Failure }
  | { kind: 'throw' };

export interface Server {
  account: AccountRef;
  profile: Profile | null;
  /** By a field's id. */
  fields: Record<string, string>;
  courses: Enrolment[];
  communities: Membership[];
  subscriptions: Subscription[];
  catalogue: { tags: CataloguedTag[]; fields: CataloguedField[] };
  connections: ConnectionListing[];
  /** What the one list is called by now. */
  listName: string;
  /** Whoever is on the list, by id and address. */
  listed: Choice[];
  effects: string[];
  asked: string[];
  faults: Fault[];
  down: boolean;
  /** Details and catalogues fail, the rest answers. */
  isMute: boolean;
  /** It ends every subscription at once. */
  isHasty: boolean;
  /** Searched besides the one list, or, where that one is among them, instead. */
  searches: PlaceSearch[];
  /** Whoever else is in the account, found by their own address alone. */
  strangers: Profile[];
  /** The one list is no longer searched: its tags are not in the catalogue. */
  isUnsearched: boolean;
  /** Of the call that is under way. */
  note: Ask['note'];
}

export const createServer = (account: AccountRef): Server => ({
  account,
  profile: newcomer(account),
  fields: {},
  listName: PLACE.name,
  courses: [],
  communities: [],
  subscriptions: [],
  catalogue: { tags: [], fields: [] },
  connections: [],
  listed: [],
  effects: [],
  asked: [],
  faults: [],
  down: false,
  isMute: false,
  isHasty: false,
  searches: [],
  strangers: [],
  isUnsearched: false,
  note: undefined,
});

export const placeOf = ({ system }: AccountRef) => (system === 'octeth' ? PLACE : null);

export const newcomer = (account: AccountRef): Profile => ({
  account,
  place: placeOf(account),
  id: '7',
  address: 'Ada@Example.com',
  name: 'Ada',
  standings: ['subscribed'],
  since: null,
  tags: [],
  journeys: [],
});

/** One write: the fault that is due, or the effect. */
export type Write = (effect: string, act: () => Result<null> | void) => Promise<Result<null>>;

export const writeTo =
  (server: Server): Write =>
  async (effect, act) => {
    server.asked.push(effect);
    if (server.down) return failed(DROPPED);
    const fault = server.faults.shift();
    if (fault?.kind === 'throw') throw new Error('unforeseen');
    if (fault?.kind === 'answer') return failed(fault.failure);
    const reply = act() ?? done(null);
    if (reply.ok) server.effects.push(effect);
    if (reply.ok) server.note?.('taken');
    if (fault?.kind === 'act-then-answer') {
      server.note?.('failed');
      return failed(fault.failure);
    }
    return fault?.kind === 'act-then-drop' ? failed(DROPPED) : reply;
  };

export const NOT_THERE: Result<null> = failed({ kind: 'not-found', what: 'person' });

/** Without an address: of the one person. */
export function findings(server: Server, address?: EmailAddress): Findings {
  const { account, profile: one, down, searches, strangers } = server;
  const others = strangers.filter((stranger) => foldAddress(stranger.address) === address);
  const isOne = address === undefined || (one && foldAddress(one.address) === address);
  const profile = isOne ? one : null;
  const base = { account, at: 1, walk: null, failure: null };
  if (down) return { ...base, profiles: [], places: [], failure: DROPPED };
  const profiles = structuredClone([...(profile ? [profile] : []), ...others]);
  const outcome = profiles.length > 0 ? ('found' as const) : ('absent' as const);
  const hasOwn = searches.some(({ place }) => place.id === PLACE.id);
  const places = hasOwn ? searches : [{ place: PLACE, outcome }, ...searches];
  return { ...base, profiles, places };
}
