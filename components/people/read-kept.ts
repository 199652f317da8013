/** What lay in localStorage may be from another version, or from nobody: what fails is dropped. */
import { parseAddress } from '@/lib/people/address';
import type { Slot } from '@/lib/people/person';
import type { Asked, HalfMade, Kept } from './half-made';
import { ACCOUNT, ASKED, CHOICE, FORM_KINDS, HALF, NUMBER, type Shape, TEXT } from './kept-shapes';

export function readKept(value: unknown): Kept {
  const { draft, address, half, aside } = isRecord(value) ? value : {};
  const parsed = parseAddress(typeof address === 'string' ? address : '');
  const newHalf = withNewer(half);
  const newAside = Array.isArray(aside) ? aside.map(withNewer) : aside;
  return {
    draft: typeof draft === 'string' ? draft : '',
    address: parsed.ok ? parsed.address : null,
    // The casts: each has just been compared with its shape, field by field.
    half: fits(newHalf, HALF) ? (newHalf as HalfMade) : null,
    aside: fits(newAside, { each: ASKED }) ? (newAside as Asked[]) : [],
  };
}

export const readSlots = (value: unknown): Slot[] =>
  fits(value, { each: { account: ACCOUNT, places: { each: CHOICE } } }) ? (value as Slot[]) : []; // as above

/** What an earlier version kept has not yet what came later. */
function withNewer(kept: unknown): unknown {
  if (!isRecord(kept)) return kept;
  const { form, intent } = kept;
  const person = isRecord(intent) ? intent.person : null;
  return {
    ...(kept.kind === 'question' && { typed: '', from: null }),
    ...(FORM_KINDS.includes(kept.kind) && { sent: null }),
    ...kept,
    ...(isRecord(form) && { form: { way: 'create', since: null, left: [], typed: [], ...form } }),
    ...(isRecord(intent) &&
      isRecord(person) && {
        intent: { ...intent, person: { way: 'create', fields: [], since: null, ...person } },
      }),
  };
}

function fits(value: unknown, shape: Shape): boolean {
  if (shape === TEXT) return typeof value === 'string';
  if (shape === NUMBER) return typeof value === 'number';
  if (shape === null || typeof shape !== 'object') return value === shape;
  if (isOneOf(shape)) return shape.some((one) => fits(value, one));
  const { each } = shape;
  if (each !== undefined) return Array.isArray(value) && value.every((item) => fits(item, each));
  return isRecord(value) && Object.entries(shape).every(([name, of]) => fits(value[name], of));
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
const isOneOf = (shape: Shape): shape is readonly Shape[] => Array.isArray(shape);
