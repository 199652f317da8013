import { useId, useRef, useState } from 'preact/hooks';
import type { Account } from '@/lib/people/account';
import { useFocusHome } from '../hooks/use-focus-home';
import { AccountAbilities } from './AccountAbilities';
import { AccountActions } from './AccountActions';
import { AccountDetails } from './AccountDetails';
import { AccountName } from './AccountName';
import { AccountPages } from './AccountPages';
import { factsOf } from './account-facts';
import { statusOf, type TestNews } from './account-status';
import { AccountStatusLine } from './AccountStatusLine';
import { hostsOf } from './hosts';
import type { Powers } from './powers';
import { retest } from './retest';
import { useAllowed } from './use-allowed';
import './account-card.css';

interface AccountCardProps {
  account: Account;
  powers: Powers;
  isLocked: boolean;
  /** What its last test said; null where it was not tested yet. */
  news: TestNews | null;
  onNews: (news: TestNews) => void;
  onChange: () => void;
  /** Another host family answered: it is taken up in the form, where the key is asked for. */
  onTakeOffer: (offer: { gateway: string; control: string }) => void;
  onRemoved: () => void;
  onReload: () => void;
}

/** One connected account: how it stands, what of it is searched, and what can be done with it. */
export function AccountCard(props: AccountCardProps) {
  const { account, powers, isLocked, news, onReload } = props;
  const [isRenaming, setRenaming] = useState(false);
  const { isAllowed, allow } = useAllowed(
    hostsOf(account).map(({ pattern }) => pattern),
    powers,
  );
  const card = useRef<HTMLElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const id = useId();
  const status = statusOf(account, { news, isAllowed, isLocked });
  const isTesting = news?.is === 'testing';
  const handleTest = () => {
    if (!isTesting) void retest(account, powers, props.onNews);
  };
  useFocusHome(card, () => title.current);
  return (
    <article
      ref={card}
      class={account.paused ? 'account-card paused' : 'account-card'}
      data-account={account.id}
      aria-labelledby={id}
    >
      <header>
        <h3 id={id} ref={title} tabIndex={-1} dir="auto">
          {account.name}
        </h3>
        <p class="account-card-facts">{factsOf(account)}</p>
      </header>
      {isRenaming && (
        <AccountName
          account={account}
          client={powers.client}
          onDone={() => {
            setRenaming(false);
            onReload();
          }}
        />
      )}
      <AccountStatusLine
        status={status}
        offer={news?.is === 'failed' ? news.offer : null}
        onTakeOffer={props.onTakeOffer}
        onAllow={isAllowed === false && !news ? allow : null}
      />
      <AccountAbilities
        account={account}
        client={powers.client}
        mayAsk={!account.paused && !isLocked && isAllowed}
        tested={news?.is === 'answered' ? news : null}
      />
      <AccountDetails account={account} client={powers.client} onChanged={onReload} />
      <AccountPages account={account} />
      <AccountActions
        account={account}
        client={powers.client}
        isTesting={isTesting}
        onTest={handleTest}
        onRename={() => setRenaming(true)}
        onChange={props.onChange}
        onRemoved={props.onRemoved}
        onReload={onReload}
      />
    </article>
  );
}
