import { foldAddress } from '../address';
import type { Desk, Intent, IntentOf, Target } from '../intent';

const mail = { id: 'a1', name: 'Acme Mail', system: 'octeth' as const };
const school = { id: 's1', name: 'Acme School', system: 'systeme' as const };
const place = { id: '1', name: 'Newsletter' };
const address = foldAddress('ada@lovelace.dev');

export const ADA_IN_MAIL: Target = { account: mail, place, profileId: '9', address };
export const ADA_IN_SCHOOL: Target = { account: school, place: null, profileId: '9', address };
export const MAIL_DESK: Desk = { account: mail, place };
export const SCHOOL_DESK: Desk = { account: school, place: null };

const VIP = { id: '4', name: 'VIP' };
const WELCOME = { id: '7', name: 'Welcome' };
const LATIN = { id: '11', name: 'Latin' };
const READERS = { id: '12', name: 'Readers' };
const SIZE = { id: 'size', name: 'Size' };

/** One write of every kind, each as a server of its system would take it. */
export const ANY_INTENT: { [Kind in Intent['kind']]: IntentOf<Kind> } = {
  tag: { kind: 'tag', target: ADA_IN_MAIL, tag: VIP },
  untag: { kind: 'untag', target: ADA_IN_MAIL, tag: VIP },
  'trigger-journey': { kind: 'trigger-journey', target: ADA_IN_MAIL, journey: WELCOME },
  'leave-journey': { kind: 'leave-journey', target: ADA_IN_MAIL, journey: WELCOME },
  'exit-journey': { kind: 'exit-journey', target: ADA_IN_MAIL, journey: WELCOME },
  add: {
    kind: 'add',
    person: {
      account: mail,
      place,
      address,
      firstName: 'Ada',
      lastName: '',
      standing: 'pending',
      ipAddress: '203.0.113.7',
      way: 'subscribe',
      since: null,
      fields: [{ ...SIZE, before: '', after: 'L' }],
    },
  },
  update: {
    kind: 'update',
    target: ADA_IN_MAIL,
    fields: [{ ...SIZE, before: 'S', after: 'L' }],
    newAddress: { before: address, after: 'ada@byron.dev' },
  },
  unsubscribe: {
    kind: 'unsubscribe',
    target: ADA_IN_MAIL,
    ipAddress: '203.0.113.7',
    suppress: false,
  },
  confirm: { kind: 'confirm', target: ADA_IN_MAIL, code: 'abc123' },
  enrol: { kind: 'enrol', target: ADA_IN_SCHOOL, course: LATIN, access: { type: 'full_access' } },
  unenrol: { kind: 'unenrol', target: ADA_IN_SCHOOL, course: LATIN, access: 'full_access' },
  join: { kind: 'join', target: ADA_IN_SCHOOL, community: READERS },
  leave: { kind: 'leave', target: ADA_IN_SCHOOL, community: READERS },
  cancel: {
    kind: 'cancel',
    target: ADA_IN_SCHOOL,
    subscription: { id: '13', name: 'Pro' },
    when: 'period-end',
  },
  delete: { kind: 'delete', target: ADA_IN_SCHOOL },
  'create-tag': { kind: 'create-tag', desk: MAIL_DESK, name: 'Gold' },
  'rename-tag': { kind: 'rename-tag', desk: MAIL_DESK, tag: VIP, name: 'Gold' },
  'delete-tag': { kind: 'delete-tag', desk: MAIL_DESK, tag: VIP, people: 3 },
  'create-field': { kind: 'create-field', desk: SCHOOL_DESK, name: 'Size', slug: 'size' },
  'rename-field': { kind: 'rename-field', desk: SCHOOL_DESK, field: SIZE, name: 'Shoe size' },
  'delete-field': { kind: 'delete-field', desk: SCHOOL_DESK, field: SIZE },
  import: {
    kind: 'import',
    desk: MAIL_DESK,
    loadId: 'load-1',
    people: 40,
    tags: ['Webinar'],
    updateKnown: false,
    startActions: false,
    jobId: null,
  },
  'delete-people': {
    kind: 'delete-people',
    desk: MAIL_DESK,
    people: [
      { id: '9', name: 'Ada@Lovelace.dev' },
      { id: '10', name: 'ben@lovelace.dev' },
    ],
  },
  'empty-list': { kind: 'empty-list', desk: MAIL_DESK, people: 300, alsoTags: false },
  'create-connection': {
    kind: 'create-connection',
    desk: SCHOOL_DESK,
    known: ['c-1'],
    connectionId: null,
  },
  'remove-connection': {
    kind: 'remove-connection',
    desk: SCHOOL_DESK,
    connection: { id: '21fd90f9-5935-43cd', name: 'Acme' },
  },
};

export const ALL_INTENTS: Intent[] = Object.values(ANY_INTENT);
