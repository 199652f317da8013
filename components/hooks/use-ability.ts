import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import { type Abilities, type Deed, lackedBy, NOTHING_KNOWN } from '@/lib/people/ability';
import type { AccountRef } from '@/lib/people/account';
import { accountOf } from '@/lib/people/intent';
import type { Receipt } from '@/lib/people/receipt';
import { usePanel } from '../people/panel';

interface Here {
  account: AccountRef;
  abilities: Abilities;
}

/** Which account the parts beneath are of, and what its key may do; a region provides it. */
export const AbilityContext = createContext<Here | null>(null);

/** Asked once for each region, and again after each outcome: a refusal tells what is lacking. */
export function useAbilities(account: AccountRef, receipts: readonly Receipt[]): Here {
  const { client } = usePanel();
  const [abilities, setAbilities] = useState(NOTHING_KNOWN);
  const last = receipts.find(({ intent }) => accountOf(intent).id === account.id);
  const outcome = last ? `${last.id} ${last.state}` : '';
  useEffect(() => {
    let isStale = false;
    void client.abilities({ accountId: account.id }).then((reply) => {
      if (!isStale && reply.ok) setAbilities(reply.value);
    });
    return () => {
      isStale = true;
    };
  }, [client, account.id, outcome]);
  return { account, abilities };
}

/** The right that the key lacks for this, by its name; null where it may, or nothing says no. */
export function useAbility(deed: Deed): string | null {
  const here = useContext(AbilityContext);
  return here && lackedBy(here.account.system, deed, here.abilities);
}
