import { useEffect, useRef } from 'preact/hooks';
import { SYSTEM_NAMES } from '@/lib/people/account';
import { answerOf } from '@/lib/people/findings';
import { type Intent, accountOf, addressOf } from '@/lib/people/intent';
import type { Slot } from '@/lib/people/person';
import { useAnnounce } from '../hooks/use-announce';
import { useFocusHome } from '../hooks/use-focus-home';
import { AccountAnswer } from './AccountAnswer';
import { AccountWaiting } from './AccountWaiting';
import { AddPerson } from './AddPerson';
import { ConsentQuestion } from './ConsentQuestion';
import { ROWS_SHOWN } from './PlaceRows';
import { useCard } from './card';
import type { LookUp } from './look-ups';
import { sayAnswer, saySearched } from './search-words';
import './account-region.css';

interface AccountRegionProps {
  slot: Slot;
  lookUp: LookUp;
  onRetry: () => void;
  onStop: () => void;
}

/** One account on the card. Its place is reserved before it answers, and keeps its order. */
export function AccountRegion({ slot, lookUp, onRetry, onStop }: AccountRegionProps) {
  const { account } = slot;
  const { address, half } = useCard();
  const room = useRef<HTMLElement>(null);
  const { findings } = lookUp;
  // A yes is for the person on the card and for this account, or it is not asked here.
  const isFor = (intent: Intent) =>
    addressOf(intent) === address && accountOf(intent).id === account.id;
  const mine = half?.accountId === account.id ? half : null;
  const question = mine?.kind === 'question' && isFor(mine.intent) ? mine : null;

  useFocusHome(room, (region) => homeOf(region, question ? question.intent.kind : null));
  const again = useTelling(lookUp);
  const handleRetry = () => {
    again();
    onRetry();
  };

  const isAbsent = findings !== null && answerOf(findings) === 'absent';
  return (
    <section ref={room} class="account" aria-label={account.name} tabIndex={-1}>
      <header>
        <h2 dir="auto" title={account.name}>
          {account.name}
        </h2>
        <small>
          {SYSTEM_NAMES[account.system]}
          {findings && saySearched(findings)}
        </small>
      </header>
      <div class="account-slot" style={{ minBlockSize: `${heightOf(slot)}px` }}>
        {findings ? (
          <AccountAnswer {...{ findings, lookUp, onStop }} onRetry={handleRetry} />
        ) : (
          <AccountWaiting slot={slot} />
        )}
        {findings && (isAbsent || mine?.kind === 'add') && (
          <AddPerson slot={slot} form={mine?.kind === 'add' ? mine.form : null} />
        )}
        {question && <ConsentQuestion intent={question.intent} concerns={question.concerns} />}
      </div>
    </section>
  );
}

/** Tells what has come; what was asked for again by hand is told even where nothing is new. */
function useTelling({ findings, isAsking }: LookUp): () => void {
  const announce = useAnnounce();
  const told = useRef<string | null>(null);
  const isAskedAgain = useRef(false);
  const said = findings ? sayAnswer(findings) : null;
  useEffect(() => {
    const isDue = isAskedAgain.current && !isAsking;
    if (said && (isDue || said !== told.current)) announce(said);
    if (isDue) isAskedAgain.current = false;
    told.current = said;
  }, [said, findings, isAsking, announce]);
  return () => {
    isAskedAgain.current = true;
    announce(`Asking again…`);
  };
}

const ROW_PX = 27;

/** The height of an ordinary answer: a line for each list, one for tags, one for journeys. */
function heightOf({ account, places }: Slot): number {
  if (account.system === 'systeme') return 2 * ROW_PX;
  return (Math.min(places.length, ROWS_SHOWN) + 2) * ROW_PX;
}

/** Where the focus goes when what held it is gone: the button it began from, else the region. */
function homeOf(region: HTMLElement, kind: string | null): HTMLElement {
  const wanted = region.querySelector<HTMLElement>(`[data-home~="${kind ?? 'tag'}"]`);
  return wanted ?? region.querySelector<HTMLElement>('button') ?? region;
}
