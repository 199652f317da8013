import './page-list.css';
import { useRef, useState } from 'preact/hooks';
import { sayFailure } from '@/lib/failure-words';
import type { EmailAddress } from '@/lib/people/address';
import { momentOf } from '@/lib/people/directory-words';
import { useFirstFocus } from '../hooks/use-first-focus';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { Skeleton } from '../ui/Skeleton';
import { PageFilter } from './PageFilter';
import { PageListFoot } from './PageListFoot';
import { PageRows } from './PageRows';
import { countedAddresses, filterRows, isFiltering, type RowFilter } from './page-rows';
import type { ThisPage } from './this-page';
import { type PageState, usePage } from './use-page';

export interface PageListProps {
  /** Known to have no list to import into. */
  isListless: boolean;
  /** What the switch below says of this site; null where there is none. */
  isSwitchedOn: boolean | null;
  onChoose: (address: EmailAddress) => void;
}

const NO_FILTER: RowFilter = { kinds: [], part: '' };

/** What the page in front holds: whose addresses, how they stand, and the way to each. */
export function PageList({ onChoose, isListless, isSwitchedOn }: PageListProps) {
  const { page, state, readAgain } = usePage(isSwitchedOn);
  const heading = useRef<HTMLHeadingElement>(null);
  useFirstFocus(heading, true);
  return (
    <section class="page-list" aria-labelledby="page-list-title">
      <h1 id="page-list-title" ref={heading} tabIndex={-1}>
        On this page <small>{state.state === 'there' && sayFound(state)}</small>
      </h1>
      {state.state === 'there' && page ? (
        <Found {...{ state, page, onChoose, isListless }} />
      ) : (
        <Otherwise {...{ state, isSwitchedOn }} onRetry={() => void readAgain()} />
      )}
    </section>
  );
}

interface FoundProps extends Pick<PageListProps, 'onChoose' | 'isListless'> {
  state: PageState & { state: 'there' };
  page: ThisPage;
}

function Found({ state, page, onChoose, isListless }: FoundProps) {
  const [filter, setFilter] = useState(NO_FILTER);
  const { rows, isCut, asOf } = state;
  if (rows.length === 0) return <p class="page-list-nothing">There is no address on this page.</p>;
  const shown = filterRows(rows, filter);
  return (
    <>
      <PageFilter rows={rows} filter={filter} onFilter={setFilter} />
      <PageRows rows={shown} onChoose={onChoose} onShow={(address) => void page.show(address)} />
      {isCut && <p class="page-list-aside">There are more on the page than are listed here.</p>}
      {asOf !== null && (
        <p class="page-list-aside">The directory is as of {momentOf(asOf, Date.now())}.</p>
      )}
      <PageListFoot
        {...{ page, isListless }}
        found={state}
        shown={isFiltering(filter) ? shown : null}
      />
    </>
  );
}

interface OtherwiseProps extends Pick<PageListProps, 'isSwitchedOn'> {
  state: PageState;
  onRetry: () => void;
}

function Otherwise({ state, isSwitchedOn, onRetry }: OtherwiseProps) {
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
        ? `Addresses are not flagged on this page. ${sayNext(isSwitchedOn)}`
        : 'Your browser lets no extension look into this page.'}
    </p>
  );
}

/** Open pages follow the settings at once; a page that takes no script does so when loaded. */
function sayNext(isSwitchedOn: boolean | null): string {
  if (isSwitchedOn === null) return 'Choose where they are in the options.';
  return isSwitchedOn ? 'They are once it is loaded again.' : 'Turn them on below.';
}

const sayFound = ({ rows, frames }: PageState & { state: 'there' }): string =>
  frames > 1
    ? `${countedAddresses(rows.length)} in ${frames} frames`
    : countedAddresses(rows.length);
