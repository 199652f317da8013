import { useState } from 'preact/hooks';
import type { AccountRef, Place } from '@/lib/people/account';
import { useCarried } from '../hooks/use-carried';
import { useCard } from '../people/card';
import type { AddForm } from '../people/half-made';
import { isIpAddress } from '../people/ip-address';
import { CheckList } from '../ui/CheckList';
import { Choice } from '../ui/Choice';
import { Field } from '../ui/Field';
import { SelectField } from '../ui/SelectField';
import { DeedForm } from './DeedForm';
import { WAYS, type WayKey, filledIn, personOf, wayOf } from './new-person';

export interface AddPersonFormProps {
  account: AccountRef;
  /** Lists she can be added to; none in Systeme.io. */
  places: Place[];
  form: AddForm;
}

/** Somebody new here; what another account knows of her is shown before it is sent. */
export function AddPersonForm({ account, places, form }: AddPersonFormProps) {
  const { address, setHalf, acting } = useCard();
  const [isTried, setTried] = useState(false);
  // A list that was kept may no longer be one of these.
  const place = places.find(({ id }) => id === form.placeId) ?? places[0] ?? null;
  const carried = useCarried({ account, place });
  const change = (part: Partial<AddForm>) =>
    setHalf({ kind: 'add', accountId: account.id, form: { ...form, ...part } });
  const isOcteth = account.system === 'octeth';
  const ipProblem = isOcteth && !isIpAddress(form.ipAddress) ? IP_PROBLEM : null;
  const filled = filledIn(form, carried);

  const handleSubmit = () => {
    setTried(true);
    if (ipProblem) return;
    setHalf(null);
    void acting.act({ kind: 'add', person: personOf({ account, place, address, form, filled }) });
  };
  return (
    <DeedForm
      title={`Add to ${account.name}`}
      submit={`Add to ${account.name}`}
      onSubmit={handleSubmit}
    >
      {isOcteth && (
        <HowOf {...{ places, place, form, change }} ipProblem={isTried ? ipProblem : null} />
      )}
      <Field
        label="First name"
        value={filled.firstName}
        onInput={(firstName) => change({ firstName })}
        hint={form.firstName === null && carried.name.first && `From ${carried.name.from}`}
      />
      <Field
        label="Last name"
        value={filled.lastName}
        onInput={(lastName) => change({ lastName })}
        hint={form.lastName === null && carried.name.last && `From ${carried.name.from}`}
      />
      {carried.fields.length > 0 && (
        <CheckList
          label="Carry over"
          options={carried.fields.map(({ name, value, from }) => ({
            value: name,
            label: `${name}: ${value} (${from})`,
          }))}
          values={filled.fields.map(({ name }) => name)}
          onChange={(names) =>
            change({
              left: carried.fields.map(({ name }) => name).filter((name) => !names.includes(name)),
            })
          }
        />
      )}
    </DeedForm>
  );
}

interface HowOfProps {
  places: Place[];
  place: Place | null;
  form: AddForm;
  change: (part: Partial<AddForm>) => void;
  ipProblem: string | null;
}

/** Octeth: on which list, in which way, and from where she signed up. */
function HowOf({ places, place, form, change, ipProblem }: HowOfProps) {
  return (
    <>
      <SelectField
        label="List"
        options={places.map(({ id, name }) => ({ value: id, label: name }))}
        value={place?.id ?? ''}
        onChange={(placeId) => change({ placeId })}
      />
      <Choice<WayKey>
        label="Standing"
        options={WAYS}
        value={wayOf(form)}
        onChange={(way) =>
          change(
            way === 'subscribe' ? { way, standing: 'pending' } : { way: 'create', standing: way },
          )
        }
      />
      <Field
        label="IP address"
        value={form.ipAddress}
        onInput={(ipAddress) => change({ ipAddress })}
        hint="Octeth asks from where they signed up, as proof of consent. Addressee never makes one up."
        error={ipProblem}
        required
      />
    </>
  );
}

const IP_PROBLEM = 'Type the IP address they signed up from, such as 203.0.113.7.';
