import { useRef } from 'preact/hooks';
import type { OctethAccount } from '@/lib/people/account';
import { Unanswered } from '../accounts/Unanswered';
import { useAccounts } from '../accounts/use-accounts';
import { useFocusHome } from '../hooks/use-focus-home';
import { DoneLog } from './DoneLog';
import { InVainNotice } from './InVainNotice';
import { ListWork } from './ListWork';
import type { WorkbenchPowers } from './powers';
import { PART_TITLES, WORK_PARTS, workHashOf, type WorkPlace } from './work-place';
import { useHandedOn } from './use-handed-on';
import { useWorkList, type WorkList } from './use-work-list';
import { useWorkPlace } from './use-work-place';
import { WithoutList } from './WithoutList';
import { WorkWhere } from './WorkWhere';
import '../ui/page.css';
import './workbench.css';
import './list-part.css';

/** What does not fit a glance: whole lists of Octeth, one at a time. */
export function Workbench({ powers }: { powers: WorkbenchPowers }) {
  const { view, reload } = useAccounts(powers.client, powers.hearAccounts);
  const { handed, inVain, ticket, said } = useHandedOn(powers);
  const hash = useWorkPlace();
  const accounts = view.is === 'there' ? view.value.accounts.filter(hasLists) : [];
  // Law 2: whom a page held goes to no list that nobody chose.
  const isHanding = ticket !== null && (handed !== null || inVain === null);
  const at = useWorkList(accounts, hash, isHanding && hash.part === 'import');
  const { account, list } = at;
  const here = isHanding ? hash : { ...hash, accountId: account?.id ?? '', listId: list?.id ?? '' };
  const part = here.part === 'done' ? null : here.part;
  const shown = account && list && part ? `${account.id} ${list.id}` : null;
  const works = useWorks(accounts, shown);
  const hashOf = (to: Partial<WorkPlace>) => workHashOf({ ...here, ...to }, ticket);
  const room = useRef<HTMLElement>(null);
  // Each part has a home of its own; where there is none, what can be done is asking again.
  useFocusHome(room, (main) =>
    main.querySelector<HTMLElement>('.notice button, section:not([hidden]) > h2'),
  );
  return (
    <div class="page workbench">
      <header class="page-head">
        <h1>Workbench</h1>
        <p>Whole lists of Octeth.</p>
        {accounts.length > 0 && <WorkWhere {...{ accounts, account, list, hashOf }} />}
        <Parts {...{ here, hashOf }} />
      </header>
      <main ref={room}>
        {view.is !== 'there' && <Unanswered asked={view} onRetry={() => void reload()} />}
        {inVain && <InVainNotice inVain={inVain} />}
        {here.part === 'done' && <DoneLog client={powers.client} />}
        <p role="status">{said}</p>
        {view.is !== 'waiting' && here.part !== 'done' && !list && (
          <WithoutList
            why={view.is === 'there' ? whyNoList(at, accounts) : null}
            openOptions={canChoose(accounts) && !at.lost ? null : powers.openOptions}
            handed={handed}
          />
        )}
        {/* Each is kept while another is looked at: a file that was chosen lies nowhere else. */}
        {works.map(({ key, ...of }) => (
          <ListWork key={key} {...of} part={key === shown ? part : null} {...{ powers, handed }} />
        ))}
      </main>
    </div>
  );
}

const canChoose = (accounts: readonly OctethAccount[]): boolean =>
  accounts.some(({ lists }) => lists.length > 0);

function whyNoList({ account, lost }: WorkList, accounts: readonly OctethAccount[]): string {
  const hasOthers = canChoose(accounts);
  if (lost) {
    const next = account ? 'look in the options' : 'connect it again in the options';
    return `${lost} ${hasOthers ? `Choose another, or ${next}` : capital(next)}.`;
  }
  if (!hasOthers) return NO_LIST;
  return account ? 'Choose a list first.' : 'Choose an account and a list first.';
}

const capital = (words: string): string => words.replace(/^./, (first) => first.toUpperCase());

const NO_LIST =
  'No Octeth account with a list is connected. Systeme.io has no lists; connect Octeth in the options.';

/** The lists that were opened; none is asked for anything before. */
function useWorks(accounts: OctethAccount[], shown: string | null) {
  const opened = useRef(new Set<string>());
  if (shown) opened.current.add(shown);
  return accounts
    .flatMap((account) =>
      account.lists.map((list) => ({ key: `${account.id} ${list.id}`, account, list })),
    )
    .filter(({ key }) => opened.current.has(key));
}

const hasLists = (account: { system: string }): account is OctethAccount =>
  account.system === 'octeth';

interface PartsProps {
  here: WorkPlace;
  /** Where one gets from here. */
  hashOf: (to: Partial<WorkPlace>) => string;
}

function Parts({ here, hashOf }: PartsProps) {
  return (
    <nav aria-label="Workbench">
      {WORK_PARTS.map((part) => (
        <a
          key={part}
          href={hashOf({ part })}
          aria-current={part === here.part ? 'page' : undefined}
        >
          {PART_TITLES[part]}
        </a>
      ))}
    </nav>
  );
}
