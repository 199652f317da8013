import { useState } from 'preact/hooks';
import type { Result } from '@/lib/failure';
import { sayLacking } from '@/lib/people/ability';
import type { Choice } from '@/lib/people/details';
import type { ForeignList, ImportSource } from '@/lib/people/list-work';
import { countedPeople } from '@/lib/people/people-words';
import { sayWhole } from '@/lib/failure-words';
import { Button } from '../ui/Button';
import { Disclosure } from '../ui/Disclosure';
import { Field } from '../ui/Field';
import { Notice } from '../ui/Notice';
import { OffReason } from '../ui/OffReason';
import { SelectField } from '../ui/SelectField';
import type { Foreign } from './ForeignGuide';
import type { AtList } from './ListWork';

type Service = ImportSource['service'];

const SERVICES: Record<Service, { label: string; place: string | null }> = {
  mailchimp: { label: 'Mailchimp', place: 'Server of Mailchimp, like us1' },
  activecampaign: { label: 'ActiveCampaign', place: 'Account in ActiveCampaign' },
  drip: { label: 'Drip', place: null },
};

interface ForeignListsProps {
  at: AtList;
  onImport: (foreign: Foreign) => void;
}

/** What another service holds, before its file is fetched there: Octeth asks it. */
export function ForeignLists({ at, onImport }: ForeignListsProps) {
  const { account, powers } = at;
  const [service, setService] = useState<Service>('mailchimp');
  const [key, setKey] = useState('');
  const [place, setPlace] = useState('');
  const [reply, setReply] = useState<Result<ForeignList[]> | null>(null);
  const [isAsking, setAsking] = useState(false);
  const lacking = at.lacks('import');
  const { place: placeLabel } = SERVICES[service];
  const handleAsk = async () => {
    const source = sourceOf(service, { key: key.trim(), place: place.trim() });
    if (isAsking || lacking !== null) return;
    setAsking(true);
    // Used once: it is in no field any more when the answer is there.
    setKey('');
    setReply(await powers.client.prepareImport({ accountId: account.id, source }));
    setAsking(false);
  };
  return (
    <Disclosure summary="Look at the lists of another service">
      <form
        class="list-part"
        onSubmit={(event) => {
          event.preventDefault();
          void handleAsk();
        }}
      >
        <p class="soft">
          {account.name} asks the service with its key and tells what is there. The key is used once
          and kept nowhere here.
        </p>
        <div class="list-ask">
          <SelectField
            label="Service"
            value={service}
            options={Object.entries(SERVICES).map(([value, { label }]) => ({ value, label }))}
            onChange={(value) => {
              setService(value as Service); // one of the options
              setReply(null);
              // One service's key is nothing for another.
              setKey('');
            }}
          />
          {placeLabel && <Field label={placeLabel} value={place} onInput={setPlace} />}
          <Field
            label={`Key of ${SERVICES[service].label}`}
            type="password"
            value={key}
            onInput={setKey}
          />
        </div>
        <div class="list-foot">
          <Button type="submit" busy={isAsking} off={lacking !== null}>
            Show its lists
          </Button>
          <OffReason id="foreign-off" reason={lacking && sayLacking(lacking)} />
        </div>
        {reply && !reply.ok && (
          <Notice tone="stop" live="alert">
            {sayWhole(reply.failure, account.name)}
          </Notice>
        )}
        {reply?.ok && (
          <Found
            lists={reply.value}
            onImport={(list) => onImport({ service: SERVICES[service].label, list })}
          />
        )}
      </form>
    </Disclosure>
  );
}

function sourceOf(service: Service, { key, place }: { key: string; place: string }): ImportSource {
  switch (service) {
    case 'mailchimp':
      return { service, key, server: place };
    case 'activecampaign':
      return { service, key, account: place };
    case 'drip':
      return { service, key };
  }
}

interface FoundProps {
  lists: ForeignList[];
  onImport: (list: ForeignList) => void;
}

function Found({ lists, onImport }: FoundProps) {
  if (lists.length === 0) return <p role="status">It has no lists.</p>;
  return (
    <ul class="foreign-lists" aria-label="Lists of the other service">
      {lists.map((list) => (
        <li key={list.id}>
          <span>
            <b dir="auto">{list.name}</b>
            {list.people !== null && ` ${countedPeople(list.people)}`}
            <Names label="Fields" of={list.fields} />
            <Names label="Tags" of={list.tags} />
          </span>
          <Button size="small" onClick={() => onImport(list)}>
            Import its people<span class="unseen"> {list.name}</span>
          </Button>
        </li>
      ))}
    </ul>
  );
}

function Names({ label, of }: { label: string; of: Choice[] }) {
  if (of.length === 0) return null;
  return (
    <small dir="auto">
      {label}: {of.map(({ name }) => name).join(', ')}
    </small>
  );
}
