import { useState } from 'preact/hooks';
import { sayFailure } from '@/lib/failure-words';
import type { Findings } from '@/lib/people/findings';
import { plainName } from '@/lib/people/name-parts';
import type { Slot } from '@/lib/people/person';
import { useCarried } from '../hooks/use-carried';
import { useCard } from '../people/card';
import type { AddForm, FormOf } from '../people/half-made';
import { CheckList } from '../ui/CheckList';
import { Field } from '../ui/Field';
import { DeedForm } from './DeedForm';
import { HowOf } from './HowOf';
import {
  type Problems,
  WANTED,
  filledIn,
  hasProblem,
  personOf,
  problemsOf,
  unheldIn,
} from './new-person';
import { useSending } from './use-sending';
import { onlyPlaceFor, placesWithout, whyNotOn } from './where';

export interface AddPersonFormProps {
  slot: Slot;
  findings: Findings;
  half: FormOf<'add'>;
}

/** Somebody new here; what another account knows of her is shown before it is sent. */
export function AddPersonForm({ slot, findings, half }: AddPersonFormProps) {
  const { address, setHalf } = useCard();
  const sending = useSending(half);
  const [isTried, setTried] = useState(false);
  const { account } = slot;
  const { form } = half;
  const isOcteth = account.system === 'octeth';
  // Law 2: a list that was chosen and is gone is not taken for another.
  const places = placesWithout(slot, findings);
  const gone = form.placeId === null ? null : whyNotOn(form.placeId, slot, findings);
  const wantedId = form.placeId ?? onlyPlaceFor(slot, findings);
  const place = places.find(({ id }) => id === wantedId) ?? null;
  const carried = useCarried({ account, place });
  const filled = filledIn(form, carried);
  const problems = problemsOf(form, filled, carried.here);
  const isReading = isOcteth && carried.here === null;
  const change = (part: Partial<AddForm>) =>
    setHalf({ ...half, form: { ...form, ...part }, sent: null });

  const handleSubmit = () => {
    setTried(true);
    if (isOcteth && hasProblem(problems)) return;
    sending.send([{ kind: 'add', person: personOf({ account, place, address, form, filled }) }]);
  };
  const isPlaced = !isOcteth || place !== null;
  const isWrong = isTried && isOcteth;
  return (
    <DeedForm
      title={`Add to ${account.name}`}
      submit={saySubmit(account.name, isPlaced, isReading)}
      isOff={!isPlaced || isReading}
      sending={sending}
      onSubmit={handleSubmit}
    >
      <p>{address}</p>
      {isOcteth && (
        <HowOf {...{ places, place, gone, form, change }} problems={isTried ? problems : null} />
      )}
      <NameFields {...{ form, carried, filled, change }} problems={isWrong ? problems : null} />
      {filled.wanted.map(({ id, name, value, from }) => (
        <Field
          key={id}
          label={name}
          value={value}
          onInput={(text) => change({ typed: typedWith(form, plainName(name), text) })}
          hint={from ? `From ${from}` : 'Asked for by this list.'}
          error={isTried && problems.fields.includes(id) ? WANTED : null}
          required
        />
      ))}
      <CarryOver form={form} carried={carried} filled={filled} change={change} />
      {isOcteth && carried.here && !carried.here.ok && (
        <p>Which fields this list asks for is not known. {sayFailure(carried.here.failure).what}</p>
      )}
    </DeedForm>
  );
}

function saySubmit(accountName: string, isPlaced: boolean, isReading: boolean): string {
  if (!isPlaced) return 'Choose a list first';
  return isReading ? 'Reading what the list asks for…' : `Add to ${accountName}`;
}

const typedWith = ({ typed }: AddForm, key: string, text: string): AddForm['typed'] => [
  ...typed.filter((entry) => entry.key !== key),
  { key, text },
];

interface PartProps {
  form: AddForm;
  carried: ReturnType<typeof useCarried>;
  filled: ReturnType<typeof filledIn>;
  change: (part: Partial<AddForm>) => void;
}

function NameFields(props: PartProps & { problems: Problems | null }) {
  const { form, carried, filled, change, problems } = props;
  const { first, last } = unheldIn(carried);
  return (
    <>
      {!first && (
        <Field
          label="First name"
          value={filled.firstName}
          onInput={(firstName) => change({ firstName })}
          hint={form.firstName === null && carried.name.first && `From ${carried.name.from}`}
          error={problems?.firstName}
        />
      )}
      {!last && (
        <Field
          label="Last name"
          value={filled.lastName}
          onInput={(lastName) => change({ lastName })}
          hint={form.lastName === null && carried.name.last && `From ${carried.name.from}`}
          error={problems?.lastName}
        />
      )}
      {(first || last) && <p>This list has no field for {sayUnheld(first, last)}.</p>}
    </>
  );
}

function sayUnheld(first: boolean, last: boolean): string {
  if (first && last) return 'a name';
  return first ? 'a first name' : 'a last name';
}

function CarryOver({ form, carried, filled, change }: PartProps) {
  const offered = carried.fields.filter(
    ({ id }) => !filled.wanted.some((field) => field.id === id),
  );
  if (offered.length === 0) return null;
  return (
    <CheckList
      label="Carry over"
      options={offered.map(({ name, value, from }) => ({
        value: name,
        label: `${name}: ${value} (${from})`,
      }))}
      values={offered.map(({ name }) => name).filter((name) => !form.left.includes(name))}
      onChange={(names) =>
        change({
          left: offered.map(({ name }) => name).filter((name) => !names.includes(name)),
        })
      }
    />
  );
}
