import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Failure } from '@/lib/failure';
import type { EmailAddress } from '@/lib/people/address';
import type { DirectoryState } from '@/lib/people/directory';
import type { HandedOn, PageRow } from '@/lib/people/handed-on';
import { usePanel } from '../people/panel';
import type { PageReading, ThisPage } from './this-page';

export type PageState =
  | { state: 'waiting' | 'closed' | 'off' }
  | { state: 'failed'; failure: Failure }
  | ({ state: 'there'; frames: number } & HandedOn);

/** As many as one message may name. */
const PER_ASK = 200;

/** Reads the page in front, and how each of its addresses stands; asked of the directory alone. */
export function usePage() {
  const { client, thisPage } = usePanel();
  const [page, setPage] = useState<ThisPage | null>(null);
  const [state, setState] = useState<PageState>({ state: 'waiting' });

  const read = useCallback(async () => {
    setState({ state: 'waiting' });
    const opened = await thisPage();
    setPage(opened);
    const reading = await opened.read();
    setState(reading.state === 'read' ? await recognised(reading) : reading);
  }, [client, thisPage]);

  const recognised = async (reading: PageReading & { state: 'read' }): Promise<PageState> => {
    const rows: PageRow[] = [];
    for (const addresses of batches(reading.addresses)) {
      const reply = await client.recognise({ addresses });
      if (!reply.ok) return { state: 'failed', failure: reply.failure };
      for (const [index, address] of addresses.entries()) {
        rows.push({ address, kind: reply.value[index] ?? 'unknown' });
      }
    }
    const { frames, isCut, site } = reading;
    const known = await client.directories();
    const asOf = known.ok ? oldestIn(known.value) : null;
    return { state: 'there', rows, frames, isCut, site, asOf };
  };

  useEffect(() => void read(), [read]);
  return { page, state, readAgain: read };
}

/** What the oldest of the registers knows is as old as that; null while there is none. */
function oldestIn(directories: readonly DirectoryState[]): number | null {
  const places = directories.flatMap((directory) => (directory.plan.on ? directory.places : []));
  const times = places.flatMap(({ known }) => (known ? [known.at] : []));
  return times.length === 0 ? null : Math.min(...times);
}

function* batches(addresses: readonly EmailAddress[]): Generator<EmailAddress[]> {
  for (let from = 0; from < addresses.length; from += PER_ASK) {
    yield addresses.slice(from, from + PER_ASK);
  }
}
