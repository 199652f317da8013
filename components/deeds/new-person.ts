/** Who is added, from what was typed and what was carried over: pure. */
import type { AccountRef, Place } from '@/lib/people/account';
import type { EmailAddress } from '@/lib/people/address';
import type { NewPerson } from '@/lib/people/intent';
import type { CarriedOver } from '../hooks/use-carried';
import type { AddForm } from '../people/half-made';
import type { ChoiceOption } from '../ui/Choice';
import type { CarriedField } from './carry-over';

export type WayKey = 'subscribed' | 'pending' | 'subscribe';

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
];

export const wayOf = ({ way, standing }: AddForm): WayKey => (way === 'subscribe' ? way : standing);

interface FilledIn {
  firstName: string;
  lastName: string;
  fields: CarriedField[];
}

/** What stands in the form: her own typing, else what is carried over and not left out. */
export function filledIn(form: AddForm, { name, fields }: CarriedOver): FilledIn {
  return {
    firstName: form.firstName ?? name.first,
    lastName: form.lastName ?? name.last,
    fields: fields.filter((field) => !form.left.includes(field.name)),
  };
}

interface Adding {
  account: AccountRef;
  place: Place | null;
  address: EmailAddress;
  form: AddForm;
  filled: FilledIn;
}

export function personOf({ account, place, address, form, filled }: Adding): NewPerson {
  const isOcteth = account.system === 'octeth';
  return {
    account,
    place,
    address,
    firstName: filled.firstName.trim(),
    lastName: filled.lastName.trim(),
    standing: form.standing,
    ipAddress: isOcteth ? form.ipAddress.trim() : null,
    way: isOcteth ? form.way : 'create',
    fields: filled.fields.map(({ id, name, value }) => ({ id, name, before: '', after: value })),
  };
}
