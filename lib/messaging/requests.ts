/** What each call's request must look like: types are a promise, the wire is not. */
import * as v from 'valibot';
import { STANDINGS } from '../people/standing';
import type { PageCalls, PanelCalls } from './protocol';

/** Longer than any text a person pastes to look somebody up, short enough to parse at once. */
const TYPED_LENGTH = 20_000;
/** The longest address there is, twice over: pages name addresses as they stand in the text. */
const ADDRESS_LENGTH = 640;
export const ADDRESSES_PER_ASK = 200;
const KEY_LENGTH = 4_000;

const nothing = v.null();
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const name = v.pipe(v.string(), v.maxLength(1_000));
const typed = v.pipe(v.string(), v.maxLength(TYPED_LENGTH));
const pageAddress = v.pipe(v.string(), v.minLength(3), v.maxLength(ADDRESS_LENGTH));
const address = v.pipe(v.string(), v.minLength(3), v.maxLength(TYPED_LENGTH));

const place = v.object({ id, name });
const account = v.object({ id, name, system: v.picklist(['octeth', 'systeme']) });
const target = v.object({ account, place: v.nullable(place), profileId: id, address });
const choice = v.object({ id, name });

const intent = v.variant('kind', [
  v.object({
    kind: v.literal('tag'),
    target,
    tag: v.object({ id: v.nullable(id), name }),
  }),
  v.object({ kind: v.literal('untag'), target, tag: choice }),
  v.object({ kind: v.literal('trigger-journey'), target, journey: choice }),
  v.object({ kind: v.literal('leave-journey'), target, journey: choice }),
  v.object({
    kind: v.literal('add'),
    person: v.object({
      account,
      place: v.nullable(place),
      address,
      firstName: name,
      lastName: name,
      standing: v.picklist(['subscribed', 'pending']),
      ipAddress: v.nullable(v.pipe(v.string(), v.maxLength(64))),
    }),
  }),
]);

const concern = v.variant('kind', [
  v.object({
    kind: v.literal('standing'),
    standing: v.picklist(STANDINGS),
    place: v.nullable(place),
  }),
  v.object({
    kind: v.picklist(['new-tag', 'already-in-journey', 'journeys-unknown', 'in-doubt']),
    name,
  }),
]);
const key = v.nullable(v.pipe(v.string(), v.maxLength(KEY_LENGTH)));
const ofAccount = v.object({ accountId: id });
const ofReceipt = v.object({ receiptId: id });

export const pageRequests = {
  recognise: v.object({
    addresses: v.pipe(v.array(pageAddress), v.maxLength(ADDRESSES_PER_ASK)),
  }),
  hovered: v.object({ address: v.nullable(pageAddress) }),
  bringCard: nothing,
  peek: v.object({ address: pageAddress }),
  open: v.object({ address: pageAddress }),
} satisfies Record<keyof PageCalls, v.GenericSchema>;

export const panelRequests = {
  ...pageRequests,
  accounts: nothing,
  lookUp: v.object({ accountId: id, address, fresh: v.boolean() }),
  offers: ofAccount,
  act: v.object({ intent, agreed: v.array(concern) }),
  undo: ofReceipt,
  settle: ofReceipt,
  receipts: nothing,
  acknowledge: v.object({ receiptIds: v.array(id) }),
  recents: nothing,
  forgetRecents: nothing,
  opening: nothing,
  connect: v.variant('system', [
    v.object({
      system: v.literal('octeth'),
      accountId: v.nullable(id),
      name: typed,
      server: typed,
      key,
    }),
    v.object({
      system: v.literal('systeme'),
      accountId: v.nullable(id),
      name: typed,
      gateway: typed,
      control: typed,
      key,
      connectionId: v.nullable(id),
    }),
  ]),
  rename: v.object({ accountId: id, name: typed }),
  pause: v.object({ accountId: id, paused: v.boolean() }),
  remove: ofAccount,
  chooseLists: v.object({ accountId: id, searched: v.array(id) }),
  nameByHand: v.object({
    accountId: id,
    lists: v.array(v.object({ id: typed, name: typed })),
    journeys: v.array(v.object({ id: typed, name: typed })),
  }),
  setLimit: v.object({
    accountId: id,
    limit: v.object({ calls: v.number(), seconds: v.number() }),
  }),
  setPassphrase: v.object({ passphrase: v.nullable(typed) }),
  unlock: v.object({ passphrase: typed }),
  lock: nothing,
  flags: nothing,
  setFlags: v.object({
    mode: v.picklist(['everywhere', 'chosen', 'off']),
    sites: v.array(v.pipe(v.string(), v.maxLength(500))),
  }),
  menuTags: nothing,
  pinMenuTag: v.object({
    tag: v.object({ account, place: v.nullable(place), id, name, pinned: v.boolean() }),
    pinned: v.boolean(),
  }),
} satisfies Record<keyof PanelCalls, v.GenericSchema>;
