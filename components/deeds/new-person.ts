/** Who is added, from what was typed and what was carried over: pure. */
import type { AccountRef, Place } from '@/lib/people/account';
import type { EmailAddress } from '@/lib/people/address';
import type { CataloguedField } from '@/lib/people/catalogue';
import type { NewPerson } from '@/lib/people/intent';
import { isIpAddress } from '@/lib/people/ip-address';
import { type NamePart, partOfName, plainName, unheldBy } from '@/lib/people/name-parts';
import { type NewStanding, hasLeft } from '@/lib/people/standing';
import type { CarriedOver } from '../hooks/use-carried';
import type { AddForm } from '../people/half-made';
import { sayNoIpAddress } from '../people/ip-words';
import type { ChoiceOption } from '../ui/Choice';
import type { CarriedField } from './carry-over';
import { typedIn } from './edit-fields';

export type WayKey = NewStanding | 'subscribe';

/** Which mail is sent is said of each. */
export const WAYS: ChoiceOption<WayKey>[] = [
  {
    value: 'subscribed',
    label: 'Subscribed',
    hint: 'They have asked for mail. Adding them sends none.',
  },
  {
    value: 'pending',
    label: 'Not confirmed yet',
    hint: 'They still have to confirm. Adding them sends no mail that asks them to.',
  },
  {
    value: 'subscribe',
    label: 'By the list’s own sign-up',
    hint: 'As if they had filled in its form. With double opt-in Octeth sends the list’s confirmation mail, and they stay unconfirmed until they follow it; else they are subscribed, and its welcome mail may be sent.',
  },
  {
    value: 'leaving',
    label: 'Unsubscribing, not confirmed',
    hint: 'They have asked to go and still have to confirm it: Octeth’s “Opt-Out Pending”. Adding them sends no mail.',
  },
  {
    value: 'unsubscribed',
    label: 'Unsubscribed',
    hint: 'They have left, and only they may come back. Kept so that nobody subscribes them again by mistake. Adding them sends no mail.',
  },
];

export const wayOf = ({ way, standing }: AddForm): WayKey => (way === 'subscribe' ? way : standing);

/** The day is that of the way in or out; the list's own sign-up is always now. */
export const withWay = (way: WayKey): Pick<AddForm, 'way' | 'standing'> =>
  way === 'subscribe' ? { way, standing: 'pending' } : { way: 'create', standing: way };

/** What is asked of somebody who comes, and of somebody who has gone. */
export const proofOf = ({ standing }: AddForm) =>
  hasLeft(standing)
    ? { day: 'Left on', from: 'asked to go', why: 'proof' }
    : { day: 'Signed up on', from: 'signed up', why: 'proof of consent' };

/** Sweden writes days as a field of this kind wants them. */
export const today = (): string => new Date().toLocaleDateString('sv');

/** A field the list does not take anybody without. */
export interface WantedField {
  id: string;
  name: string;
  /** Her own typing, else what is carried over. */
  value: string;
  from: string | null;
}

export interface FilledIn {
  firstName: string;
  lastName: string;
  /** Carried over and not left out. */
  fields: CarriedField[];
  wanted: WantedField[];
}

/** What stands in the form: her own typing, else what is carried over and not left out. */
export function filledIn(form: AddForm, carried: CarriedOver): FilledIn {
  const { name, fields, here } = carried;
  const lacks = unheldIn(carried);
  const wanted = requiredIn(here).filter(({ part }) => part === null);
  const isWanted = ({ id }: CarriedField) => wanted.some((field) => field.id === id);
  return {
    firstName: lacks.first ? '' : (form.firstName ?? name.first),
    lastName: lacks.last ? '' : (form.lastName ?? name.last),
    fields: fields.filter((field) => !form.left.includes(field.name) && !isWanted(field)),
    wanted: wanted.map((field) => wantedIn(field, form, fields)),
  };
}

/** For which parts of a name the list has no field; in Systeme.io a name needs none. */
export const unheldIn = ({ here, place }: CarriedOver) =>
  here?.ok && place ? unheldBy(here.value.map(partOf)) : { first: false, last: false };

const partOf = ({ part, name }: CataloguedField): NamePart | null => part ?? partOfName(name);

/** A name in one field is written there only where no field has a part of it. */
function requiredIn(here: CarriedOver['here']) {
  const all = (here?.ok ? here.value : []).map((field) => ({
    ...field,
    part: partOf(field),
  }));
  const hasParts = all.some(({ part }) => part === 'first' || part === 'last');
  return all
    .filter(({ required }) => required)
    .map((field) => (field.part === 'whole' && hasParts ? { ...field, part: null } : field));
}

function wantedIn(
  { id, name }: CataloguedField,
  { typed }: AddForm,
  carried: readonly CarriedField[],
): WantedField {
  const text = typedIn(typed, plainName(name));
  const over = carried.find((field) => field.id === id);
  return {
    id,
    name,
    value: text ?? over?.value ?? '',
    from: text === null ? (over?.from ?? null) : null,
  };
}

/** What is still missing, each beside its field. */
export interface Problems {
  since: string | null;
  ipAddress: string | null;
  firstName: string | null;
  lastName: string | null;
  /** Ids of fields the list wants. */
  fields: string[];
}

export function problemsOf(form: AddForm, filled: FilledIn, here: CarriedOver['here']): Problems {
  const names = requiredIn(here).map(({ part }) => part);
  const [first, last] = [filled.firstName.trim() === '', filled.lastName.trim() === ''];
  const lacksFirst =
    (names.includes('first') && first) || (names.includes('whole') && first && last);
  return {
    since: isDay(form) ? null : 'Choose a day that has been.',
    ipAddress: isIpAddress(form.ipAddress.trim())
      ? null
      : sayNoIpAddress(form.ipAddress, `they ${proofOf(form).from} from`),
    firstName: lacksFirst ? WANTED : null,
    lastName: names.includes('last') && last ? WANTED : null,
    fields: filled.wanted.filter(({ value }) => value.trim() === '').map(({ id }) => id),
  };
}

export const WANTED = 'This list takes nobody without it.';

const isDay = ({ since, way }: AddForm): boolean =>
  way === 'subscribe' || since === null || (since !== '' && since <= today());

export const hasProblem = ({ fields, ...others }: Problems): boolean =>
  fields.length > 0 || Object.values(others).some((problem) => problem !== null);

interface Adding {
  account: AccountRef;
  place: Place | null;
  address: EmailAddress;
  form: AddForm;
  filled: FilledIn;
}

export function personOf({ account, place, address, form, filled }: Adding): NewPerson {
  const isOcteth = account.system === 'octeth';
  const fields = [...filled.fields, ...filled.wanted];
  return {
    account,
    place,
    address,
    firstName: filled.firstName.trim(),
    lastName: filled.lastName.trim(),
    standing: form.standing,
    since: isOcteth && form.way === 'create' ? form.since : null,
    ipAddress: isOcteth ? form.ipAddress.trim() : null,
    way: isOcteth ? form.way : 'create',
    fields: fields.map(({ id, name, value }) => ({ id, name, before: '', after: value.trim() })),
  };
}
