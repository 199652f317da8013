import type { Account } from '@/lib/people/account';
import type { Abilities } from '@/lib/people/ability';
import { abilitiesToExpect, sayAbilities } from '@/lib/people/ability-words';
import { Button } from '../ui/Button';
import { Disclosure } from '../ui/Disclosure';
import { Skeleton } from '../ui/Skeleton';
import { AbilityTable } from './AbilityTable';
import type { Client } from './powers';
import { sayHere } from './say-here';
import { useAbilitiesOf } from './use-abilities-of';
import './account-abilities.css';

interface AccountAbilitiesProps {
  account: Account;
  client: Client;
  /** Whether the account can be asked at all now: not while it is paused or locked. Null: unsure. */
  mayAsk: boolean | null;
  /** Another value after each test that was passed. */
  tested: unknown;
}

/** What the account's key may do, in a line, and each right beneath it. */
export function AccountAbilities({ account, client, mayAsk, tested }: AccountAbilitiesProps) {
  const asking = useAbilitiesOf(account, client, { mayAsk, tested });
  const { abilities, failure, isChecking, check } = asking;
  const isUnsure = abilities?.at === null && (isChecking || mayAsk === null);
  return (
    <div class="account-abilities">
      <p role="status">
        <span class="account-abilities-label">Key may</span>
        <span class="account-abilities-line" data-room={roomFor(account)}>
          <span>
            {abilities === null || isUnsure ? (
              <Skeleton widths={[60]} />
            ) : (
              <Line account={account} abilities={abilities} />
            )}
            {failure && <span class="account-abilities-failed"> {sayHere(failure)}</span>}
          </span>
        </span>
      </p>
      <Disclosure summary="Each right by its name">
        <AbilityTable account={account} abilities={abilities} />
        <Button size="small" busy={isChecking} off={!mayAsk} onClick={() => void check()}>
          <span>
            Check the key again<span class="unseen"> {account.name}</span>
          </span>
        </Button>
      </Disclosure>
    </div>
  );
}

function Line({ account, abilities }: { account: Account; abilities: Abilities }) {
  const { may, rest } = partsOf(account, abilities);
  return (
    <>
      {may}
      {rest && <span class="soft"> · {rest}</span>}
    </>
  );
}

function partsOf({ system }: Account, abilities: Abilities): { may: string; rest: string } {
  const { may, mayNot, untried } = sayAbilities(system, abilities);
  const rest = [mayNot && `not: ${mayNot}`, untried && `not tried: ${untried}`].filter(Boolean);
  return {
    may: may || (mayNot === '' ? 'not known yet' : 'nothing that was tried'),
    rest: rest.join(' · '),
  };
}

/**
 * Words as long as those to come. The answer is there seconds after the card, and if the line grew
 * then, a button below it would slip away from under a pointer that is pressing it.
 */
function roomFor(account: Account): string {
  const { may, rest } = partsOf(account, abilitiesToExpect(account.system));
  return `${may} · ${rest}`;
}
