import { useId } from 'preact/hooks';
import { sayLacking } from '@/lib/people/ability';
import { FAR_SOURCES } from '@/lib/people/list-work';
import { importedPeople } from '@/lib/people/people-words';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { Notice } from '../ui/Notice';
import { OffReason } from '../ui/OffReason';
import { Switch } from '../ui/Switch';
import type { AtList } from './ListWork';
import type { MannerForm } from './use-import-manner';
import type { SourceKind } from './use-import-sources';
import type { Wanted } from './wanted';

interface ImportOrderProps {
  at: AtList;
  /** Null while something is missing: an address, people, or which column holds their addresses. */
  wanted: Wanted | null;
  form: MannerForm;
  source: SourceKind;
}

const PLAIN = { tags: [], updateKnown: false, startActions: false };

export function ImportOrder({ at, wanted, form, source }: ImportOrderProps) {
  const id = useId();
  const isOld = source === 'server-file' || source === 'database';
  const lacking = at.lacks('import');
  const handleImport = () => {
    if (!wanted) return;
    const { load, ...whom } = wanted;
    const manner = isOld ? PLAIN : form.manner;
    void at.acting.act(
      { kind: 'import', desk: at.desk, ...whom, ...manner, jobId: null },
      [],
      load,
    );
  };
  return (
    <>
      {isOld ? (
        <p class="soft">
          The old import does nothing besides: it gives no tags, starts nothing, leaves alone who is
          there already, and does not tell how many there were.
        </p>
      ) : (
        <Manner form={form} />
      )}
      <Notice tone="warn">
        Import only people who agreed to get mail. Octeth does not say whether an import leaves
        people unsubscribed who had unsubscribed before: take them out first. Everybody comes in as
        subscribed; who is to stand otherwise is added one at a time, in the popup.
      </Notice>
      <div class="list-foot">
        <Button
          kind="primary"
          busy={at.acting.doing?.kind === 'import'}
          off={wanted === null || lacking !== null}
          aria-describedby={lacking ? id : undefined}
          onClick={handleImport}
        >
          Import {importedPeople(wanted?.people ?? FAR_SOURCES.find((far) => far === source) ?? 0)}
        </Button>
        <OffReason id={id} reason={lacking && sayLacking(lacking)} />
      </div>
    </>
  );
}

function Manner({ form }: { form: MannerForm }) {
  const { manner, tags, setTags, setUpdateKnown, setStartActions } = form;
  return (
    <>
      <Field
        label="Tags for everybody imported"
        hint="With commas between. Those the list lacks are made."
        value={tags}
        onInput={setTags}
      />
      <div class="list-switches">
        <Switch
          label="Write over the fields of people who are there already"
          checked={manner.updateKnown}
          onChange={setUpdateKnown}
        />
        <Switch
          label="Start the list’s journeys and automatic mails"
          checked={manner.startActions}
          onChange={setStartActions}
        />
      </div>
    </>
  );
}
