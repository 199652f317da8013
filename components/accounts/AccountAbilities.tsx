import type { Account } from '@/lib/people/account';
import type { Abilities } from '@/lib/people/ability';
import { sayAbilities } from '@/lib/people/ability-words';
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
  /** Whether the account can be asked at all now: not while it is paused or locked. */
  mayAsk: boolean;
  /** Another value after each test that was passed. */
  tested: unknown;
}

/** What the account's key may do, in a line, and each right beneath it. */
export function AccountAbilities({ account, client, mayAsk, tested }: AccountAbilitiesProps) {
  const asking = useAbilitiesOf(account, client, { mayAsk, tested });
  const { abilities, failure, isChecking, check } = asking;
  return (
    <div class="account-abilities">
      <p role="status">
        <span class="account-abilities-label">Key may</span>
        <span>
          {abilities === null || (abilities.at === null && isChecking) ? (
            <Skeleton widths={[60]} />
          ) : (
            <Line account={account} abilities={abilities} />
          )}
          {failure && <span class="account-abilities-failed"> {sayHere(failure)}</span>}
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
  const { may, mayNot, untried } = sayAbilities(account.system, abilities);
  const rest = [mayNot && `not: ${mayNot}`, untried && `not tried: ${untried}`].filter(Boolean);
  return (
    <>
      {may || (mayNot === '' ? 'not known yet' : 'nothing that was tried')}
      {rest.length > 0 && <span class="soft"> · {rest.join(' · ')}</span>}
    </>
  );
}
