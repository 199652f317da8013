import { useId, useState } from 'preact/hooks';
import { sayFailure } from '@/lib/failure-words';
import type { HandedOn, PageRow } from '@/lib/people/handed-on';
import { useAnnounce } from '../hooks/use-announce';
import { usePanel } from '../people/panel';
import { Button } from '../ui/Button';
import { OffReason } from '../ui/OffReason';
import { asLines, countedAddresses } from './page-rows';
import type { ThisPage } from './this-page';

interface PageListFootProps {
  found: HandedOn;
  /** What the filter leaves; null where it is not filtered. */
  shown: readonly PageRow[] | null;
  page: ThisPage;
  isListless: boolean;
}

const LISTLESS = 'The workbench imports into lists of Octeth: connect one in the options.';

/** Where the list can go from here. */
export function PageListFoot({ found, shown, page, isListless }: PageListFootProps) {
  const id = useId();
  const { client } = usePanel();
  const { said, say } = useSaid();
  const [isHanding, setHanding] = useState(false);
  const meant = shown ?? found.rows;
  const handleCopy = async (which: readonly PageRow[]) =>
    say(
      await page.copy(asLines(which)).then(
        () => `${countedAddresses(which.length)} copied, one a line.`,
        () => 'Your browser did not let us copy them.',
      ),
    );
  const handleHandOn = async () => {
    if (isHanding) return;
    setHanding(true);
    const { site, isCut, asOf } = found;
    const reply = await client.handOn({ rows: [...meant], site, isCut, asOf });
    setHanding(false);
    const where = `${countedAddresses(meant.length)} handed on to the workbench.`;
    say(reply.ok ? where : sayFailure(reply.failure).what);
  };
  return (
    <footer class="page-list-foot">
      <Button size="small" onClick={() => void handleCopy(found.rows)}>
        Copy all {found.rows.length}
      </Button>
      {shown && (
        <Button size="small" off={shown.length === 0} onClick={() => void handleCopy(shown)}>
          Copy the {shown.length} shown
        </Button>
      )}
      <Button
        size="small"
        busy={isHanding}
        off={meant.length === 0 || isListless}
        aria-describedby={isListless ? id : undefined}
        onClick={() => void handleHandOn()}
      >
        {shown ? `Take the ${shown.length} shown` : `Take all ${meant.length}`} to the workbench
      </Button>
      <OffReason id={id} reason={isListless ? LISTLESS : null} />
      <span aria-hidden="true">{said}</span>
    </footer>
  );
}

/** What came of it, for the eye and for the ear. */
function useSaid() {
  const [said, setSaid] = useState('');
  const announce = useAnnounce();
  const say = (words: string) => {
    setSaid(words);
    announce(words);
  };
  return { said, say };
}
