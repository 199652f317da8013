import { useCallback, useEffect, useId, useState } from 'preact/hooks';
import type { Result } from '@/lib/failure';
import { sayLacking } from '@/lib/people/ability';
import type { ListSize } from '@/lib/people/list-work';
import { countedPeople } from '@/lib/people/people-words';
import { sayWhole } from '@/lib/failure-words';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { OffReason } from '../ui/OffReason';
import { Skeleton } from '../ui/Skeleton';
import { Switch } from '../ui/Switch';
import type { AtList } from './ListWork';

/** What takes a whole list away: counted first, and the list's name typed (law 8). */
export function DangerPart({ at }: { at: AtList }) {
  const [alsoTags, setAlsoTags] = useState(false);
  const { size, read } = useSize(at);
  const id = useId();
  const lacking = at.lacks('empty-list');
  if (size === null) return <Skeleton widths={[50, 30]} />;
  if (!size.ok) {
    return (
      <Notice
        tone="stop"
        live="alert"
        actions={<Button onClick={() => void read()}>Try again</Button>}
      >
        {sayWhole(size.failure, at.account.name)}
      </Notice>
    );
  }
  const { people, tags } = size.value;
  const isEmpty = people === 0 && (tags === 0 || !alsoTags);
  const handleDelete = () =>
    void at.acting.act({ kind: 'empty-list', desk: at.desk, people, alsoTags });
  return (
    <div class="list-part list-danger">
      <p dir="auto">
        <b>{at.place.name}</b> in {at.account.name} has {countedPeople(people)}, suppressed and
        unsubscribed ones included, and {tags} {tags === 1 ? 'tag' : 'tags'}.
      </p>
      <p>
        Deleting everyone keeps the list and its fields. Who had unsubscribed is forgotten with the
        rest: export the list first.
      </p>
      <Switch label="Delete the list’s tags too" checked={alsoTags} onChange={setAlsoTags} />
      <div class="list-foot">
        <Button
          kind="danger"
          busy={at.acting.doing?.kind === 'empty-list'}
          off={isEmpty || lacking !== null}
          aria-describedby={lacking ? id : undefined}
          onClick={handleDelete}
        >
          Delete everyone on this list
        </Button>
        <OffReason id={id} reason={lacking && sayLacking(lacking)} />
      </div>
    </div>
  );
}

function useSize({ account, place, powers: { client }, changes }: AtList) {
  const [size, setSize] = useState<Result<ListSize> | null>(null);
  const read = useCallback(async () => {
    setSize(await client.listSize({ accountId: account.id, place }));
  }, [client, account.id, place.id]);
  useEffect(() => void read(), [read, changes]);
  return { size, read };
}
