import { useId } from 'preact/hooks';
import type { EmailAddress } from '@/lib/people/address';
import type { AccountRef } from '@/lib/people/account';
import { type Slot, disagreementOf, nameOf } from '@/lib/people/person';
import { Notice } from '../ui/Notice';
import { AccountRegion } from './AccountRegion';
import { type LookUp, NOT_ASKED } from './look-ups';
import './person-card.css';

interface PersonCardProps {
  address: EmailAddress;
  slots: Slot[];
  byAccount: Readonly<Record<string, LookUp>>;
  onRetry: (account: AccountRef) => void;
  onStop: (account: AccountRef) => void;
}

/** One person, every account. Two lines are kept for the name from the start, so nothing jumps. */
export function PersonCard({ address, slots, byAccount, onRetry, onStop }: PersonCardProps) {
  const id = useId();
  const answers = slots.flatMap((slot) => byAccount[slot.account.id]?.findings ?? []);
  const name = nameOf(answers);
  const isDone = answers.length === slots.length;
  const disagreement = disagreementOf(answers);
  return (
    <article class="person" aria-labelledby={id} tabIndex={-1}>
      <header>
        {name && (
          <h1 dir="auto" title={name}>
            {name}
          </h1>
        )}
        {name ? (
          <p id={id} class="person-address" title={address}>
            {address}
          </p>
        ) : (
          <h1 id={id} title={address}>
            {address}
          </h1>
        )}
        {!name && <p>{isDone ? 'No name known' : '\u00a0'}</p>}
      </header>
      {slots.map((slot) => (
        <AccountRegion
          key={slot.account.id}
          slot={slot}
          lookUp={byAccount[slot.account.id] ?? NOT_ASKED}
          onRetry={() => onRetry(slot.account)}
          onStop={() => onStop(slot.account)}
        />
      ))}
      {disagreement && (
        <div class="person-disagreement">
          <Notice tone="warn">{disagreement}</Notice>
        </div>
      )}
    </article>
  );
}
