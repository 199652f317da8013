/** What one account knows of a person that another does not know at all: pure. */
import type { CataloguedField } from '@/lib/people/catalogue';
import type { Field } from '@/lib/people/details';
import { type NamePart, partOfName, plainName } from '@/lib/people/name-parts';

/** A profile of another account, with its fields where they have been read. */
export interface Source {
  account: string;
  name: string | null;
  fields: readonly Field[];
}

export interface CarriedField {
  /** The field's id where it is carried to. */
  id: string;
  name: string;
  value: string;
  /** The account it comes from. */
  from: string;
}

export interface CarriedName {
  first: string;
  last: string;
  from: string | null;
}

/** From fields of their own, and what lacks one from the whole, parted at its first space. */
export function nameFrom(sources: readonly Source[]): CarriedName {
  for (const { account, name, fields } of sources) {
    const valueOf = (part: NamePart) =>
      fields.find((field) => partOfName(field.name) === part)?.value.trim() ?? '';
    const whole = name?.trim() ?? '';
    const [begin = ''] = whole.split(/\s+/u);
    const first = valueOf('first') || withoutEnd(whole, valueOf('last')) || begin;
    const last = valueOf('last') || withoutStart(whole, first);
    if (first !== '' || last !== '') return { first, last, from: account };
  }
  return { first: '', last: '', from: null };
}

const withoutStart = (whole: string, start: string): string =>
  start !== '' && whole.startsWith(`${start} `) ? whole.slice(start.length).trim() : '';
const withoutEnd = (whole: string, end: string): string =>
  end !== '' && whole.endsWith(` ${end}`) ? whole.slice(0, -end.length).trim() : '';

/** Fields of the same name where something stands; her name has fields of its own in the form. */
export function carriedFields(
  sources: readonly Source[],
  wanted: readonly CataloguedField[],
): CarriedField[] {
  return wanted.flatMap(({ id, name }) => {
    const called = plainName(name);
    if (called === '' || ['first', 'last'].includes(partOfName(name) ?? '')) return [];
    const found = sources.flatMap(({ account, fields }) =>
      fields
        .filter((field) => plainName(field.name) === called && field.value.trim() !== '')
        .map(({ value }) => ({ id, name, value, from: account })),
    );
    return found.slice(0, 1);
  });
}
