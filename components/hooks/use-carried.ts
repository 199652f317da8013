import { useContext } from 'preact/hooks';
import type { NewPerson } from '@/lib/people/intent';
import { type CarriedField, type CarriedName, carriedFields, nameFrom } from '../deeds/carry-over';
import { useCard } from '../people/card';
import { KnownContext } from '../people/known';
import { partOf, useCatalogue } from './use-catalogue';
import { useDetails, wantedOf } from './use-details';

export interface CarriedOver {
  name: CarriedName;
  fields: CarriedField[];
}

/** What the other accounts know of her, for the account and list she is to be added to. */
export function useCarried({ account, place }: Pick<NewPerson, 'account' | 'place'>): CarriedOver {
  const { address } = useCard();
  const others = useContext(KnownContext).filter((findings) => findings.account.id !== account.id);
  const profiles = others.flatMap((findings) => findings.profiles);
  const states = useDetails(others.flatMap((findings) => wantedOf(findings, address)));
  const catalogue = useCatalogue(profiles.length > 0 ? account.id : null);
  const wanted = partOf(catalogue, ({ fields }) => fields);
  const sources = profiles.map((profile, index) => {
    const fields = states[index]?.details?.fields;
    return {
      account: profile.account.name,
      name: profile.name,
      fields: fields?.ok ? fields.value : [],
    };
  });
  const here = wanted?.ok ? wanted.value.filter((field) => isOf(field.place, place)) : [];
  return { name: nameFrom(sources), fields: carriedFields(sources, here) };
}

/** A field that names no list is good in each of them. */
const isOf = (one: NewPerson['place'], place: NewPerson['place']): boolean =>
  one === null || one.id === place?.id;
