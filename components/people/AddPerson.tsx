import { useId } from 'preact/hooks';
import { sayLacking } from '@/lib/people/ability';
import type { AddPersonFormProps } from '../deeds/AddPersonForm';
import { LazyAddPersonForm } from '../deeds/lazy-deed';
import { onlyPlaceFor } from '../deeds/where';
import { useAbility } from '../hooks/use-ability';
import { Button } from '../ui/Button';
import { OffReason } from '../ui/OffReason';
import { useCard } from './card';
import { beginAdding } from './half-made';
import './add-person.css';

interface AddPersonProps extends Omit<AddPersonFormProps, 'half'> {
  /** What is filled in so far; null while only the button shows. */
  half: AddPersonFormProps['half'] | null;
}

export function AddPerson({ slot, findings, half }: AddPersonProps) {
  const { setHalf, acting } = useCard();
  const id = useId();
  const lacking = useAbility('add');
  const { account } = slot;
  if (half) return <LazyAddPersonForm {...{ slot, findings, half }} />;
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
        onClick={() => setHalf(beginAdding(account.id, onlyPlaceFor(slot, findings)))}
      >
        Add to {account.name}
      </Button>
      <OffReason id={id} reason={lacking && sayLacking(lacking)} />
    </>
  );
}
