import { useEffect, useRef, useState } from 'preact/hooks';
import type { EmailAddress } from '@/lib/people/address';
import type { AccountRef } from '@/lib/people/account';
import { type LookUp, type LookUps, createLookUps } from '../people/look-ups';
import { usePanel } from '../people/panel';

interface Answers {
  address: EmailAddress | null;
  byAccount: Readonly<Record<string, LookUp>>;
}

/** The look-ups of one address in every account, each told as it comes. */
export function useLookUps(address: EmailAddress | null, accounts: readonly AccountRef[] | null) {
  const { client } = usePanel();
  const current = useRef<LookUps | null>(null);
  const [answers, setAnswers] = useState<Answers>({ address, byAccount: {} });
  const latest = useRef(accounts);
  latest.current = accounts;
  // The ids stand for the accounts, which are a new array with every answer.
  const asked = accounts?.map((account) => account.id).join(' ') ?? '';

  useEffect(() => {
    const asking = latest.current;
    if (!address || !asking || asked === '') return;
    const lookUps = createLookUps(address, {
      client,
      tell: (accountId, lookUp) =>
        setAnswers((old) => ({
          address,
          byAccount: {
            ...(old.address === address ? old.byAccount : {}),
            [accountId]: lookUp,
          },
        })),
    });
    current.current = lookUps;
    for (const account of asking) void lookUps.ask(account, false);
    return () => lookUps.close();
  }, [address, asked, client]);

  return {
    byAccount: answers.address === address ? answers.byAccount : {},
    ask: async (account: AccountRef) => current.current?.ask(account, true),
    stop: (account: AccountRef) => current.current?.stop(account.id),
  };
}
