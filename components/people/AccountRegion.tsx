import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { SYSTEM_NAMES } from '@/lib/people/account';
import { type Findings, answerOf } from '@/lib/people/findings';
import { type Intent, accountOf, addressOf } from '@/lib/people/intent';
import type { Slot } from '@/lib/people/person';
import type { Deed, DeedOf } from '../deeds/deeds';
import { LazyDeed } from '../deeds/lazy-deed';
import { AbilityContext, useAbilities } from '../hooks/use-ability';
import { useAnnounce } from '../hooks/use-announce';
import { useFocusHome } from '../hooks/use-focus-home';
import { AccountAnswer } from './AccountAnswer';
import { AccountWaiting } from './AccountWaiting';
import { ActionsButton } from './ActionsButton';
import { AddPerson } from './AddPerson';
import { ROWS_SHOWN } from './PlaceRows';
import { useCard } from './card';
import type { HalfMade } from './half-made';
import { intentKey } from './intent-key';
import { LazyQuestion } from './lazy-questions';
import type { LookUp } from './look-ups';
import { sayAnswer, saySearched } from './search-words';
import './account-region.css';

interface AccountRegionProps {
  slot: Slot;
  /** Nothing stands below that could be moved. */
  isLast: boolean;
  lookUp: LookUp;
  onRetry: () => void;
  onStop: () => void;
}

/** One account on the card. Its place is reserved before it answers, and keeps its order. */
export function AccountRegion({ slot, isLast, lookUp, onRetry, onStop }: AccountRegionProps) {
  const { account } = slot;
  const { findings } = lookUp;
  const room = useRef<HTMLElement>(null);
  const { address, acting } = useCard();
  const here = useAbilities(account, acting.receipts);
  const { mine, question, deed } = useMine(account.id, findings);
  useHome(room, question ? question.intent.kind : (mine?.kind ?? null));
  const again = useTelling(lookUp);
  const handleRetry = () => {
    again();
    onRetry();
  };

  // A walk tells by itself how far it has come.
  const isAskedAgain = lookUp.isAsking && findings && answerOf(findings) !== 'searching';
  const isAbsent = findings !== null && answerOf(findings) === 'absent';
  const form = mine?.kind === 'add' ? mine : null;
  // Behind the question that it led to it stays as it is.
  const isAsked = question?.from?.kind === 'add';
  const height = isLast ? 0 : heightOf(slot);
  return (
    <section ref={room} class="account" aria-label={account.name} tabIndex={-1}>
      <header>
        <div>
          <h2 dir="auto">{account.name}</h2>
          <small>
            {SYSTEM_NAMES[account.system]}
            {findings && (isAskedAgain ? ' · asking…' : saySearched(findings))}
          </small>
        </div>
        <ActionsButton findings={findings} isOpen={deed !== null} />
      </header>
      <AbilityContext.Provider value={here}>
        <div class="account-slot" style={{ minBlockSize: `${height}px` }}>
          {findings && deed && <LazyDeed slot={slot} findings={findings} half={deed} />}
          {findings ? (
            <AccountAnswer {...{ findings, lookUp, onStop }} onRetry={handleRetry} />
          ) : (
            <AccountWaiting key={address} slot={slot} />
          )}
          {findings && (isAbsent || form) && !isAsked && (
            <AddPerson slot={slot} findings={findings} half={form} />
          )}
          {question && <LazyQuestion key={intentKey(question.intent)} half={question} />}
        </div>
      </AbilityContext.Provider>
    </section>
  );
}

/** What is half made in this account, and where it is drawn. */
function useMine(accountId: string, findings: Findings | null) {
  const { address, half } = useCard();
  const mine = half?.accountId === accountId ? half : null;
  // A yes is for the person on the card and for this account, or it is not asked here.
  const isFor = (intent: Intent) =>
    addressOf(intent) === address && accountOf(intent).id === accountId;
  return {
    mine,
    question: mine?.kind === 'question' && isFor(mine.intent) ? mine : null,
    deed: mine && isAbove(mine, findings) ? mine : null,
  };
}

/**
 * Those that concern all of the account stand on top; the others under the row they are about, or
 * on top as well where she was not found, and there is no row.
 */
function isAbove(half: HalfMade, findings: Findings | null): half is DeedOf<Deed['kind']> {
  const isLost = findings?.profiles.length === 0 && answerOf(findings) !== 'searching';
  const isOfRow = 'sent' in half && half.kind !== 'add';
  return (isLost && isOfRow) || ABOVE.some((kind) => kind === half.kind);
}
const ABOVE = ['actions', 'edit', 'unsubscribe', 'confirm', 'delete'] as const;

/** What was open last says where the focus goes when what held it is gone. */
function useHome(room: RefObject<HTMLElement | null>, kind: string | null): void {
  const last = useRef(kind);
  last.current = kind ?? last.current;
  useFocusHome(room, (region) => homeOf(region, last.current));
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
  if (account.system === 'systeme') return 5 * ROW_PX;
  return (Math.min(places.length, ROWS_SHOWN) + 2) * ROW_PX;
}

/** Where the focus goes when what held it is gone: the button it began from, else the region. */
function homeOf(region: HTMLElement, kind: string | null): HTMLElement {
  const wanted = region.querySelector<HTMLElement>(`[data-home~="${kind ?? 'tag'}"]`);
  return wanted ?? region.querySelector<HTMLElement>('button') ?? region;
}
