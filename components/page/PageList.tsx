import './page-list.css';
import { useRef, useState } from 'preact/hooks';
import { sayFailure } from '@/lib/failure-words';
import type { EmailAddress } from '@/lib/people/address';
import { momentOf } from '@/lib/people/directory-words';
import { useAnnounce } from '../hooks/use-announce';
import { useFirstFocus } from '../hooks/use-first-focus';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { Skeleton } from '../ui/Skeleton';
import { PageFilter } from './PageFilter';
import { PageRows } from './PageRows';
import {
  asLines,
  countedAddresses,
  filterRows,
  isFiltering,
  type PageRow,
  type RowFilter,
} from './page-rows';
import { type PageState, usePage } from './use-page';

export interface PageListProps {
  onChoose: (address: EmailAddress) => void;
}

const NO_FILTER: RowFilter = { kinds: [], part: '' };

/** What the page in front holds: whose addresses, how they stand, and the way to each. */
export function PageList({ onChoose }: PageListProps) {
  const { page, state, readAgain } = usePage();
  const heading = useRef<HTMLHeadingElement>(null);
  useFirstFocus(heading, true);
  return (
    <section class="page-list" aria-labelledby="page-list-title">
      <h1 id="page-list-title" ref={heading} tabIndex={-1}>
        On this page <small>{state.state === 'there' && sayFound(state)}</small>
      </h1>
      {state.state === 'there' && page ? (
        <Found
          state={state}
          onChoose={onChoose}
          onShow={(address) => void page.show(address)}
          onCopy={page.copy}
        />
      ) : (
        <Otherwise state={state} onRetry={() => void readAgain()} />
      )}
    </section>
  );
}

interface FoundProps extends PageListProps {
  state: PageState & { state: 'there' };
  onShow: (address: EmailAddress) => void;
  onCopy: (text: string) => Promise<void>;
}

function Found({ state: { rows, isCut, asOf }, onChoose, onShow, onCopy }: FoundProps) {
  const [filter, setFilter] = useState(NO_FILTER);
  const [copied, setCopied] = useState('');
  const announce = useAnnounce();
  if (rows.length === 0) return <p class="page-list-nothing">There is no address on this page.</p>;
  const shown = filterRows(rows, filter);
  const handleCopy = async (which: readonly PageRow[]) => {
    const words = await onCopy(asLines(which)).then(
      () => `${countedAddresses(which.length)} copied, one a line.`,
      () => 'Your browser did not let us copy them.',
    );
    setCopied(words);
    announce(words);
  };
  return (
    <>
      <PageFilter rows={rows} filter={filter} onFilter={setFilter} />
      <PageRows rows={shown} onChoose={onChoose} onShow={onShow} />
      {isCut && <p class="page-list-aside">There are more on the page than are listed here.</p>}
      {asOf !== null && (
        <p class="page-list-aside">The directory is as of {momentOf(asOf, Date.now())}.</p>
      )}
      <footer class="page-list-foot">
        <Button size="small" onClick={() => void handleCopy(rows)}>
          Copy all {rows.length}
        </Button>
        {isFiltering(filter) && (
          <Button size="small" off={shown.length === 0} onClick={() => void handleCopy(shown)}>
            Copy the {shown.length} shown
          </Button>
        )}
        <span aria-hidden="true">{copied}</span>
      </footer>
    </>
  );
}

function Otherwise({ state, onRetry }: { state: PageState; onRetry: () => void }) {
  if (state.state === 'waiting') return <Skeleton widths={[70, 85, 60]} />;
  if (state.state === 'failed') {
    const { what, next } = sayFailure(state.failure);
    return (
      <Notice
        tone="stop"
        live="alert"
        actions={
          <Button size="small" onClick={onRetry}>
            Try again
          </Button>
        }
      >
        <b>{what}</b> {next}
      </Notice>
    );
  }
  return (
    <p class="page-list-nothing" role="status">
      {state.state === 'off'
        ? 'Addresses are not flagged on this page. Choose where they are in the options, and load the page again.'
        : 'Your browser lets no extension look into this page.'}
    </p>
  );
}

const sayFound = ({ rows, frames }: PageState & { state: 'there' }): string =>
  frames > 1
    ? `${countedAddresses(rows.length)} in ${frames} frames`
    : countedAddresses(rows.length);
