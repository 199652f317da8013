import { useContext } from 'preact/hooks';
import { type Result, done } from '@/lib/failure';
import type { Place } from '@/lib/people/account';
import type { CataloguedField } from '@/lib/people/catalogue';
import type { NewPerson } from '@/lib/people/intent';
import { type CarriedField, type CarriedName, carriedFields, nameFrom } from '../deeds/carry-over';
import { useCard } from '../people/card';
import { KnownContext } from '../people/known';
import { partOf, useCatalogue } from './use-catalogue';
import { useDetails, wantedOf } from './use-details';

export interface CarriedOver {
  name: CarriedName;
  fields: CarriedField[];
  /** The list she is to be added to, where it is among those whose fields were read. */
  place: Place | null;
  /** The fields there are where she is to be added; null until they are read. */
  here: Result<CataloguedField[]> | null;
}

/** What the other accounts know of her, for the account and list she is to be added to. */
export function useCarried({ account, place }: Pick<NewPerson, 'account' | 'place'>): CarriedOver {
  const { address } = useCard();
  const others = useContext(KnownContext).filter((findings) => findings.account.id !== account.id);
  const profiles = others.flatMap((findings) => findings.profiles);
  const states = useDetails(others.flatMap((findings) => wantedOf(findings, address)));
  // In Octeth a list may want some of them filled in, whoever is added.
  const isNeeded = profiles.length > 0 || account.system === 'octeth';
  const catalogue = useCatalogue(isNeeded ? account.id : null);
  const all = partOf(catalogue, ({ fields }) => fields);
  const isRead = catalogue?.ok && catalogue.value.places?.some(({ id }) => id === place?.id);
  const sources = profiles.map((profile, index) => {
    const fields = states[index]?.details?.fields;
    return {
      account: profile.account.name,
      name: profile.name,
      fields: fields?.ok ? fields.value : [],
    };
  });
  const here = all?.ok ? done(all.value.filter((field) => isOf(field.place, place))) : all;
  return {
    name: nameFrom(sources),
    fields: carriedFields(sources, here?.ok ? here.value : []),
    place: isRead ? place : null,
    here,
  };
}

/** A field that names no list is good in each of them. */
const isOf = (one: NewPerson['place'], place: NewPerson['place']): boolean =>
  one === null || one.id === place?.id;
