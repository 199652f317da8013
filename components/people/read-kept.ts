/** What lay in localStorage may be from another version, or from nobody: what fails is dropped. */
import { parseAddress } from '@/lib/people/address';
import type { Slot } from '@/lib/people/person';
import { STANDINGS } from '@/lib/people/standing';
import type { Asked, HalfMade, Kept } from './half-made';

export function readKept(value: unknown): Kept {
  const { draft, address, half, aside } = isRecord(value) ? value : {};
  const parsed = parseAddress(typeof address === 'string' ? address : '');
  return {
    draft: typeof draft === 'string' ? draft : '',
    address: parsed.ok ? parsed.address : null,
    // The casts: each has just been compared with its shape, field by field.
    half: fits(half, HALF) ? (half as HalfMade) : null,
    aside: fits(aside, { each: ASKED }) ? (aside as Asked[]) : [],
  };
}

export const readSlots = (value: unknown): Slot[] =>
  fits(value, { each: { account: ACCOUNT, places: { each: CHOICE } } }) ? (value as Slot[]) : []; // as above

/** A word is that word, `TEXT` any text, an array one of these, an object all of these fields. */
type Shape = string | null | readonly Shape[] | { readonly [field: string]: Shape };

const TEXT = '';

function fits(value: unknown, shape: Shape): boolean {
  if (shape === TEXT) return typeof value === 'string';
  if (shape === null || typeof shape === 'string') return value === shape;
  if (isOneOf(shape)) return shape.some((one) => fits(value, one));
  const { each } = shape;
  if (each !== undefined) return Array.isArray(value) && value.every((item) => fits(item, each));
  return isRecord(value) && Object.entries(shape).every(([name, of]) => fits(value[name], of));
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
const isOneOf = (shape: Shape): shape is readonly Shape[] => Array.isArray(shape);

const TEXT_OR_NULL = [TEXT, null];
const CHOICE = { id: TEXT, name: TEXT };
const PLACE = [CHOICE, null];
const ACCOUNT = { ...CHOICE, system: ['octeth', 'systeme'] };
const TARGET = { account: ACCOUNT, place: PLACE, profileId: TEXT, address: TEXT };
const PERSON = {
  firstName: TEXT,
  lastName: TEXT,
  standing: ['subscribed', 'pending'],
  ipAddress: TEXT_OR_NULL,
};

const ASKED = {
  intent: [
    { kind: 'tag', target: TARGET, tag: { id: TEXT_OR_NULL, name: TEXT } },
    { kind: 'untag', target: TARGET, tag: CHOICE },
    { kind: ['trigger-journey', 'leave-journey'], target: TARGET, journey: CHOICE },
    { kind: 'add', person: { ...PERSON, account: ACCOUNT, place: PLACE, address: TEXT } },
  ],
  concerns: {
    each: [
      { kind: 'standing', standing: STANDINGS, place: PLACE },
      { kind: ['new-tag', 'already-in-journey', 'journeys-unknown', 'in-doubt'], name: TEXT },
    ],
  },
};

const OPEN = { accountId: TEXT };
const HALF = [
  { ...OPEN, kind: 'tag', typed: TEXT },
  {
    ...OPEN,
    kind: 'journey',
    typed: TEXT,
    chosen: [null, { id: TEXT, placeId: TEXT_OR_NULL }],
  },
  { ...OPEN, kind: 'add', form: { ...PERSON, placeId: TEXT_OR_NULL, ipAddress: TEXT } },
  { ...OPEN, kind: 'question', ...ASKED },
];
