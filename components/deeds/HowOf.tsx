import type { Place } from '@/lib/people/account';
import type { AddForm } from '../people/half-made';
import { Choice } from '../ui/Choice';
import { Field } from '../ui/Field';
import { SelectField } from '../ui/SelectField';
import { type Problems, WAYS, type WayKey, proofOf, today, wayOf, withWay } from './new-person';

interface HowOfProps {
  places: Place[];
  /** Null while none is chosen. */
  place: Place | null;
  /** What has become of the one that was. */
  gone: string | null;
  form: AddForm;
  change: (part: Partial<AddForm>) => void;
  /** Null until it was tried. */
  problems: Problems | null;
}

/** Octeth: on which list, in which way, since when, and from where. */
export function HowOf({ places, place, gone, form, change, problems }: HowOfProps) {
  const proof = proofOf(form);
  const lists = places.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <SelectField
        label="List"
        options={place ? lists : [{ value: '', label: 'Choose a list' }, ...lists]}
        value={place?.id ?? ''}
        onChange={(placeId) => placeId !== '' && change({ placeId })}
        error={gone && `${gone} ${lists.length > 0 ? 'Choose another list.' : ''}`}
      />
      <Choice<WayKey>
        label="Standing"
        options={WAYS}
        value={wayOf(form)}
        onChange={(way) => change(withWay(way))}
      />
      {form.way === 'create' && (
        <Field
          label={proof.day}
          type="date"
          max={today()}
          value={form.since ?? today()}
          onInput={(since) => change({ since })}
          error={problems?.since}
        />
      )}
      <Field
        label="IP address"
        value={form.ipAddress}
        onInput={(ipAddress) => change({ ipAddress })}
        hint={`Octeth asks from where they ${proof.from}, as ${proof.why}. Addressee never makes one up.`}
        error={problems?.ipAddress}
        required
      />
    </>
  );
}
