import { useEffect, useId, useState } from 'preact/hooks';
import type { Failure } from '@/lib/failure';
import { sayLacking } from '@/lib/people/ability';
import type { ExportedFile, ExportOrder } from '@/lib/people/list-work';
import { sayWhole } from '@/lib/failure-words';
import { Button } from '../ui/Button';
import { CheckList } from '../ui/CheckList';
import { Choice } from '../ui/Choice';
import { Notice } from '../ui/Notice';
import { OffReason } from '../ui/OffReason';
import { SelectField } from '../ui/SelectField';
import { Spinner } from '../ui/Spinner';
import { fileNameOf } from './file-name';
import { exportOptions } from './list-offers';
import type { AtList } from './ListWork';
import { useJob } from './use-job';

const FORMATS = [
  { value: 'csv', label: 'CSV', hint: 'For spreadsheets.' },
  { value: 'json', label: 'JSON', hint: 'For programs.' },
] as const;

/** A list, or a part of it, as a file. */
export function ExportPart({ at }: { at: AtList }) {
  const { account, place, offers, powers } = at;
  const options = exportOptions(offers);
  const [group, setGroup] = useState('everyone');
  const [format, setFormat] = useState<ExportedFile['type']>('csv');
  const [fieldIds, setFieldIds] = useState<string[]>([]);
  const [begun, setBegun] = useState<Begun | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isAsking, setAsking] = useState(false);
  const id = useId();
  const lacking = at.lacks('export');
  const handleExport = async () => {
    const chosen = options.find(({ value }) => value === group);
    const fields = offers.fields.filter((field) => fieldIds.includes(field.id));
    const order: ExportOrder = { group: chosen?.what ?? null, format, fields };
    setAsking(true);
    setBegun(null);
    const reply = await powers.client.exportPeople({ accountId: account.id, place, order });
    setAsking(false);
    setFailure(reply.ok ? null : reply.failure);
    if (reply.ok) setBegun({ jobId: reply.value.id, format });
  };
  return (
    <div class="list-part">
      <SelectField
        label="Whom"
        value={group}
        onChange={setGroup}
        options={options.map(({ value, label }) => ({ value, label }))}
      />
      <Choice label="Format" options={[...FORMATS]} value={format} onChange={setFormat} />
      {offers.fields.length > 0 && (
        <CheckList
          label="Fields, beside address, status and dates"
          options={offers.fields.map((field) => ({ value: field.id, label: field.name }))}
          values={fieldIds}
          onChange={setFieldIds}
        />
      )}
      {offers.missing && <p class="soft">{offers.missing}</p>}
      <div class="list-foot">
        <Button
          kind="primary"
          busy={isAsking}
          off={lacking !== null}
          aria-describedby={lacking ? id : undefined}
          onClick={() => void handleExport()}
        >
          Export
        </Button>
        <OffReason id={id} reason={lacking && sayLacking(lacking)} />
      </div>
      {failure && (
        <Notice tone="stop" live="alert">
          {sayWhole(failure, account.name)}
        </Notice>
      )}
      {begun && <ExportProgress key={begun.jobId} at={at} begun={begun} />}
    </div>
  );
}

interface Begun {
  jobId: string;
  format: ExportedFile['type'];
}

/** Saved once when it is ready, and again as often as she likes. */
function ExportProgress({ at, begun: { jobId, format } }: { at: AtList; begun: Begun }) {
  const { account, place, powers } = at;
  const here = { accountId: account.id, place, jobId };
  const { job, failure, again } = useJob(true, () => powers.client.exportState(here));
  const saving = useSaving(at, { jobId, format });
  const isReady = job?.state === 'done';
  useEffect(() => {
    if (isReady) void saving.save();
  }, [isReady]);
  const trouble = failure ?? saving.failure;
  if (trouble || job?.state === 'failed') {
    const retry = failure ? again : () => void saving.save();
    return (
      <Notice
        tone="stop"
        live="alert"
        actions={trouble && <Button onClick={retry}>Try again</Button>}
      >
        {trouble ? sayWhole(trouble, account.name) : 'Octeth gave the export up. Export again.'}
      </Notice>
    );
  }
  return (
    <div role="status" class="list-news">
      {saving.savedAs ? (
        <p class="list-result">
          Saved as {saving.savedAs}.{' '}
          <Button kind="quiet" size="small" onClick={() => void saving.save()}>
            Save again
          </Button>
        </p>
      ) : (
        <p>
          <Spinner inText /> {isReady ? 'Fetching the file…' : 'Octeth is making the file…'}
        </p>
      )}
    </div>
  );
}

const TYPES = { csv: 'text/csv', json: 'application/json' };

function useSaving(at: AtList, { jobId, format }: Begun) {
  const { account, place, powers } = at;
  const [savedAs, setSavedAs] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const save = async () => {
    const request = { accountId: account.id, place, jobId, format };
    const reply = await powers.client.exportFile(request);
    setFailure(reply.ok ? null : reply.failure);
    if (!reply.ok) return;
    const name = fileNameOf(at, '', format);
    powers.saveFile({ name, type: TYPES[format], text: reply.value.text });
    setSavedAs(name);
  };
  return { savedAs, failure, save };
}
