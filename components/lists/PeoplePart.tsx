import { useId, useRef, useState } from 'preact/hooks';
import { sayWhole } from '@/lib/failure-words';
import { useFocusHome } from '../hooks/use-focus-home';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { Notice } from '../ui/Notice';
import { OffReason } from '../ui/OffReason';
import { SelectField } from '../ui/SelectField';
import { Skeleton } from '../ui/Skeleton';
import { sayLacking } from '@/lib/people/ability';
import { ADDRESS_LIMIT } from '@/lib/people/address';
import type { PeoplePage } from '@/lib/people/list-work';
import { countedPeople } from '@/lib/people/people-words';
import { whomOptions } from './list-offers';
import type { AtList } from './ListWork';
import { PeopleTable } from './PeopleTable';
import { usePeople } from './use-people';

const SEARCHED = 'searched';
const TOO_LONG = `No address is longer than ${ADDRESS_LIMIT} characters. Type a part of one.`;

/** Looking through a list: a group, a segment, a tag, or a part of an address. */
export function PeoplePart({ at }: { at: AtList }) {
  const { account, place, offers, powers } = at;
  const [typed, setTyped] = useState('');
  const [isTooLong, setTooLong] = useState(false);
  const here = { accountId: account.id, place };
  const people = usePeople(here, powers.client, at.changes);
  const options = whomOptions(offers);
  const asked = JSON.stringify(people.whom);
  const chosen = options.find(({ what }) => JSON.stringify(what) === asked);
  const found = { value: SEARCHED, label: 'Found by address' };
  const handleSearch = () => {
    const part = typed.trim();
    setTooLong(part.length > ADDRESS_LIMIT);
    if (part.length > ADDRESS_LIMIT) return;
    people.show(part === '' ? { group: 'active' } : { search: { by: 'address', part } });
  };
  const room = useRef<HTMLDivElement>(null);
  /** By which name the button is found again that turned the page. */
  const turned = useRef<Turn | null>(null);
  useFocusHome(
    room,
    (all) =>
      all.querySelector<HTMLElement>(`[data-home="${turned.current}"]`) ??
      all.querySelector<HTMLElement>('.list-count'),
  );
  return (
    <div ref={room} class="list-part">
      <div class="list-ask">
        <form
          class="list-search"
          onSubmit={(event) => {
            event.preventDefault();
            handleSearch();
          }}
        >
          <Field
            label="Part of an address"
            type="search"
            value={typed}
            onInput={(text) => {
              setTyped(text);
              setTooLong(false);
            }}
            error={isTooLong ? TOO_LONG : null}
          />
          <Button type="submit">Search</Button>
        </form>
        <SelectField
          label="Show"
          value={chosen?.value ?? SEARCHED}
          options={chosen ? options : [found, ...options]}
          onChange={(value) => {
            const option = options.find((one) => one.value === value);
            if (!option) return;
            setTyped('');
            setTooLong(false);
            people.show(option.what);
          }}
        />
      </div>
      {offers.missing && <p class="soft">{offers.missing}</p>}
      {people.reply === null && <Skeleton widths={[90, 80, 85, 75, 88]} />}
      {people.reply?.ok === false && (
        <Notice
          tone="stop"
          live="alert"
          actions={<Button onClick={() => void people.read()}>Try again</Button>}
        >
          {sayWhole(people.reply.failure, account.name)}
        </Notice>
      )}
      {people.reply?.ok && (
        <Page
          key={`${asked} ${people.from}`}
          {...{ page: people.reply.value, at, people }}
          onGo={(turn) => {
            turned.current = turn;
          }}
        />
      )}
    </div>
  );
}

interface PageProps {
  at: AtList;
  page: PeoplePage;
  people: ReturnType<typeof usePeople>;
  /** Before what is here goes: to another page, or because somebody is deleted. */
  onGo: (turn: Turn | null) => void;
}

type Turn = 'next' | 'previous';

/** What is ticked is ticked on this page alone: nobody out of sight is deleted (law 8). */
function Page({ at, page, people: { from, goBack, goOn }, onGo }: PageProps) {
  const [ticked, setTicked] = useState<string[]>([]);
  const id = useId();
  const lacking = at.lacks('delete-people');
  const chosen = page.rows.filter((row) => ticked.includes(row.id));
  const handleDelete = () => {
    onGo(null);
    const people = chosen.map((row) => ({ id: row.id, name: row.address }));
    void at.acting.act({ kind: 'delete-people', desk: at.desk, people });
  };
  return (
    <>
      <p role="status" class="list-count" tabIndex={-1}>
        {sayShown(page, from)}
      </p>
      {/* Law 3: such a page keeps silent about what is worse. */}
      {page.rows.some(({ standingSure }) => !standingSure) && <p class="soft">{UNSURE}</p>}
      {page.rows.length > 0 && (
        <PeopleTable
          rows={page.rows}
          ticked={ticked}
          onTick={setTicked}
          onOpen={(address) => void at.powers.client.open({ address })}
        />
      )}
      <div class="list-foot">
        {page.rows.length > 0 && (
          <Button
            kind="danger"
            off={chosen.length === 0 || lacking !== null}
            aria-describedby={lacking ? id : undefined}
            onClick={handleDelete}
          >
            {chosen.length === 0
              ? 'Delete ticked people'
              : `Delete ${countedPeople(chosen.length)}`}
          </Button>
        )}
        <OffReason id={id} reason={lacking && sayLacking(lacking)} />
        <span class="list-pages">
          <Button
            off={goBack === null}
            data-home="previous"
            onClick={() => {
              onGo('previous');
              goBack?.();
            }}
          >
            Previous page
          </Button>
          <Button
            off={goOn === null}
            data-home="next"
            onClick={() => {
              onGo('next');
              goOn?.();
            }}
          >
            Next page
          </Button>
        </span>
      </div>
    </>
  );
}

const UNSURE =
  'Who is suppressed is not told here: somebody may stand worse than shown. Open the person to see.';

function sayShown({ rows, total }: PeoplePage, from: number): string {
  if (rows.length === 0) return 'Nobody here.';
  const last = from + rows.length;
  return from === 0 && last >= total
    ? countedPeople(total)
    : `${from + 1} to ${last} of ${countedPeople(total)}`;
}
