/** What may lie in localStorage of a popup, field by field; see `read-kept.ts`. */
import { CONSEQUENCES } from '@/lib/people/concern';
import { ACCESS_TYPES } from '@/lib/people/details';
import { NEW_STANDINGS, STANDINGS } from '@/lib/people/standing';

/** A word is that word, `TEXT` any text, an array one of these, an object all of these fields. */
export type Shape =
  | string
  | boolean
  | number
  | null
  | readonly Shape[]
  | { readonly [field: string]: Shape };

export const TEXT = '';
/** Any number. */
export const NUMBER = 0;

const TEXT_OR_NULL = [TEXT, null];
export const CHOICE = { id: TEXT, name: TEXT };
const PLACE = [CHOICE, null];
export const ACCOUNT = { ...CHOICE, system: ['octeth', 'systeme'] };
const TARGET = { account: ACCOUNT, place: PLACE, profileId: TEXT, address: TEXT };
const CHANGE = { before: TEXT, after: TEXT };
const FIELDS = { each: { ...CHOICE, ...CHANGE } };
const YES_OR_NO = [true, false];
const WHEN = ['now', 'period-end'];
const HOW = { standing: NEW_STANDINGS, since: TEXT_OR_NULL, way: ['create', 'subscribe'] };
const PERSON = {
  ...HOW,
  account: ACCOUNT,
  place: PLACE,
  address: TEXT,
  firstName: TEXT,
  lastName: TEXT,
  ipAddress: TEXT_OR_NULL,
  fields: FIELDS,
};

/** Of writes to a person: those to an account's tags and fields are asked about elsewhere. */
const INTENT = [
  { kind: 'add', person: PERSON },
  { kind: 'tag', target: TARGET, tag: { id: TEXT_OR_NULL, name: TEXT } },
  { kind: 'untag', target: TARGET, tag: CHOICE },
  {
    kind: ['trigger-journey', 'leave-journey', 'exit-journey'],
    target: TARGET,
    journey: CHOICE,
  },
  { kind: 'update', target: TARGET, fields: FIELDS, newAddress: [CHANGE, null] },
  { kind: 'unsubscribe', target: TARGET, ipAddress: TEXT, suppress: YES_OR_NO },
  { kind: 'confirm', target: TARGET, code: TEXT },
  {
    kind: 'enrol',
    target: TARGET,
    course: CHOICE,
    access: [
      { type: ['full_access', 'dripping_content'] },
      { type: ['partial_access', 'partial_dripping_access'], modules: { each: TEXT } },
    ],
  },
  { kind: 'unenrol', target: TARGET, course: CHOICE, access: [...ACCESS_TYPES, null] },
  { kind: ['join', 'leave'], target: TARGET, community: CHOICE },
  { kind: 'cancel', target: TARGET, subscription: CHOICE, when: WHEN },
  { kind: 'delete', target: TARGET },
];

const CONCERN = [
  { kind: 'standing', standing: STANDINGS, place: PLACE },
  { kind: 'address-standing', standing: STANDINGS, place: PLACE, name: TEXT },
  { kind: ['new-tag', 'already-in-journey', 'journeys-unknown', 'in-doubt'], name: TEXT },
  { kind: 'consequence', of: CONSEQUENCES, name: TEXT },
  { kind: 'type-name', name: TEXT, people: [NUMBER, null] },
];

export const ASKED = { intent: INTENT, concerns: { each: CONCERN } };

const OPEN = { accountId: TEXT };
const CHOSEN = [null, { id: TEXT, placeId: TEXT_OR_NULL }];
const TYPED = { each: { key: TEXT, text: TEXT } };
const FORM = {
  ...HOW,
  placeId: TEXT_OR_NULL,
  ipAddress: TEXT,
  firstName: TEXT_OR_NULL,
  lastName: TEXT_OR_NULL,
  left: { each: TEXT },
  typed: TYPED,
};
const SENT = [null, { at: NUMBER, keys: { each: TEXT } }];

const FORMS = [
  { ...OPEN, kind: 'add', form: FORM, sent: SENT },
  { ...OPEN, kind: 'edit', where: TEXT_OR_NULL, typed: TYPED, address: TEXT_OR_NULL, sent: SENT },
  { ...OPEN, kind: 'confirm', where: TEXT_OR_NULL, code: TEXT, sent: SENT },
  {
    ...OPEN,
    kind: 'unsubscribe',
    where: TEXT_OR_NULL,
    ipAddress: TEXT,
    suppress: YES_OR_NO,
    sent: SENT,
  },
  {
    ...OPEN,
    kind: 'enrol',
    typed: TEXT,
    course: [CHOICE, null],
    access: ACCESS_TYPES,
    modules: { each: TEXT },
    sent: SENT,
  },
  { ...OPEN, kind: 'cancel', subscription: CHOICE, when: WHEN, sent: SENT },
  { ...OPEN, kind: 'delete', where: TEXT_OR_NULL, sent: SENT },
  { ...OPEN, kind: 'join', typed: TEXT, sent: SENT },
  { ...OPEN, kind: 'leave-journey', profile: TEXT, journey: CHOICE, sent: SENT },
];
export const FORM_KINDS: readonly unknown[] = FORMS.map(({ kind }) => kind);

export const HALF = [
  { ...OPEN, kind: 'tag', typed: TEXT },
  { ...OPEN, kind: 'journey', typed: TEXT, chosen: CHOSEN },
  ...FORMS,
  { ...OPEN, kind: 'question', typed: TEXT, from: [null, ...FORMS], ...ASKED },
  { ...OPEN, kind: 'actions' },
];
