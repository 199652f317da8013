import { useEffect, useState } from 'preact/hooks';
import type { Result } from '@/lib/failure';
import type { Offers } from '@/lib/people/offers';
import { usePanel } from '../people/panel';

/** What can be chosen in this account; null until it has answered. */
export function useOffers(accountId: string): Result<Offers> | null {
  const { client } = usePanel();
  const [offers, setOffers] = useState<Result<Offers> | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void client.offers({ accountId }).then((reply) => {
      if (isCurrent) setOffers(reply);
    });
    return () => {
      isCurrent = false;
    };
  }, [accountId, client]);
  return offers;
}
