import { useEffect, useState } from 'preact/hooks';
import { Button } from '@/components/ui/Button';
import { done, type Failure, type Result } from '@/lib/failure';
import { sayWhole } from '@/lib/failure-words';
import type { Asking, CardAccount, CardFacts, PageCalls } from '@/lib/messaging/protocol';
import type { EmailAddress } from '@/lib/people/address';
import { clock } from '@/components/people/times';
import { AccountFacts } from './AccountFacts';
import { Said } from './Said';

interface CardProps {
  address: EmailAddress;
  client: Asking<PageCalls>;
  onOpened: () => void;
}

/** Who this is, to be read; everything that changes anything is in our own window. */
export function Card({ address, client, onOpened }: CardProps) {
  const facts = usePeek(client, address);
  const since = facts?.ok ? oldestOf(facts.value) : null;
  const handleOpen = (event: MouseEvent): void => {
    if (!event.isTrusted) return;
    void client.open({ address });
    onOpened();
  };
  return (
    <>
      <header>
        <h2>{facts ? <Name facts={facts} /> : <Said class="soft">…</Said>}</h2>
        <p class="soft">
          <Said>{address}</Said>
        </p>
      </header>
      <div class="facts" role="status">
        <Facts facts={facts} />
      </div>
      <footer>
        <Button kind="primary" onClick={handleOpen}>
          <Said>Open in Addressee</Said>
        </Button>
        {since && <Said class="soft">{`as of ${clock(since)}`}</Said>}
      </footer>
    </>
  );
}

function Name({ facts }: { facts: Result<CardFacts> }) {
  const name = facts.ok && facts.value.name;
  // Never the element of the waiting card: a page is told of words that move.
  if (!name && isAsking(facts)) return <Said class="soft">…</Said>;
  return name ? (
    <Said key="name">{name}</Said>
  ) : (
    <Said key="none" class="soft">
      {isNobodyAsked(facts) ? 'No account could be asked' : 'No name known'}
    </Said>
  );
}

function Facts({ facts }: { facts: Result<CardFacts> | null }) {
  if (!facts) return <Said class="soft">Asking your accounts…</Said>;
  if (!facts.ok) return <Said class="soft">{sayWhole(facts.failure)}</Said>;
  if (facts.value.accounts.length === 0) {
    return <Said class="soft">No account is connected. Connect one in the options.</Said>;
  }
  const { accounts } = facts.value;
  // Whenever one has answered all of them are new elements, since those below it move.
  const waiting = accounts.filter(isWaiting).length;
  return accounts.map((account) => (
    <AccountFacts key={`${account.account.id} ${waiting}`} account={account} />
  ));
}

/** What one account has said stays, though the others can no longer be asked. */
const endedBy = (failure: Failure, { accounts, ...facts }: CardFacts): CardFacts => ({
  ...facts,
  accounts: accounts.map((account) =>
    isWaiting(account) ? { ...account, answer: 'failed', failure } : account,
  ),
});

const isWaiting = ({ answer }: CardAccount): boolean => answer === 'asking';

const isAsking = (facts: Result<CardFacts>): boolean =>
  facts.ok && facts.value.accounts.some(isWaiting);

function usePeek(client: Asking<PageCalls>, address: EmailAddress): Result<CardFacts> | null {
  const [facts, setFacts] = useState<Result<CardFacts> | null>(null);
  useEffect(() => {
    let isWanted = true;
    const ask = async (before: CardFacts | null): Promise<void> => {
      const seen = before?.accounts.filter((each) => !isWaiting(each)).length ?? 0;
      const reply = await client.peek({ address, seen });
      if (!isWanted) return;
      const told = before && !reply.ok ? done(endedBy(reply.failure, before)) : reply;
      setFacts(told);
      if (told.ok && isAsking(told)) await ask(told.value);
    };
    void ask(null);
    return () => {
      isWanted = false;
    };
  }, [client, address]);
  return facts;
}

/** Law 3: then nothing at all is known, not even that no name is. */
const isNobodyAsked = (facts: Result<CardFacts>): boolean =>
  !facts.ok || (facts.value.accounts.length > 0 && notFailed(facts.value).length === 0);

const notFailed = ({ accounts }: CardFacts): CardAccount[] =>
  accounts.filter(({ answer }) => answer !== 'failed');

/** The whole is as old as its oldest part that was read. */
function oldestOf(facts: CardFacts): number | null {
  const times = notFailed(facts).flatMap(({ at }) => at ?? []);
  return times.length > 0 ? Math.min(...times) : null;
}
