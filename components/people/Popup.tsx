import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import list from 'lucide-static/icons/list.svg?raw';
import settings from 'lucide-static/icons/settings-2.svg?raw';
import type { Account } from '@/lib/people/account';
import { useFocusHome } from '../hooks/use-focus-home';
import { AnnounceContext } from '../hooks/use-announce';
import { usePopup } from '../hooks/use-popup';
import { usePopupKeys } from '../hooks/use-popup-keys';
import { useSiteFlags } from '../hooks/use-site-flags';
import { LazyPageList } from '../page/lazy-page-list';
import { Icon } from '../ui/Icon';
import { PopupMain } from './PopupMain';
import { SearchBox } from './SearchBox';
import { SiteSwitch } from './SiteSwitch';
import { StatusBar } from './StatusBar';
import { WorkLines } from './WorkLines';
import { CardContext } from './card';
import { usePanel } from './panel';
import './popup.css';

export interface PopupProps {
  /** What she typed into the field while the script was still being read. */
  typed: string;
  /** And pressed Enter after it. */
  isEntered: boolean;
}

export function Popup({ typed, isEntered }: PopupProps) {
  const { openOptions } = usePanel();
  const search = useRef<HTMLInputElement>(null);
  const popup = usePopup(typed);
  const { kept, hasTyped, panel, acting, type, show, setHalf } = popup;
  const { said, announce } = useAnnouncements();
  const mayTakeFocus = useCallback(
    () => !hasTyped.current || document.activeElement !== search.current,
    [hasTyped],
  );
  const { address, half } = kept;
  const isLocked = panel.lock === 'locked';
  const more = useOpened();
  const flags = useSiteFlags(panel.opening?.site ?? null);
  // Whom she types or chooses afterwards is shown instead.
  const place = `${address} ${kept.draft}`;
  const [listedAt, setListedAt] = useState('');
  const isListing = listedAt === place;
  const card = useMemo(
    () => address && { address, half, setHalf, acting, mayTakeFocus, more },
    [address, half, setHalf, acting, mayTakeFocus, more],
  );
  const room = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => search.current?.focus(), []);
  // Whom the popup opens with is replaced by typing, not added to.
  useLayoutEffect(() => {
    if (!hasTyped.current && kept.draft === address) search.current?.select();
  }, [address]);
  useFocusHome(room, (all) => all.querySelector<HTMLElement>('.person') ?? search.current);
  usePopupKeys({
    search,
    leave: () => {
      if (isListing) setListedAt('');
      else if (half) setHalf(null);
      else if (kept.draft !== '' && document.activeElement === search.current) type('');
      else return false;
      return true;
    },
  });
  return (
    <AnnounceContext.Provider value={announce}>
      <div ref={room} class="popup">
        <header class="popup-head">
          <SearchBox
            ref={search}
            draft={isLocked ? '' : kept.draft}
            isLocked={isLocked}
            typed={typed}
            isEntered={isEntered}
            shown={address}
            onDraft={type}
            onAddress={popup.lookUp}
            onDown={() => room.current?.querySelector<HTMLElement>(BELOW)?.focus()}
          />
          <button
            type="button"
            class="icon-button"
            aria-label="On this page"
            aria-expanded={isListing}
            onClick={() => setListedAt(isListing ? '' : place)}
          >
            <Icon svg={list} />
          </button>
          <button type="button" class="icon-button" aria-label="Options" onClick={openOptions}>
            <Icon svg={settings} />
          </button>
        </header>
        <main class="popup-main">
          {isListing ? (
            <LazyPageList
              isSwitchedOn={flags?.isOn ?? null}
              isListless={panel.state?.accounts.every(hasNoList) ?? false}
              onChoose={(chosen) => {
                setListedAt('');
                show(chosen);
              }}
            />
          ) : (
            <CardContext.Provider value={card}>
              <PopupMain {...popup} onShow={show} onForget={() => type('')} />
            </CardContext.Provider>
          )}
        </main>
        {flags && <SiteSwitch flags={flags} />}
        <StatusBar acting={acting} shown={address} onShow={show}>
          <WorkLines
            doing={popup.held ? [popup.held] : acting.doing}
            aside={kept.aside}
            shown={address}
            onGoBack={show}
            onForget={popup.forget}
          />
        </StatusBar>
        <div class="unseen" aria-live="polite">
          {said.map(({ id, words }) => (
            <p key={id}>{words}</p>
          ))}
        </div>
      </div>
    </AnnounceContext.Provider>
  );
}

const hasNoList = (account: Account): boolean =>
  account.system !== 'octeth' || account.lists.length === 0;

/** What one may land on from the field: choices and places, never a button that changes anything. */
const BELOW = '.search-found button, .recents li button, .account, .unlock input, .welcome button';

function useOpened() {
  const [opened, setOpened] = useState<string[]>([]);
  const toggle = useCallback(
    (key: string) =>
      setOpened((old) => (old.includes(key) ? old.filter((one) => one !== key) : [...old, key])),
    [],
  );
  return useMemo(() => ({ opened, toggle }), [opened, toggle]);
}

const SAID_CEILING = 5;

/** Accounts may answer in the same moment: each sentence is added, none replaces another. */
function useAnnouncements() {
  const [said, setSaid] = useState<{ id: number; words: string }[]>([]);
  const announce = useCallback(
    (words: string) =>
      setSaid((old) => [...old, { id: (old.at(-1)?.id ?? 0) + 1, words }].slice(-SAID_CEILING)),
    [],
  );
  return { said, announce };
}
