import { useId } from 'preact/hooks';
import { sayLacking } from '@/lib/people/ability';
import type { AccountRef, Place } from '@/lib/people/account';
import { LazyAddPersonForm } from '../deeds/lazy-deed';
import { useAbility } from '../hooks/use-ability';
import { Button } from '../ui/Button';
import { OffReason } from '../ui/OffReason';
import { useCard } from './card';
import { type AddForm, emptyAddForm } from './half-made';
import './add-person.css';

interface AddPersonProps {
  account: AccountRef;
  places: Place[];
  /** What is filled in so far; null while only the button shows. */
  form: AddForm | null;
}

export function AddPerson({ account, places, form }: AddPersonProps) {
  const { setHalf, acting } = useCard();
  const id = useId();
  const lacking = useAbility('add');
  if (form) return <LazyAddPersonForm {...{ account, places, form }} />;
  return (
    <>
      <Button
        size="small"
        data-home="add"
        class="add-person-button"
        busy={acting.doing.some(
          (intent) => intent.kind === 'add' && intent.person.account.id === account.id,
        )}
        off={lacking !== null}
        aria-describedby={lacking === null ? undefined : id}
        onClick={() => setHalf({ kind: 'add', accountId: account.id, form: emptyAddForm(places) })}
      >
        Add to {account.name}
      </Button>
      <OffReason id={id} reason={lacking && sayLacking(lacking)} />
    </>
  );
}
