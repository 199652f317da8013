import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
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

/** The page follows the switch after its answer: when it is looked at again, and how often. */
const LOOK_AFTER_MS = 200;
const MOST_LOOKS = 20;

/**
 * Reads the page in front, and how each of its addresses stands; asked of the directory alone.
 * Once flags were switched here, `isSwitchedOn`, it is read again.
 */
export function usePage(isSwitchedOn: boolean | null) {
  const { client, thisPage } = usePanel();
  const [page, setPage] = useState<ThisPage | null>(null);
  const [state, setState] = useState<PageState>({ state: 'waiting' });

  const latest = useRef(0);
  const read = useCallback(
    async (look: (opened: ThisPage, isMeant: () => boolean) => Promise<PageReading>) => {
      latest.current += 1;
      const mine = latest.current;
      const isMeant = () => mine === latest.current;
      setState({ state: 'waiting' });
      const opened = await thisPage();
      setPage(opened);
      const reading = await look(opened, isMeant);
      const seen = reading.state === 'read' ? await recognised(reading) : reading;
      if (isMeant()) setState(seen);
    },
    [client, thisPage],
  );
  const readAgain = useCallback(() => read((opened) => opened.read()), [read]);

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

  useEffect(() => {
    void readAgain();
    return () => void (latest.current += 1);
  }, [readAgain]);
  const switched = useRef(isSwitchedOn);
  useEffect(() => {
    const before = switched.current;
    switched.current = isSwitchedOn;
    if (before === null || isSwitchedOn === null || before === isSwitchedOn) return;
    void read((opened, isMeant) => readSettled(opened, isSwitchedOn, isMeant));
  }, [read, isSwitchedOn]);
  return { page, state, readAgain };
}

/** What the page holds once it follows the switch, and no more comes; or what it holds at last. */
async function readSettled(
  page: ThisPage,
  isOn: boolean,
  isMeant: () => boolean,
): Promise<PageReading> {
  let before: PageReading | null = null;
  let now = await page.read();
  for (let looks = 1; looks < MOST_LOOKS && isMeant(); looks += 1) {
    if ((now.state === 'read') === isOn && countIn(now) === countIn(before)) break;
    await new Promise((resolve) => setTimeout(resolve, LOOK_AFTER_MS));
    before = now;
    now = await page.read();
  }
  return now;
}

const countIn = (reading: PageReading | null): number | null =>
  reading?.state === 'read' ? reading.addresses.length : null;

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
