import type { HandedOn, PageRow } from '@/lib/people/handed-on';
import { countedAddresses } from '../page/page-rows';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import type { Handed } from './use-handed-on';

/** Whence it comes, what has become of it, and how to be rid of it. */
export function HandedOnNotice({ handed }: { handed: Handed }) {
  const { handedOn, alone, letGo, copy } = handed;
  return (
    <Notice
      tone={alone ? 'warn' : 'wait'}
      live="status"
      actions={
        <>
          <Button size="small" onClick={() => void copy()}>
            Copy all {handedOn.rows.length}
          </Button>
          <Button size="small" onClick={letGo}>
            Discard them
          </Button>
        </>
      }
    >
      <b>{sayWhence(handedOn)}, handed on.</b>{' '}
      {alone === 'gone' ? 'This tab has written nothing.' : 'Nothing has been written yet.'} They
      are forgotten {alone ? 'when' : 'soon after'} this tab is closed.
      {handedOn.isCut && ' The page holds more than could be read.'}
      {alone && ` ${ALONE[alone]}`}
    </Notice>
  );
}

const ALONE = {
  'crowded-out':
    'Five have been handed on since: this tab alone has these, and loading it again loses them.',
  // Law 3: whether they were used, and where, is not known here.
  gone: 'They are kept no longer, and another tab may have used them: loading this one again loses them.',
};

/** Whom it is about, one a line. */
export function HandedOnList({ rows }: { rows: readonly PageRow[] }) {
  if (rows.length === 0) return null;
  return (
    <ul class="handed-on" aria-label={countedAddresses(rows.length)}>
      {rows.map(({ address }) => (
        <li key={address} dir="auto">
          {address}
        </li>
      ))}
    </ul>
  );
}

export const sayWhence = ({ rows, site }: HandedOn): string =>
  `${countedAddresses(rows.length)} from ${site ?? 'a page'}`;
