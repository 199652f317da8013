import { useId, useRef, useState } from 'preact/hooks';
import { type Deed, lackedBy } from '@/lib/people/ability';
import type { OctethAccount, Place } from '@/lib/people/account';
import type { Desk } from '@/lib/people/intent';
import { DeskNewsLine } from '../desk/DeskNewsLine';
import { DeskQuestion } from '../desk/DeskQuestion';
import { useAbilities } from '../desk/use-abilities';
import { useCatalogue } from '../desk/use-catalogue';
import { type AtDesk, type DeskActing, NO_NEWS, useDeskActing } from '../desk/use-desk-acting';
import '../desk/desk.css';
import { DangerPart } from './DangerPart';
import { ExportPart } from './ExportPart';
import { ImportPart } from './ImportPart';
import { type ListOffers, offersOf } from './list-offers';
import { PeoplePart } from './PeoplePart';
import type { WorkbenchPowers } from './powers';
import type { Handed } from './use-handed-on';
import { useSegments } from './use-segments';
import { PART_TITLES, type WorkPart } from './work-place';

interface ListWorkProps {
  account: OctethAccount;
  list: OctethAccount['lists'][number];
  /** Null while something else is looked at. */
  part: Exclude<WorkPart, 'done'> | null;
  powers: WorkbenchPowers;
  handed: Handed | null;
}

/** What every part needs of the list at work. */
export interface AtList {
  account: OctethAccount;
  place: Place;
  desk: Desk;
  offers: ListOffers;
  acting: DeskActing;
  lacks: (deed: Deed) => string | null;
  powers: WorkbenchPowers;
  /** What the popup brought, for whichever list is chosen. */
  handed: Handed | null;
  /** Counts what was done: whoever shows people reads them again. */
  changes: number;
}

/** One list: its parts are kept while another is looked at, so that nothing typed is lost. */
export function ListWork({ account, list, part, powers, handed }: ListWorkProps) {
  const { client } = powers;
  const place = { id: list.id, name: list.name };
  const [changes, setChanges] = useState(0);
  const acting = useDeskActing(client, () => setChanges((old) => old + 1));
  const abilities = useAbilities(account.id, client, acting.news.receipt?.state);
  const { catalogue } = useCatalogue(account.id, client);
  const segments = useSegments(account.id, place, client);
  const { id, name, system } = account;
  const at: AtList = {
    ...{ account, place, acting, powers, handed, changes },
    desk: { account: { id, name, system }, place },
    offers: offersOf(place, { catalogue, segments, isSearched: list.searched }),
    lacks: (deed) => lackedBy('octeth', deed, abilities),
  };
  const titleId = useId();
  const opened = useRef(new Set<string>());
  if (part) opened.current.add(part);
  return (
    <>
      <section aria-labelledby={titleId} hidden={part === null}>
        <h2 id={titleId} tabIndex={-1} dir="auto">
          {part && PART_TITLES[part]}{' '}
          <small>
            {account.name} · {list.name}
          </small>
        </h2>
        <DeskNewsLine acting={heardIn(part, acting)} account={account} />
        {opened.current.has('people') && (
          <div hidden={part !== 'people'}>
            <PeoplePart at={at} />
          </div>
        )}
        {opened.current.has('import') && (
          <div hidden={part !== 'import'}>
            <ImportPart at={at} />
          </div>
        )}
        {opened.current.has('export') && (
          <div hidden={part !== 'export'}>
            <ExportPart at={at} />
          </div>
        )}
        {part === 'danger' && <DangerPart at={at} />}
      </section>
      {/* Not in what may be hidden: it would hold the page and be seen by nobody. */}
      {acting.asked && <DeskQuestion asked={acting.asked} acting={acting} />}
    </>
  );
}

const HOMES: Partial<Record<AtDesk['kind'], WorkPart>> = {
  'delete-people': 'people',
  import: 'import',
  'empty-list': 'danger',
};

/** News are told where they were made; everywhere else “What was done” has them. */
function heardIn(part: WorkPart | null, acting: DeskActing): DeskActing {
  const { receipt, refusal } = acting.news;
  const kind = (receipt ?? refusal)?.intent.kind;
  const isHere = Object.entries(HOMES).some(([one, home]) => one === kind && home === part);
  return isHere ? acting : { ...acting, news: NO_NEWS };
}
