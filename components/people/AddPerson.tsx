import { useState } from 'preact/hooks';
import type { Place } from '@/lib/people/account';
import type { NewPerson } from '@/lib/people/intent';
import type { Slot } from '@/lib/people/person';
import { Button } from '../ui/Button';
import { Choice } from '../ui/Choice';
import { Field } from '../ui/Field';
import { SelectField } from '../ui/SelectField';
import { useCard } from './card';
import { type AddForm, emptyAddForm } from './half-made';
import { isIpAddress } from './ip-address';
import './add-person.css';

interface AddPersonProps {
  slot: Slot;
  /** What is filled in so far; null while only the button shows. */
  form: AddForm | null;
}

export function AddPerson({ slot, form }: AddPersonProps) {
  const { account } = slot;
  const { setHalf, acting } = useCard();
  if (form) return <AddPersonForm slot={slot} form={form} />;
  return (
    <Button
      size="small"
      data-home="add"
      class="add-person-button"
      busy={acting.doing.some(
        (intent) => intent.kind === 'add' && intent.person.account.id === account.id,
      )}
      onClick={() => setHalf({ kind: 'add', accountId: account.id, form: emptyAddForm(slot) })}
    >
      Add to {account.name}
    </Button>
  );
}

function AddPersonForm({ slot, form }: { slot: Slot; form: AddForm }) {
  const { address, setHalf, acting } = useCard();
  const [isTried, setTried] = useState(false);
  const { account, places } = slot;
  const change = (part: Partial<AddForm>) =>
    setHalf({ kind: 'add', accountId: account.id, form: { ...form, ...part } });
  const isOctethAccount = account.system === 'octeth';
  const ipProblem = isOctethAccount && !isIpAddress(form.ipAddress) ? IP_PROBLEM : null;

  const handleSubmit = (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (ipProblem) return;
    setHalf(null);
    void acting.act({ kind: 'add', person: personOf(slot, form, address) });
  };
  return (
    <form
      class="add-person"
      aria-label={`Add to ${account.name}`}
      onSubmit={handleSubmit}
      noValidate
    >
      {isOctethAccount ? (
        <OctethFields
          places={places}
          form={form}
          change={change}
          ipProblem={isTried ? ipProblem : null}
        />
      ) : (
        <NameFields form={form} change={change} />
      )}
      <div class="add-person-answers">
        <Button type="submit" kind="primary" size="small">
          Add to {account.name}
        </Button>
        <Button size="small" onClick={() => setHalf(null)}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

interface FieldsProps {
  form: AddForm;
  change: (part: Partial<AddForm>) => void;
}

interface OctethFieldsProps extends FieldsProps {
  places: Place[];
  ipProblem: string | null;
}

function OctethFields({ places, form, change, ipProblem }: OctethFieldsProps) {
  const { mayTakeFocus } = useCard();
  return (
    <>
      <SelectField
        label="List"
        takesFocus={mayTakeFocus()}
        options={places.map((place) => ({ value: place.id, label: place.name }))}
        value={form.placeId ?? ''}
        onChange={(placeId) => change({ placeId })}
      />
      <Choice
        label="Standing"
        options={STANDINGS}
        value={form.standing}
        onChange={(standing) => change({ standing })}
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

function NameFields({ form, change }: FieldsProps) {
  const { mayTakeFocus } = useCard();
  return (
    <>
      <Field
        label="First name"
        takesFocus={mayTakeFocus()}
        value={form.firstName}
        onInput={(firstName) => change({ firstName })}
      />
      <Field label="Last name" value={form.lastName} onInput={(lastName) => change({ lastName })} />
    </>
  );
}

const IP_PROBLEM = 'Type the IP address they signed up from, such as 203.0.113.7.';

const STANDINGS = [
  { value: 'subscribed' as const, label: 'Subscribed', hint: 'They have asked for mail.' },
  { value: 'pending' as const, label: 'Not confirmed yet', hint: 'They still have to confirm.' },
];

function personOf(slot: Slot, form: AddForm, address: NewPerson['address']): NewPerson {
  const { account, places } = slot;
  return {
    account,
    place: places.find((place) => place.id === form.placeId) ?? null,
    address,
    firstName: form.firstName.trim(),
    lastName: form.lastName.trim(),
    standing: form.standing,
    ipAddress: account.system === 'octeth' ? form.ipAddress.trim() : null,
  };
}
