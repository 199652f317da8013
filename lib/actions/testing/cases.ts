/** One of every kind of write beyond tags and journeys, for tests of the outbox. */
import type { AccountRef } from '../../people/account';
import { foldAddress } from '../../people/address';
import type { Agreed } from '../../people/concern';
import type { ConnectionListing } from '../../people/connection';
import { concernsOf } from '../../people/consent';
import type { Subscription } from '../../people/details';
import type {
  ConnectionIntent,
  Desk,
  DeskIntent,
  Intent,
  ListIntent,
  PersonIntent,
  Target,
} from '../../people/intent';
import { ACCOUNT, JOURNEY, PLACE, SCHOOL, type Server, TARGET } from './server';

export interface Case {
  intent: PersonIntent | DeskIntent | ListIntent | ConnectionIntent;
  account: AccountRef;
  /** How things stand before. */
  prepare: (server: Server) => void;
  /** Whether what is wanted is so at the server. */
  isThere: (server: Server) => boolean;
}

const PUPIL: Target = { ...TARGET, account: SCHOOL, place: null };
const LIST: Desk = { account: ACCOUNT, place: PLACE };
const OFFICE: Desk = { account: SCHOOL, place: null };
const COURSE = { id: '11', name: 'Latin' };
const CLUB = { id: '12', name: 'Readers' };
const PLAN = { id: '13', name: 'Pro' };
export const GOLD = { id: '14', name: 'Gold' };
const SIZE = { id: 'size', name: 'Size' };

export const LINK = { id: '21fd90f9-5935', name: 'Acme' };

const listed = ({ id, name }: typeof LINK): ConnectionListing => ({
  ...{ id, label: name, since: null, state: 'active' },
});

export const BEN = { id: '21', name: 'ben@example.com' };
const CAT = { id: '22', name: 'cat@example.com' };
export const DAN = { id: '23', name: 'dan@example.com' };

const subscription: Subscription = {
  ...{ id: PLAN.id, plan: PLAN.name, state: 'active' as const },
  ...{ amount: null, currency: null, every: null, since: null, cancelledAt: null },
};

const inOcteth = (made: Omit<Case, 'account'>): Case => ({ ...made, account: ACCOUNT });
const inSysteme = (made: Omit<Case, 'account'>): Case => ({ ...made, account: SCHOOL });
const nothing = (): void => {};

export const CASES = {
  exit: inOcteth({
    intent: { kind: 'exit-journey', target: TARGET, journey: JOURNEY },
    prepare: ({ profile }) => {
      const active = { ...JOURNEY, state: 'active' as const, step: null, steps: null, since: null };
      if (profile) profile.journeys = [active];
    },
    isThere: ({ profile }) => profile?.journeys.length === 0,
  }),
  update: inOcteth({
    intent: {
      kind: 'update',
      target: TARGET,
      fields: [{ ...SIZE, before: 'S', after: 'L' }],
      newAddress: { before: TARGET.address, after: 'Ada@Lovelace.dev' },
    },
    prepare: (server) => {
      server.fields = { size: 'S', other: 'x' };
    },
    isThere: ({ fields, profile }) =>
      fields['size'] === 'L' && profile?.address === 'Ada@Lovelace.dev',
  }),
  unsubscribe: inOcteth({
    intent: { kind: 'unsubscribe', target: TARGET, ipAddress: '203.0.113.7', suppress: true },
    prepare: nothing,
    isThere: ({ profile }) => profile?.standings.includes('suppressed') === true,
  }),
  confirm: inOcteth({
    intent: { kind: 'confirm', target: TARGET, code: 'abc' },
    prepare: ({ profile }) => {
      if (profile) profile.standings = ['pending'];
    },
    isThere: ({ profile }) => profile?.standings.includes('subscribed') === true,
  }),
  enrol: inSysteme({
    intent: { kind: 'enrol', target: PUPIL, course: COURSE, access: { type: 'full_access' } },
    prepare: nothing,
    isThere: ({ courses }) => courses.length === 1,
  }),
  unenrol: inSysteme({
    intent: { kind: 'unenrol', target: PUPIL, course: COURSE, access: 'full_access' },
    prepare: ({ courses }) => {
      courses.push({ id: '1', course: COURSE, access: 'full_access', active: true });
    },
    isThere: ({ courses }) => courses.length === 0,
  }),
  join: inSysteme({
    intent: { kind: 'join', target: PUPIL, community: CLUB },
    prepare: nothing,
    isThere: ({ communities }) => communities.length === 1,
  }),
  leave: inSysteme({
    intent: { kind: 'leave', target: PUPIL, community: CLUB },
    prepare: ({ communities }) => {
      communities.push({ id: '1', community: CLUB });
    },
    isThere: ({ communities }) => communities.length === 0,
  }),
  cancel: inSysteme({
    intent: { kind: 'cancel', target: PUPIL, subscription: PLAN, when: 'period-end' },
    prepare: ({ subscriptions }) => {
      subscriptions.push({ ...subscription });
    },
    isThere: ({ subscriptions }) => subscriptions[0]?.state === 'ending',
  }),
  delete: inSysteme({
    intent: { kind: 'delete', target: PUPIL },
    prepare: nothing,
    isThere: ({ profile }) => profile === null,
  }),
  createTag: inOcteth({
    intent: { kind: 'create-tag', desk: LIST, name: 'Silver' },
    prepare: nothing,
    isThere: ({ catalogue }) => catalogue.tags.length === 1,
  }),
  renameTag: inOcteth({
    intent: { kind: 'rename-tag', desk: LIST, tag: GOLD, name: 'Golden' },
    prepare: ({ catalogue }) => {
      catalogue.tags.push({ ...GOLD, place: PLACE, people: 3 });
    },
    isThere: ({ catalogue }) => catalogue.tags[0]?.name === 'Golden',
  }),
  deleteTag: inOcteth({
    intent: { kind: 'delete-tag', desk: LIST, tag: GOLD, people: 3 },
    prepare: ({ catalogue }) => {
      catalogue.tags.push({ ...GOLD, place: PLACE, people: 3 });
    },
    isThere: ({ catalogue }) => catalogue.tags.length === 0,
  }),
  createField: inSysteme({
    intent: { kind: 'create-field', desk: OFFICE, name: 'Size', slug: 'size' },
    prepare: nothing,
    isThere: ({ catalogue }) => catalogue.fields.length === 1,
  }),
  renameField: inSysteme({
    intent: { kind: 'rename-field', desk: OFFICE, field: SIZE, name: 'Shoe size' },
    prepare: ({ catalogue }) => {
      catalogue.fields.push({ ...SIZE, place: null, required: false });
    },
    isThere: ({ catalogue }) => catalogue.fields[0]?.name === 'Shoe size',
  }),
  deleteField: inSysteme({
    intent: { kind: 'delete-field', desk: OFFICE, field: SIZE },
    prepare: ({ catalogue }) => {
      catalogue.fields.push({ ...SIZE, place: null, required: false });
    },
    isThere: ({ catalogue }) => catalogue.fields.length === 0,
  }),
  deletePeople: inOcteth({
    intent: { kind: 'delete-people', desk: LIST, people: [BEN, CAT] },
    prepare: ({ listed }) => {
      listed.push(BEN, CAT, DAN);
    },
    isThere: ({ listed }) => listed.length === 1 && listed[0]?.id === DAN.id,
  }),
  emptyList: inOcteth({
    intent: { kind: 'empty-list', desk: LIST, people: 3, alsoTags: true },
    prepare: ({ listed, catalogue }) => {
      listed.push(BEN, CAT, DAN);
      catalogue.tags.push({ ...GOLD, place: PLACE, people: 3 });
    },
    isThere: ({ listed, catalogue }) => listed.length + catalogue.tags.length === 0,
  }),
  makeConnection: inSysteme({
    intent: { kind: 'create-connection', desk: OFFICE, known: [LINK.id], connectionId: null },
    prepare: ({ connections }) => {
      connections.push(listed(LINK));
    },
    isThere: ({ connections }) => connections.length === 2,
  }),
  removeConnection: inSysteme({
    intent: { kind: 'remove-connection', desk: OFFICE, connection: LINK },
    prepare: ({ connections }) => {
      connections.push(listed(LINK));
    },
    isThere: ({ connections }) => connections.length === 0,
  }),
} satisfies Record<string, Case>;

/** Says yes to everything that is to be told first, and types what is to be typed. */
export const yesToAll = (intent: Intent, { profile }: Server): Agreed =>
  concernsOf(intent, profile).map((concern) =>
    concern.kind === 'type-name' ? { ...concern, typed: concern.name } : concern,
  );

export const MOVED = foldAddress('ada@lovelace.dev');
