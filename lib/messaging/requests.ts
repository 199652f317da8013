/** What each call's request must look like: types are a promise, the wire is not. */
import * as v from 'valibot';
import { CHECK_STEPS } from '../people/check-up';
import { directoryRequests } from './directory-schemas';
import {
  TYPED_LENGTH,
  account,
  address,
  choice,
  concern,
  id,
  importLoad,
  intent,
  ipAddress,
  name,
  place,
  target,
} from './intent-schemas';
import { listRequests } from './list-schemas';
import type { PageCalls, PanelCalls } from './protocol';

/** The longest address there is, twice over: pages name addresses as they stand in the text. */
const ADDRESS_LENGTH = 640;
export const ADDRESSES_PER_ASK = 500;
const KEY_LENGTH = 4_000;

const nothing = v.null();
const typed = v.pipe(v.string(), v.maxLength(TYPED_LENGTH));
const pageAddress = v.pipe(v.string(), v.minLength(3), v.maxLength(ADDRESS_LENGTH));
const key = v.nullable(v.pipe(v.string(), v.maxLength(KEY_LENGTH)));
const ofAccount = v.object({ accountId: id });
const ofConnection = v.object({ accountId: id, connectionId: id });
const number = v.pipe(v.number(), v.integer(), v.minValue(0));
const tagCount = v.object({
  people: number,
  looked: number,
  next: v.nullable(v.object({ way: v.picklist(['filter', 'walk']), after: v.nullable(id) })),
});
const ofReceipt = v.object({ receiptId: id });

export const pageRequests = {
  recognise: v.object({
    addresses: v.pipe(v.array(pageAddress), v.maxLength(ADDRESSES_PER_ASK)),
  }),
  hovered: v.object({ address: v.nullable(pageAddress) }),
  bringCard: nothing,
  bringReader: nothing,
  peek: v.object({ address: pageAddress, seen: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
  open: v.object({ address: pageAddress }),
} satisfies Record<keyof PageCalls, v.GenericSchema>;

export const panelRequests = {
  ...pageRequests,
  ...listRequests,
  ...directoryRequests,
  accounts: nothing,
  lookUp: v.object({ accountId: id, address, fresh: v.boolean() }),
  offers: ofAccount,
  details: v.object({ target, fresh: v.boolean() }),
  previewUnsubscribe: v.object({ target, ipAddress }),
  catalogue: v.object({ accountId: id, fresh: v.boolean() }),
  countTag: v.object({
    accountId: id,
    place: v.nullable(place),
    tag: choice,
    soFar: v.nullable(tagCount),
  }),
  act: v.object({ intent, agreed: v.array(concern), load: v.exactOptional(importLoad) }),
  undo: ofReceipt,
  settle: ofReceipt,
  receipts: nothing,
  acknowledge: v.object({ receiptIds: v.array(id) }),
  journal: v.object({ before: v.nullable(v.number()) }),
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
  abilities: ofAccount,
  checkAbilities: ofAccount,
  checkUp: v.object({ accountId: id, step: v.picklist(CHECK_STEPS) }),
  connections: ofAccount,
  connection: ofConnection,
  authorise: ofConnection,
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
