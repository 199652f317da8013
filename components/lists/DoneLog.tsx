import { useState } from 'preact/hooks';
import { addressOf } from '@/lib/people/intent';
import { sayReceipt } from '@/lib/people/receipt-words';
import type { Receipt, WriteState } from '@/lib/people/receipt';
import { canUndo } from '@/lib/people/undo';
import type { Client } from '../accounts/powers';
import { sayWhole } from '@/lib/failure-words';
import { asideOf, RECEIPT_TONES } from '../people/outcome-words';
import { clock, dayOf } from '../people/times';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { SelectField } from '../ui/SelectField';
import { Skeleton } from '../ui/Skeleton';
import { ToneMark } from '../ui/ToneMark';
import { ImportEnd } from './ImportEnd';
import { useDoneLog } from './use-done-log';
import './done-log.css';

type Shown = 'all' | 'unsure' | 'refused' | 'waiting' | 'done';

const SHOWN: Record<Shown, { label: string; states: readonly WriteState[] }> = {
  all: { label: 'Everything', states: ['planned', 'sent', 'done', 'refused', 'unknown'] },
  unsure: { label: 'Not certain', states: ['unknown'] },
  waiting: { label: 'Waiting', states: ['planned', 'sent'] },
  refused: { label: 'Not done', states: ['refused'] },
  done: { label: 'Done', states: ['done'] },
};

/** What was done in the last ninety days, in every account. */
export function DoneLog({ client }: { client: Client }) {
  const log = useDoneLog(client);
  const [shown, setShown] = useState<Shown>('all');
  const receipts = log.receipts?.filter(({ state }) => SHOWN[shown].states.includes(state));
  return (
    <section class="list-part" aria-labelledby="part-title">
      <h2 id="part-title">What was done</h2>
      <p class="soft">
        In every account, over the last 90 days. It is kept on this computer alone.
      </p>
      <SelectField
        label="Show"
        value={shown}
        options={Object.entries(SHOWN).map(([value, { label }]) => ({ value, label }))}
        onChange={(value) => setShown(value as Shown)} // one of the options
      />
      {log.failure && (
        <Notice
          tone="stop"
          live="alert"
          actions={<Button onClick={() => void log.retry()}>Try again</Button>}
        >
          {sayWhole(log.failure)}
        </Notice>
      )}
      {!receipts && !log.failure && <Skeleton widths={[80, 70, 75]} />}
      {receipts?.length === 0 && <p>{sayNothing(shown, log.hasMore)}</p>}
      {receipts && receipts.length > 0 && (
        <ul class="done-log" aria-label="What was done">
          {receipts.map((receipt) => (
            <Row key={receipt.id} {...{ receipt, log, client }} />
          ))}
        </ul>
      )}
      {log.hasMore && <Button onClick={() => void log.goOn()}>Show earlier</Button>}
    </section>
  );
}

/** Law 3: only what was read is said to be nothing. */
function sayNothing(shown: Shown, hasMore: boolean): string {
  if (hasMore) return 'Nothing of this kind among what is shown so far.';
  return shown === 'all' ? 'Nothing was done yet.' : 'Nothing of this kind.';
}

interface RowProps {
  receipt: Receipt;
  log: ReturnType<typeof useDoneLog>;
  client: Client;
}

function Row({ receipt, log, client }: RowProps) {
  const { title, message } = sayReceipt(receipt);
  const aside = asideOf(receipt);
  const isBusy = log.busyId === receipt.id;
  const at = new Date(receipt.at);
  const isAboutNobody = receipt.state === 'done' && addressOf(receipt.intent) === null;
  return (
    <li>
      <ToneMark tone={RECEIPT_TONES[receipt.state]} />
      <span dir="auto">
        <b>{title}</b> {isAboutNobody ? `in ${message}` : message}
        {aside && <small> {aside}</small>}
      </span>
      <time dateTime={at.toISOString()}>
        {dayOf(localDay(at))}, {clock(receipt.at)}
      </time>
      {receipt.state === 'done' && receipt.intent.kind === 'import' && (
        <ImportEnd intent={receipt.intent} client={client} />
      )}
      {canUndo(receipt) && (
        <Button kind="quiet" size="small" busy={isBusy} onClick={() => void log.undo(receipt)}>
          Undo<span class="unseen"> {title}</span>
        </Button>
      )}
      {receipt.state === 'unknown' && !receipt.wasSo && (
        <Button kind="quiet" size="small" busy={isBusy} onClick={() => void log.settle(receipt)}>
          Check again<span class="unseen"> {title}</span>
        </Button>
      )}
    </li>
  );
}

/** `dayOf` takes a server's day; this is ours. */
const localDay = (at: Date): string =>
  [at.getFullYear(), at.getMonth() + 1, at.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
