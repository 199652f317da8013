import { useEffect, useId, useState } from 'preact/hooks';
import { sayLacking } from '@/lib/people/ability';
import { countedPeople } from '@/lib/people/people-words';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { Notice } from '../ui/Notice';
import { OffReason } from '../ui/OffReason';
import { Switch } from '../ui/Switch';
import { FileChooser } from './FileChooser';
import { ForeignLists } from './ForeignLists';
import { ImportProgress } from './ImportProgress';
import { ImportSheet } from './ImportSheet';
import type { AtList } from './ListWork';
import { type ImportForm, useImportForm } from './use-import-form';

/** A file is looked at before anybody is imported: what goes where, and who cannot. */
export function ImportPart({ at }: { at: AtList }) {
  const form = useImportForm(at.offers.fields);
  const begun = useBegun(at, form);
  return (
    <div class="list-part">
      <FileChooser form={form} />
      {at.offers.missing && <p class="soft">{at.offers.missing}</p>}
      {form.chosen && (
        <>
          <ImportSheet form={form} fields={at.offers.fields} />
          <ImportOrder at={at} form={form} />
        </>
      )}
      {begun && <ImportProgress key={begun.receiptId} at={at} begun={begun} />}
      <ForeignLists at={at} />
    </div>
  );
}

interface Begun {
  receiptId: string;
  /** Null: the server tells nothing of it. */
  jobId: string | null;
  people: number;
}

/** The import that was begun last; its file has done its service. */
function useBegun({ acting: { news } }: AtList, form: ImportForm): Begun | null {
  const [begun, setBegun] = useState<Begun | null>(null);
  const { receipt } = news;
  useEffect(() => {
    if (receipt?.state !== 'done' || receipt.intent.kind !== 'import') return;
    const { jobId, people, loadId } = receipt.intent;
    setBegun({ receiptId: receipt.id, jobId, people });
    if (form.chosen?.loadId === loadId) form.forget();
  }, [receipt]);
  return begun;
}

function ImportOrder({ at, form }: { at: AtList; form: ImportForm }) {
  const id = useId();
  const { sorted } = form;
  const lacking = at.lacks('import');
  const people = sorted?.load.lines.length ?? 0;
  const handleImport = () => {
    const intent = form.intentAt(at.desk);
    if (intent && sorted) void at.acting.act(intent, [], sorted.load);
  };
  return (
    <>
      <Field
        label="Tags for everybody imported"
        hint="With commas between. Those the list lacks are made."
        value={form.tags}
        onInput={form.setTags}
      />
      <div class="list-switches">
        <Switch
          label="Write over the fields of people who are there already"
          checked={form.updateKnown}
          onChange={form.setUpdateKnown}
        />
        <Switch
          label="Start the list’s journeys and automatic mails"
          checked={form.startActions}
          onChange={form.setStartActions}
        />
      </div>
      <Notice tone="warn">
        Import only people who agreed to get mail. Octeth does not say whether an import leaves
        people unsubscribed who had unsubscribed before: take them out of the file.
      </Notice>
      <div class="list-foot">
        <Button
          kind="primary"
          busy={at.acting.doing?.kind === 'import'}
          off={people === 0 || lacking !== null}
          aria-describedby={lacking ? id : undefined}
          onClick={handleImport}
        >
          Import {countedPeople(people)}
        </Button>
        <OffReason id={id} reason={lacking && sayLacking(lacking)} />
      </div>
    </>
  );
}
