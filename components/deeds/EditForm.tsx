import { parseAddress, PROBLEM_WORDS } from '@/lib/people/address';
import type { Details } from '@/lib/people/details';
import { SYSTEM_NAMES } from '@/lib/people/account';
import { targetOf } from '@/lib/people/person';
import { useDetails } from '../hooks/use-details';
import { detailsKey } from '../details/details-book';
import { PartFailure } from '../details/PartFailure';
import { useCard } from '../people/card';
import { Field } from '../ui/Field';
import { Skeleton } from '../ui/Skeleton';
import { DeedForm } from './DeedForm';
import { WhereChoice } from './WhereChoice';
import type { DeedProps } from './deeds';
import {
  type EditField,
  editFields,
  isChanged,
  sayBefore,
  typedIn,
  updatesOf,
  valueOf,
} from './edit-fields';
import { useSending } from './use-sending';
import { profilesAt } from './where';

/** Her fields and her address; only what was changed is sent. */
export function EditForm({ findings, half }: DeedProps<'edit'>) {
  const { address, setHalf } = useCard();
  const sending = useSending(half);
  const { account, profiles } = findings;
  const chosen = profilesAt(half.where, profiles);
  const targets = chosen.map((profile) => targetOf(profile, address));
  const states = useDetails(targets.map((target) => ({ target, at: findings.at })));

  const lists = chosen.map((profile, index) => ({
    profile,
    fields: fieldsIn(states[index]?.details ?? null),
  }));
  const wanted = half.address === null ? null : parseAddress(half.address);
  const problem = wanted && !wanted.ok ? PROBLEM_WORDS[wanted.problem] : null;
  const newAddress = wanted?.ok ? wanted.address : null;
  const updates = updatesOf({ lists, typed: half.typed, newAddress, address });
  const isReady = updates.length > 0 && problem === null;

  const change = (part: Partial<typeof half>) => setHalf({ ...half, ...part, sent: null });
  const type = (key: string, text: string) =>
    change({ typed: [...half.typed.filter((entry) => entry.key !== key), { key, text }] });
  return (
    <DeedForm
      title={`Edit in ${account.name}`}
      submit={isReady || problem ? 'Save changes' : NOTHING[chosen.length > 0 ? 'same' : 'where']}
      isOff={!isReady}
      sending={sending}
      onSubmit={() => sending.send(updates)}
    >
      <WhereChoice profiles={profiles} where={half.where} onChange={(where) => change({ where })} />
      {account.system === 'octeth' ? (
        <Field
          label="Address"
          value={half.address ?? address}
          onInput={(text) => change({ address: text })}
          hint={newAddress !== null && newAddress !== address && `Before: ${address}`}
          error={problem}
        />
      ) : (
        <p>{SYSTEM_NAMES[account.system]} cannot change an address.</p>
      )}
      {targets.map((target, index) => (
        <PartFailure
          key={detailsKey(target)}
          part={states[index]?.details?.fields ?? null}
          state={states[index]}
          target={target}
          hasSeveral={targets.length > 1}
        />
      ))}
      {states.some((state) => state.details === null && state.isAsking) && (
        <Skeleton widths={[100, 100]} />
      )}
      {editFields(lists).map((field) => (
        <TextOf key={field.key} field={field} typed={half.typed} onType={type} />
      ))}
      {lists.length > 1 && <p>Fields are shown that bear the same name on each of these lists.</p>}
    </DeedForm>
  );
}

const NOTHING = { same: 'Nothing changed', where: 'Choose a list first' };

const fieldsIn = (details: Details | null) => (details?.fields.ok ? details.fields.value : []);

interface TextOfProps {
  field: EditField;
  typed: DeedProps<'edit'>['half']['typed'];
  onType: (key: string, text: string) => void;
}

function TextOf({ field, typed, onType }: TextOfProps) {
  const differs = valueOf(field) === null;
  return (
    <Field
      label={field.name}
      value={typedIn(typed, field.key) ?? valueOf(field) ?? ''}
      onInput={(text) => onType(field.key, text)}
      hint={(differs || isChanged(field, typed)) && sayBefore(field)}
    />
  );
}
