import arrow from 'lucide-static/icons/arrow-left.svg?raw';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Account } from '@/lib/people/account';
import { CheckUpPage } from '../check-up/CheckUpPage';
import { DeskPage } from '../desk/DeskPage';
import { DirectoryPage } from '../directory/DirectoryPage';
import { ConnectionsPage } from '../maton/ConnectionsPage';
import { Icon } from '../ui/Icon';
import { Notice } from '../ui/Notice';
import { type AccountPlace, type AccountPageName, PAGE_TITLES } from './account-pages';
import { factsOf } from './account-facts';
import type { Powers } from './powers';
import './account-page.css';

interface AccountPageProps {
  place: AccountPlace;
  accounts: readonly Account[];
  powers: Powers;
  onReload: () => Promise<void>;
}

/** One account's own page in place of the sections. Law 2: it names its account. */
export function AccountPage({ place, accounts, powers, onReload }: AccountPageProps) {
  const account = accounts.find(({ id }) => id === place.accountId);
  if (!account) {
    return (
      <Frame key="gone" title="Not connected" facts={null}>
        <Notice tone="stop" live="alert">
          This account is no longer connected here.
        </Notice>
      </Frame>
    );
  }
  return (
    <Frame
      key={`${account.id} ${place.page}`}
      title={`${PAGE_TITLES[place.page]} · ${account.name}`}
      facts={factsOf(account)}
    >
      {pageFor(place.page, account, powers, onReload)}
    </Frame>
  );
}

function pageFor(
  page: AccountPageName,
  account: Account,
  powers: Powers,
  onReload: () => Promise<void>,
) {
  if (page === 'check-up') return <CheckUpPage account={account} powers={powers} />;
  if (page === 'directory') return <DirectoryPage account={account} client={powers.client} />;
  if (page === 'connections' && account.system === 'systeme') {
    return <ConnectionsPage account={account} powers={powers} onReload={onReload} />;
  }
  return <DeskPage account={account} client={powers.client} />;
}

interface FrameProps {
  title: string;
  facts: string | null;
  children: ComponentChildren;
}

function Frame({ title, facts, children }: FrameProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  // A page begins at its heading, for the eye and for the keyboard.
  useLayoutEffect(() => {
    scrollTo({ top: 0, behavior: 'instant' });
    heading.current?.focus();
  }, []);
  return (
    <section class="account-page" aria-labelledby="account-page-title">
      <a class="account-page-back" href="#accounts">
        <Icon svg={arrow} />
        Accounts
      </a>
      <h2 id="account-page-title" ref={heading} tabIndex={-1} dir="auto">
        {title}
      </h2>
      {facts && <p class="account-page-facts">{facts}</p>}
      {children}
    </section>
  );
}
