import { useEffect, useState } from 'preact/hooks';
import type { Result } from '@/lib/failure';
import type { Catalogue } from '@/lib/people/catalogue';
import { usePanel } from '../people/panel';

/** What this account keeps to choose from; null until it has answered. */
export function useCatalogue(accountId: string | null): Result<Catalogue> | null {
  const { client } = usePanel();
  const [catalogue, setCatalogue] = useState<Result<Catalogue> | null>(null);
  useEffect(() => {
    if (accountId === null) return;
    let isCurrent = true;
    void client.catalogue({ accountId, fresh: false }).then((reply) => {
      if (isCurrent) setCatalogue(reply);
    });
    return () => {
      isCurrent = false;
    };
  }, [accountId, client]);
  return catalogue;
}

/** One part of it, or why there is none; null while it is fetched, or where the system lacks it. */
export function partOf<Part>(
  catalogue: Result<Catalogue> | null,
  pick: (catalogue: Catalogue) => Result<Part> | null,
): Result<Part> | null {
  return catalogue?.ok ? pick(catalogue.value) : catalogue;
}
