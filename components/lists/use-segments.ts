import { useEffect, useState } from 'preact/hooks';
import type { Result } from '@/lib/failure';
import type { Place } from '@/lib/people/account';
import type { Segment } from '@/lib/people/list-work';
import type { Client } from '../accounts/powers';

/** Null until they are read. A server or key without segments leaves the groups every list has. */
export function useSegments(
  accountId: string,
  place: Place,
  client: Client,
): Result<Segment[]> | null {
  const [segments, setSegments] = useState<Result<Segment[]> | null>(null);
  useEffect(() => {
    void client.segments({ accountId, place }).then(setSegments);
  }, [client, accountId, place.id]);
  return segments;
}
