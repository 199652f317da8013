import { useId } from 'preact/hooks';
import type { EmailAddress } from '@/lib/people/address';
import type { AccountRef } from '@/lib/people/account';
import type { Findings } from '@/lib/people/findings';
import { type Slot, nameOf } from '@/lib/people/person';
import { UNASKED, detailsKey } from '../details/details-book';
import { type AllDetails, DetailsContext, useAllDetails, wantedOf } from '../hooks/use-details';
import { AccountRegion } from './AccountRegion';
import { Disagreements } from './Disagreements';
import { compare, isNobodyAsked } from './comparison';
import { KnownContext } from './known';
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
  const details = useAllDetails();
  const comparison = compare({
    asked: slots.length,
    answers,
    ...paymentsOf(answers, address, details),
  });
  return (
    <article class="person" aria-labelledby={id} tabIndex={-1}>
      <header>
        {name && (
          <h1 title={name}>
            <bdi>{name}</bdi>
          </h1>
        )}
        {name ? (
          <p id={id}>{address}</p>
        ) : (
          <h1 id={id} class={address.length > LONG ? 'is-long' : undefined}>
            {address}
          </h1>
        )}
        {!name && <p>{isDone && !isNobodyAsked(answers) ? 'No name known' : '\u00a0'}</p>}
      </header>
      {slots.length > 1 && <Disagreements key={address} comparison={comparison} />}
      <KnownContext.Provider value={answers}>
        <DetailsContext.Provider value={details}>
          {slots.map((slot, index) => (
            <AccountRegion
              key={slot.account.id}
              slot={slot}
              isLast={index === slots.length - 1}
              lookUp={byAccount[slot.account.id] ?? NOT_ASKED}
              onRetry={() => onRetry(slot.account)}
              onStop={() => onStop(slot.account)}
            />
          ))}
        </DetailsContext.Provider>
      </KnownContext.Provider>
    </article>
  );
}

/** More letters than a line of the title holds. */
const LONG = 32;

/** What is compared besides the profiles: Systeme.io's details, which are asked for at once. */
function paymentsOf(answers: Findings[], address: EmailAddress, all: AllDetails) {
  const states = answers
    .filter(({ account }) => account.system === 'systeme')
    .flatMap((findings) => wantedOf(findings, address))
    .map(({ target }) => ({
      account: target.account,
      state: all.byKey[detailsKey(target)] ?? UNASKED,
    }));
  return {
    details: states.flatMap(({ account, state: { details } }) =>
      details ? [{ account, details }] : [],
    ),
    isAsking: states.some(({ state }) => state.details === null && state.isAsking),
  };
}
